import type { Transaction } from '../dintero/index.ts';
import type { EntryBody } from '../journal/entries/index.ts';
import type { ComparedAttempt } from '../journal/index.ts';
import { printableText } from '../payment/printable.ts';
import { refundedByDintero } from '../refund/reading.ts';
import { ore, type Ore } from '../sale/money.ts';

/** Whose books are compared. */
export type Ours = { readonly tillId: string; readonly terminalId: string; readonly currency: string };

/** The till's side. An attempt that is `followed` will be explained by its watch, and is nobody's case yet. */
export type AttemptHere = ComparedAttempt & { readonly followed: boolean };

/** One thing in which the two books differ; `at` is when the transaction was made, as Dintero tells. */
export type Difference = Omit<EntryBody<'case.opened'>, 'case'> & { readonly at: string | null };

/**
 * A payment that Dintero does not list is not missed before this long (ms) after the till last heard of it: lists may
 * lag. The other way round needs no such time, since an attempt is on disk before Dintero hears of it.
 */
export const listingGraceMs = 10 * 60_000;

const referenceForm = /^([A-Z0-9]{6})-(\d{1,9})-(\d{1,4})$/;

/** Which attempt of which till's which sale a reference names; null when it has another form. */
export function attemptNamed(
  reference: string,
): { readonly tillId: string; readonly sale: number; readonly number: number } | null {
  const [, tillId, sale, number] = referenceForm.exec(reference) ?? [];
  return tillId === undefined ? null : { tillId, sale: Number(sale), number: Number(number) };
}

/** The id of the till whose attempt a reference names; null when it has another form. */
export function tillNamedBy(reference: string | null): string | null {
  return reference === null ? null : (attemptNamed(reference)?.tillId ?? null);
}

/** Whether money moved: `unclear` for a status that the till does not know. */
export function moved(transaction: Transaction): 'yes' | 'no' | 'not-yet' | 'unclear' {
  switch (transaction.status) {
    case 'AUTHORIZED':
    case 'CAPTURED':
    case 'PARTIALLY_CAPTURED':
    case 'PARTIALLY_REFUNDED':
    case 'PARTIALLY_CAPTURED_REFUNDED':
    case 'REFUNDED':
      return 'yes';
    case 'DECLINED':
    case 'FAILED':
    case 'AUTHORIZATION_VOIDED':
      return 'no';
    case 'INITIATED':
    case 'INITIALIZED':
      return 'not-yet';
    default:
      return 'unclear';
  }
}

/** What the customer paid as Dintero tells it: a tip or a partial capture shows only in the captures (dintero.md 4.6). */
export function paidThere(transaction: Transaction): Ore {
  const captures = transaction.events
    .filter((event) => event.event === 'CAPTURE' && event.success === true)
    .flatMap((event) => (event.amount === null ? [] : [event.amount]));
  return ore(captures.length === 0 ? transaction.amount : captures.reduce((sum, amount) => sum + amount, 0));
}

/** Whether the till holds it as paid. */
export function isPaidHere(attempt: AttemptHere): boolean {
  return attempt.state === 'approved' || attempt.state === 'completed';
}

/** Whether a transaction is of this attempt. */
export function belongs(transaction: Transaction, attempt: ComparedAttempt): boolean {
  return (
    transaction.merchant_reference === attempt.attemptId ||
    (attempt.transactionId !== null && transaction.id === attempt.transactionId) ||
    (attempt.sessionId !== null && transaction.session_id === attempt.sessionId)
  );
}

/** The attempts held as paid for which no transaction was seen, among those old enough to be missed. */
export function notSeenThere(
  there: readonly Transaction[],
  here: readonly AttemptHere[],
  nowMs: number,
): readonly AttemptHere[] {
  return here.filter(
    (attempt) =>
      isPaidHere(attempt) &&
      !attempt.followed &&
      attempt.alarm === null &&
      nowMs - Date.parse(attempt.updatedAt) > listingGraceMs &&
      !there.some((transaction) => belongs(transaction, attempt)),
  );
}

/**
 * Compares what Dintero lists (filters are hints: only what is on this till's terminal or bears its references counts)
 * with the till's attempts. `missing`: attempts that were looked for one by one and are not there.
 */
export function differences(
  there: readonly Transaction[],
  here: readonly AttemptHere[],
  missing: readonly AttemptHere[],
  ours: Ours,
): readonly Difference[] {
  const explained = here.map((attempt) => explainedBy(there, attempt));
  const found = there.flatMap((transaction) => {
    const attempt = explained.find((one) => belongs(transaction, one));
    const difference =
      attempt === undefined ? foreign(transaction, ours) : between(transaction, attempt, ours.currency);
    return difference === null ? [] : [difference];
  });
  const absent = missing.map((attempt) => paidHereOnly(attempt, null, ours.currency));
  return oncePerDifference([...found, ...absent]);
}

/** Transactions whose refunds seem to differ: a list may lag behind a refund of this minute, so they are read once more. */
export function refundsThatDiffer(
  there: readonly Transaction[],
  here: readonly AttemptHere[],
  ours: Ours,
): readonly string[] {
  return differences(there, here, [], ours).flatMap(({ kind, transactionId }) =>
    kind === 'refund-differs' && transactionId !== null ? [transactionId] : [],
  );
}

/** A transaction that no attempt of this till explains. */
function foreign(transaction: Transaction, ours: Ours): Difference | null {
  const named = tillNamedBy(transaction.merchant_reference);
  const onOurTerminal = transaction.store?.terminal_id === ours.terminalId;
  if (named !== null && named !== ours.tillId) return onOurTerminal ? shared(transaction, named) : null;
  if (!onOurTerminal && named === null) return null;
  return paidThereOnly(transaction, null);
}

/**
 * What a person decided to be paid names no transaction: the first in which money moved is the one that was meant, and
 * any other is one too many.
 */
function explainedBy(there: readonly Transaction[], attempt: AttemptHere): AttemptHere {
  if (attempt.transactionId !== null) return attempt;
  const [first] = there
    .filter((transaction) => moved(transaction) === 'yes' && belongs(transaction, attempt))
    .sort((a, b) => ((a.created_at ?? '') < (b.created_at ?? '') ? -1 : 1));
  return { ...attempt, transactionId: first?.id ?? null };
}

function between(transaction: Transaction, attempt: AttemptHere, currency: string): Difference | null {
  if (attempt.followed) return null;
  const known = attempt.transactionId === null || attempt.transactionId === transaction.id;
  if (!known) return paidThereOnly(transaction, attempt);
  // It was not paid after all; and if it was after that, nobody has told.
  if (attempt.alarm === 'contradicted')
    return moved(transaction) === 'yes' ? paidThereOnly(transaction, attempt) : null;
  if (!isPaidHere(attempt)) return attempt.alarm === null ? paidThereOnly(transaction, attempt) : null;
  if (moved(transaction) !== 'yes') return paidHereOnly(attempt, transaction, currency);
  // It was followed for as long as Dintero tries to capture, and the shop has no money for it. A list may lag.
  if (transaction.status === 'AUTHORIZED' && !attempt.captured)
    return paidHereOnly(attempt, transaction, currency);
  const amount = paidThere(transaction);
  if (amount === attempt.amount && transaction.currency === currency)
    return refundBetween(transaction, attempt);
  return {
    ...facts(transaction, attempt),
    difference: `amount-differs:${transaction.id}:${String(amount)}`,
    kind: 'amount-differs',
  };
}

/** A refund that is not settled explains itself later. */
function refundBetween(transaction: Transaction, attempt: AttemptHere): Difference | null {
  const there = refundedByDintero(transaction);
  if (attempt.refunding || there === attempt.refunded) return null;
  return {
    ...facts(transaction, attempt),
    difference: `refund-differs:${transaction.id}:${String(attempt.refunded)}:${String(there)}`,
    kind: 'refund-differs',
    amountHere: attempt.refunded,
    amountThere: there,
  };
}

function paidThereOnly(transaction: Transaction, attempt: AttemptHere | null): Difference | null {
  const money = moved(transaction);
  if (money === 'no' || money === 'not-yet') return null;
  return {
    ...facts(transaction, attempt),
    difference: `paid-there-only:${transaction.id}`,
    kind: 'paid-there-only',
    amountHere: null,
  };
}

function paidHereOnly(attempt: AttemptHere, transaction: Transaction | null, currency: string): Difference {
  return {
    difference: `paid-here-only:${attempt.attemptId}`,
    kind: 'paid-here-only',
    transactionId: transaction?.id ?? attempt.transactionId,
    attemptId: attempt.attemptId,
    amountHere: attempt.amount,
    amountThere: null,
    currency,
    reference: attempt.attemptId,
    detail: printableText(transaction?.status ?? '', 40),
    at: transaction?.created_at ?? null,
  };
}

/** One case for the other till, not one for each of its sales. */
function shared(transaction: Transaction, otherTill: string): Difference {
  return {
    ...facts(transaction, null),
    difference: `terminal-shared:${otherTill}`,
    kind: 'terminal-shared',
    amountThere: null,
    reference: otherTill,
  };
}

function facts(
  transaction: Transaction,
  attempt: AttemptHere | null,
): Omit<Difference, 'difference' | 'kind'> {
  return {
    transactionId: transaction.id,
    attemptId: attempt?.attemptId ?? null,
    amountHere: attempt?.amount ?? null,
    amountThere: paidThere(transaction),
    currency: printableText(transaction.currency, 10),
    reference: printableText(transaction.merchant_reference ?? '', 40),
    detail: printableText(transaction.status, 40),
    at: transaction.created_at,
  };
}

/** Of several that are the same, the latest: a terminal is shared as of the other till's last payment. */
function oncePerDifference(found: readonly Difference[]): readonly Difference[] {
  const latest = new Map<string, Difference>();
  for (const one of found) {
    const before = latest.get(one.difference);
    if (before === undefined || (one.at ?? '') > (before.at ?? '')) latest.set(one.difference, one);
  }
  return [...latest.values()];
}
