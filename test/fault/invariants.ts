import type { JournalReads } from '../../main/journal/index.ts';
import { type Attempt, attemptFrom, moneySeen } from '../../main/payment/attempt.ts';
import { priceSale } from '../../main/sale/price.ts';
import { applyToSale, type Sale } from '../../main/sale/sale.ts';
import type { SessionRecord, TransactionRecord } from '../../main/simulator/records.ts';
import type { Evidence, Moment } from './evidence.ts';
import { brokenRefundLaws } from './laws-of-refunds.ts';

/** Was paid, and part of it or all went back later. */
const givenBack: ReadonlySet<string> = new Set([
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
  'REFUNDED',
]);

const moneyMoved: ReadonlySet<string> = new Set(['AUTHORIZED', 'CAPTURED', 'PARTIALLY_CAPTURED']);

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
    ...aboutSales(evidence, new Set(mine.map((one) => saleOf(one.order.merchant_reference)))),
    ...aboutReceipts(evidence, moment),
    ...brokenRefundLaws(evidence, moment),
  ];
}

function saleOf(reference: string): string {
  return reference.slice(0, reference.lastIndexOf('-'));
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

/** Never more is approved for a sale than it costs, less what went back of it, unless an alarm says otherwise. */
function aboutSales({ read }: Evidence, saleIds: ReadonlySet<string>): string[] {
  return [...saleIds].flatMap((saleId) => {
    const sale = read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
    if (sale === null) return [`Sale ${saleId} has attempts and no entry`];
    const approved = read.attemptsOfSale(saleId).flatMap(({ attemptId, amount }) => {
      const entries = read.attemptEntries(attemptId);
      const attempt = attemptFrom(entries);
      const isPaid = attempt !== null && ('transaction' in attempt || moneySeen(attempt) !== null);
      return isPaid && !entries.some(({ kind }) => alarms.has(kind)) ? [{ attemptId, amount }] : [];
    });
    const names = approved.map((one) => one.attemptId);
    const back = read
      .refundsOf(saleId)
      .filter(({ state, attemptId }) => state === 'done' && attemptId !== null && names.includes(attemptId));
    const kept = total(approved) - back.reduce((sum, { card }) => sum + card, 0);
    const costs = priceSale(sale).total;
    return kept > costs ? [`Sale ${saleId} costs ${String(costs)}, and ${String(kept)} is approved`] : [];
  });
}

function total(amounts: readonly { readonly amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}

const alarms: ReadonlySet<string> = new Set(['attempt.paid-after-all', 'attempt.contradicted']);

/** No sale is completed without its money: cash, an approved transaction, or a person's word until Dintero objects. */
function aboutReceipts({ read, transactions }: Evidence, moment: Moment): string[] {
  const broken: string[] = [];
  for (let number = 1; number < read.nextReceiptNumber(); number += 1) {
    const sale = read.completedSale(number)?.sale;
    if (sale === undefined) {
      if (read.returnedSale(number) === null) broken.push(`Receipt ${String(number)} is missing`);
      continue;
    }
    const paid = sale.payments.reduce((sum, payment) => sum + payment.amount, 0);
    if (paid !== sale.total)
      broken.push(`Receipt ${String(number)} is for ${String(sale.total)}, paid is ${String(paid)}`);
    for (const payment of sale.payments) {
      if (payment.kind !== 'card') continue;
      const entries = read.attemptEntries(payment.attemptId);
      const attempt = attemptFrom(entries);
      if (attempt?.state !== 'completed')
        broken.push(`Receipt ${String(number)}: ${payment.attemptId} is not approved`);
      const transaction = transactions.find((one) => one.merchant_reference === payment.attemptId);
      const money =
        transaction !== undefined &&
        (moneyMoved.has(transaction.status) || givenBack.has(transaction.status));
      const byHand = attempt !== null && 'transaction' in attempt && attempt.transaction === null;
      const objected = entries.some((entry) => entry.kind === 'attempt.contradicted');
      const watched = moment === 'running' && attempt !== null && 'captured' in attempt && !attempt.captured;
      if (!money && !byHand && !objected && !watched) {
        broken.push(`Receipt ${String(number)}: Dintero has no money for ${payment.attemptId}`);
      }
      // A person may decide over another amount; the matching with Dintero then opens a case.
      if (money && !byHand && transaction.amount !== payment.amount) {
        broken.push(
          `Receipt ${String(number)}: Dintero has ${String(transaction.amount)}, not ${String(payment.amount)}`,
        );
      }
    }
  }
  return broken;
}
