import { type Clock, instant } from '../clock.ts';
import type {
  Answer,
  Dintero,
  DinteroError,
  Settlement,
  Transaction,
  TransactionQuery,
} from '../dintero/index.ts';
import type { MatchedSettlement } from '../journal/entries/books.ts';
import { type Journal, type JournalError, journalError } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import { ore } from '../sale/money.ts';
import { attemptOf } from './listing.ts';
import { type PaidTo, paidBy, paidSettlement, paidSum } from './payout-sums.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Payouts can wait (ms): payments come first, and a payout comes once a day. */
const firstPauseMs = 10 * 60_000;
const usualPauseMs = 6 * hourMs;
/** How far back (ms) the first look reaches, and how far behind the newest payout every later one. */
const firstReachMs = 92 * dayMs;
const overlapMs = 14 * dayMs;
const pageSize = 100;
const mostPages = 200;

export type PayoutsParts = {
  readonly journal: Journal;
  readonly dintero: Pick<Dintero, 'findSettlements' | 'findTransactions'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly paidTo: PaidTo;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** `not-available`: Dintero does not show payouts to this till (403, 404). */
export type PayoutsError =
  | { readonly kind: 'not-available' }
  | { readonly kind: 'dintero'; readonly error: DinteroError }
  | { readonly kind: 'journal'; readonly error: JournalError };

/** How many payouts were new, and how many of them became cases. */
export type PayoutsFound = { readonly matched: number; readonly opened: number };

/** Matches Dintero's payouts with the payments and refunds that they pay (dintero.md 7). */
export type Payouts = {
  /** Looks some minutes later, and every few hours from then on. */
  readonly start: () => void;
  readonly lookNow: () => Promise<Result<PayoutsFound, PayoutsError>>;
  readonly stop: () => void;
};

/** Makes the matching of payouts. It asks nothing before it is started. */
export function createPayouts(parts: PayoutsParts): Payouts {
  const { journal, dintero, clock, log, paidTo } = parts;
  let callOff: (() => void) | null = null;
  let looking: Promise<Result<PayoutsFound, PayoutsError>> | null = null;
  let over = false;

  async function look(): Promise<Result<PayoutsFound, PayoutsError>> {
    const listed = await listSettlements();
    if (!listed.ok) return err(errorOf(listed.error));
    let found: PayoutsFound = { matched: 0, opened: 0 };
    // The oldest first, as they came.
    for (const settlement of listed.value.toReversed()) {
      if (over || journal.read.hasSettlement(settlement.id)) continue;
      const paid = paidSettlement(settlement, paidTo);
      if (paid === null) continue;
      const there = await transactionsBetween(paid.startAt, paid.endAt);
      if (!there.ok) return err(errorOf(there.error));
      const written = writeDown({ ...paid, ...paidBy(paid, there.value, paidTo, known) });
      if (!written.ok) return written;
      found = { matched: found.matched + 1, opened: found.opened + (written.value ? 1 : 0) };
    }
    if (found.matched > 0) parts.onChange();
    return ok(found);
  }

  const known = {
    attemptOf: (transaction: Transaction) => attemptOf(journal.read, transaction)?.attemptId ?? null,
    isOwnRefund: (refundId: string) => journal.read.isOwnRefund(refundId),
  };

  async function listSettlements(): Promise<Answer<Settlement[]>> {
    const newest = journal.read.settlements(1)[0];
    const settledFrom = instant(
      newest === undefined ? clock.now() - firstReachMs : Date.parse(newest.settledAt) - overlapMs,
    );
    const { payoutDestinationId } = paidTo;
    const all = new Map<string, Settlement>();
    let last: Settlement | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const after = last === undefined ? {} : { after: { id: last.id, date: last.settled_at } };
      const answer = await dintero.findSettlements({
        payoutDestinationId,
        settledFrom,
        limit: pageSize,
        ...after,
      });
      if (!answer.ok) return answer;
      const before = all.size;
      for (const one of answer.value) all.set(one.id, one);
      last = answer.value.at(-1);
      if (answer.value.length < pageSize || all.size === before) break;
    }
    return ok([...all.values()]);
  }

  async function transactionsBetween(startAt: string, endAt: string): Promise<Answer<Transaction[]>> {
    const all = new Map<string, Transaction>();
    const windows: TransactionQuery[] = [
      { capturedFrom: startAt, capturedTo: endAt },
      { refundedFrom: startAt, refundedTo: endAt },
    ];
    for (const window of windows) {
      let after: { startingAfter?: string } = {};
      for (let page = 0; page < mostPages; page += 1) {
        const answer = await dintero.findTransactions({
          payoutDestinationId: paidTo.payoutDestinationId,
          ...window,
          limit: pageSize,
          ...after,
        });
        if (!answer.ok) return answer;
        const before = all.size;
        for (const one of answer.value) all.set(one.id, one);
        const last = answer.value.at(-1);
        if (answer.value.length < pageSize || (all.size === before && page > 0) || last === undefined) break;
        after = { startingAfter: last.id };
      }
    }
    return ok([...all.values()]);
  }

  /** Whether it became a case. */
  function writeDown(settlement: MatchedSettlement): Result<boolean, PayoutsError> {
    const said = settlement.captures - settlement.refunds;
    const transactions = paidSum(settlement);
    const written = journal.write(null, (tx) => {
      tx.append('settlement.matched', settlement);
      if (said === transactions) return false;
      const { settlementId, settledAt, currency } = settlement;
      tx.append('settlement.differs', {
        case: tx.read.nextCaseNumber(),
        settlementId,
        settledAt,
        currency,
        transactions: ore(transactions),
        said: ore(said),
      });
      return true;
    });
    if (written.ok) return written;
    parts.onJournalError(written.error);
    return err({ kind: 'journal', error: written.error });
  }

  function lookOnce(): Promise<Result<PayoutsFound, PayoutsError>> {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  }

  function schedule(pauseMs: number): void {
    callOff?.();
    if (!over) callOff = clock.after(pauseMs, lookByItself);
  }

  function lookByItself(): void {
    lookOnce().then(
      (looked) => {
        if (!looked.ok && looked.error.kind === 'dintero') log.info('payouts could not be read', {});
        schedule(usualPauseMs);
      },
      (thrown: unknown) => {
        const error = journalError(thrown);
        if (error === null) log.error('matching payouts failed', { thrown });
        else parts.onJournalError(error);
        schedule(usualPauseMs);
      },
    );
  }

  return {
    start: () => {
      schedule(firstPauseMs);
    },
    lookNow: lookOnce,
    stop: () => {
      over = true;
      callOff?.();
    },
  };
}

function errorOf(error: DinteroError): PayoutsError {
  const refused = error.kind === 'refused' && (error.status === 403 || error.status === 404);
  return refused ? { kind: 'not-available' } : { kind: 'dintero', error };
}
