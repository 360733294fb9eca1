import type { Dintero, DinteroError, Transaction } from '../dintero/index.ts';
import type { JournalReads } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import { refundedByDintero } from '../refund/reading.ts';
import { ore, type Ore } from '../sale/money.ts';
import {
  type AttemptHere,
  belongs,
  type Difference,
  differences,
  isPaidHere,
  moved,
  notSeenThere,
  type Ours,
  paidThere,
  refundsThatDiffer,
  tillNamedBy,
} from './differences.ts';
import { attemptOf, findMissing, listTransactions, readAgain } from './listing.ts';

/** Instants (UTC): what began at `from` and before `until`; without `until` everything since. */
export type Span = { readonly from: string; readonly until: string | null };

/** What one side holds of a span, in øre: payments, and what went back of them. */
export type SideSum = {
  readonly payments: { readonly number: number; readonly amount: Ore };
  readonly refunded: Ore;
};

/** Both books laid side by side. */
export type Compared = {
  readonly there: readonly Transaction[];
  readonly here: readonly AttemptHere[];
  readonly found: readonly Difference[];
};

export type CompareParts = {
  readonly read: JournalReads;
  readonly dintero: Dintero;
  readonly ours: Ours & { readonly storeId: string };
  readonly nowMs: () => number;
  /** Whether an attempt will still explain itself. */
  readonly isFollowed: (attempt: Pick<AttemptHere, 'attemptId' | 'state'>) => boolean;
};

/** Reads Dintero's transactions of a span and compares them with the till's attempts, øre by øre. Writes nothing. */
export async function compareSpan(parts: CompareParts, span: Span): Promise<Result<Compared, DinteroError>> {
  const { dintero, ours } = parts;
  const listed = await listTransactions(dintero, { ...ours, ...span });
  if (!listed.ok) return err(listed.error);
  const unseen = notSeenThere(listed.value, attemptsHere(parts, span, listed.value), parts.nowMs());
  const searched = await findMissing(dintero, unseen);
  if (!searched.ok) return err(searched.error);
  const all = [...listed.value, ...searched.value.found];
  const reread = await readAgain(dintero, refundsThatDiffer(all, attemptsHere(parts, span, all), ours));
  if (!reread.ok) return err(reread.error);
  const there = all.map((one) => reread.value.get(one.id) ?? one);
  // Read once more: what was still followed when the list was asked for may have ended since.
  const here = attemptsHere(parts, span, there);
  return ok({ there, here, found: differences(there, here, searched.value.missing, ours) });
}

function attemptsHere(
  { read, isFollowed }: CompareParts,
  span: Span,
  there: readonly Transaction[],
): AttemptHere[] {
  const prepared = read
    .attemptsPreparedSince(span.from)
    .filter((attempt) => span.until === null || attempt.preparedAt < span.until);
  const here = new Map(prepared.map((attempt) => [attempt.attemptId, attempt]));
  for (const transaction of there) {
    const attempt = attemptOf(read, transaction);
    if (attempt !== null) here.set(attempt.attemptId, attempt);
  }
  return [...here.values()].map((attempt) => ({ ...attempt, followed: isFollowed(attempt) }));
}

/** What both sides come to. */
export function sumsOf(
  { there, here }: Compared,
  ours: Ours,
): { readonly here: SideSum; readonly there: SideSum } {
  const paid = here.filter(isPaidHere);
  const ourOwn = there.filter(
    (transaction) =>
      moved(transaction) === 'yes' &&
      (here.some((attempt) => belongs(transaction, attempt)) || isOnOurTerminal(transaction, ours)),
  );
  return {
    here: sideSum(paid.map(({ amount, refunded }) => ({ amount, refunded }))),
    there: sideSum(ourOwn.map((one) => ({ amount: paidThere(one), refunded: refundedByDintero(one) }))),
  };
}

/** Another till's payments at the same terminal are not this till's. */
function isOnOurTerminal(transaction: Transaction, { terminalId, tillId }: Ours): boolean {
  const named = tillNamedBy(transaction.merchant_reference);
  return transaction.store?.terminal_id === terminalId && (named === null || named === tillId);
}

function sideSum(payments: readonly { readonly amount: Ore; readonly refunded: Ore }[]): SideSum {
  return {
    payments: {
      number: payments.length,
      amount: ore(payments.reduce((sum, { amount }) => sum + amount, 0)),
    },
    refunded: ore(payments.reduce((sum, { refunded }) => sum + refunded, 0)),
  };
}
