import type { JournalReads } from '../../main/journal/index.ts';
import { type Attempt, attemptFrom } from '../../main/payment/attempt.ts';
import type { SessionRecord, TransactionRecord } from '../../main/simulator/records.ts';
import type { Evidence, Moment } from './evidence.ts';
import { brokenRefundLaws } from './laws-of-refunds.ts';
import { brokenSaleLaws, moneyMoved, saleOf } from './laws-of-sales.ts';

/** Every law of payments that the evidence breaks, a sentence each; empty when all hold. */
export function brokenLaws(evidence: Evidence, moment: Moment): string[] {
  const mine = evidence.sessions.filter((one) =>
    one.order.merchant_reference.startsWith(`${evidence.tillId}-`),
  );
  return [
    ...mine.flatMap((session) => aboutSession(evidence, session)),
    ...evidence.transactions
      .filter((one) => one.merchant_reference.startsWith(`${evidence.tillId}-`))
      .flatMap((transaction) => aboutTransaction(evidence, transaction, moment)),
    ...aboutRequests(evidence),
    ...aboutTerminal(evidence),
    ...brokenSaleLaws(evidence, new Set(mine.map((one) => saleOf(one.order.merchant_reference))), moment),
    ...brokenRefundLaws(evidence, moment),
  ];
}

function attemptOf(read: JournalReads, attemptId: string): Attempt | null {
  return attemptFrom(read.attemptEntries(attemptId));
}

/** Written down, then acted on: no session without its intent, and one session for one intent. */
function aboutSession({ read, sessions }: Evidence, session: SessionRecord): string[] {
  const { merchant_reference: reference, amount } = session.order;
  const attempt = attemptOf(read, reference);
  if (attempt === null) return [`Session ${session.id} has no attempt ${reference} in the journal`];
  const twins = sessions.filter((one) => one.order.merchant_reference === reference).length;
  return [
    ...(attempt.state === 'prepared' ? [`${reference} was posted before the journal said so`] : []),
    ...(attempt.amount === amount ? [] : [`${reference} was posted with ${String(amount)}`]),
    ...(twins === 1 ? [] : [`${reference} has ${String(twins)} sessions`]),
  ];
}

/** No approved transaction that the journal does not know, or denies without an alarm. */
function aboutTransaction({ read }: Evidence, transaction: TransactionRecord, moment: Moment): string[] {
  if (!moneyMoved.has(transaction.status)) return [];
  const { merchant_reference: reference, status } = transaction;
  const attempt = attemptOf(read, reference);
  if (attempt === null) return [`${reference} is ${status} and the journal has no such attempt`];
  if (!('paidAfterAll' in attempt) || attempt.paidAfterAll !== null) return [];
  if (moment === 'running' && attempt.watched === 'yes') return [];
  return [
    `${reference} is ${status} and the journal says ${attempt.state} (${attempt.code}), without an alarm`,
  ];
}

/** Nothing that could charge is sent twice; a cancel no oftener than the cashier pressed. A 401 was not carried out. */
function aboutRequests({ read, requests, sessions }: Evidence): string[] {
  const sent = requests.filter((one) => one.status !== 401);
  const references = sent.filter((one) => one.operation === 'create').map((one) => referenceIn(one.body));
  const twice = references.filter((one, index) => one !== null && references.indexOf(one) !== index);
  const cancels = sessions.flatMap((session) => {
    const posted = sent.filter(
      (one) => one.operation === 'cancel' && one.path.includes(`/${session.id}/`),
    ).length;
    const pressed = read
      .attemptEntries(session.order.merchant_reference)
      .filter((entry) => entry.kind === 'attempt.cancel-asked').length;
    return posted > pressed
      ? [`${session.id}: ${String(posted)} cancels sent, ${String(pressed)} pressed`]
      : [];
  });
  return [...twice.map((one) => `${String(one)} was posted twice`), ...cancels];
}

/** While an attempt is not final, this till starts no other on its terminal. */
function aboutTerminal({ read }: Evidence): string[] {
  const open = read.unfinishedAttempts().filter(({ state }) => state !== 'approved');
  return open.length > 1 ? [`${open.map((one) => one.attemptId).join(' and ')} are open at once`] : [];
}

function referenceIn(body: unknown): string | null {
  const order = body as { order?: { merchant_reference?: string } } | null;
  return order?.order?.merchant_reference ?? null;
}
