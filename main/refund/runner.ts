import type { RefundRequest } from '../dintero/index.ts';
import type { TransactionSeen } from '../journal/entries/attempt.ts';
import type { PreparedRefund } from '../journal/entries/refund.ts';
import type { JournalError, JournalReads } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { Ore } from '../sale/money.ts';
import { type Refund, refundFrom } from './refund.ts';
import type { RefundRunnerParts, RefundStanding } from './runner-parts.ts';
import { createRefundWatch, type RefundWatch } from './watch.ts';

/** What is to be given back, but for the name that the runner gives it. */
export type RefundOrder = Omit<PreparedRefund, 'refundId' | 'number' | 'card'> & {
  readonly card:
    | (Omit<NonNullable<PreparedRefund['card']>, 'request'> & {
        readonly request: (refundId: string) => RefundRequest;
      })
    | null;
  /** The sale whose exchange it gives the difference back of. */
  readonly exchange: string | null;
  /** What Dintero showed of another till's payment, and still holds of it. */
  readonly ofOtherTill: { readonly transaction: TransactionSeen; readonly held: Ore } | null;
};

/** Drives every refund of this till to its end, through errors and restarts. One per till. */
export type RefundRunner = {
  /** Takes up whatever was not settled when the till stopped. Call once, before anything is given back. */
  readonly resume: () => void;
  /** Writes a refund down and sets it going; cash alone is given back at once. Gives the refund's id. */
  readonly begin: (order: RefundOrder, operator: string | null) => Result<string, JournalError>;
  /** Null when nobody looks after it: the till has just started, or it is over. */
  readonly decide: (
    refundId: string,
    refunded: boolean,
    reason: string,
    operator: string | null,
  ) => Result<void, JournalError> | null;
  /** Looks at every refund now: after a wake-up, a network change, or because the cashier asks. */
  readonly lookNow: () => void;
  /** Null for a refund that the journal does not know. */
  readonly standing: (refundId: string) => RefundStanding | null;
  /** Those that are not settled, the oldest first. */
  readonly open: () => readonly RefundStanding[];
  readonly stop: () => Promise<void>;
};

/** Makes the runner. It starts nothing by itself. */
export function createRefundRunner(parts: RefundRunnerParts & { readonly tillId: string }): RefundRunner {
  const { journal } = parts;
  const watches = new Map<string, RefundWatch>();
  let resumed = false;
  let stopped = false;

  function watch(refund: Refund): RefundWatch {
    const made = createRefundWatch(parts, refund, ({ refundId }) => watches.delete(refundId));
    watches.set(refund.refundId, made);
    return made;
  }

  function past(refundId: string, read: JournalReads): RefundStanding | null {
    const refund = refundFrom(read.refundEntries(refundId));
    return refund === null ? null : { refund, nextLookAt: null };
  }

  /** What was open when the till stopped is open before anybody looks after it again. */
  function leftOpen(): RefundStanding[] {
    if (resumed) return [];
    return journal.read
      .openRefunds()
      .filter((refundId) => !watches.has(refundId))
      .flatMap((refundId) => past(refundId, journal.read) ?? []);
  }

  return {
    resume: () => {
      for (const refundId of [...journal.read.openRefunds(), ...journal.read.watchedRefunds()]) {
        const refund = refundFrom(journal.read.refundEntries(refundId));
        if (refund !== null && !watches.has(refundId)) watch(refund).resume();
      }
      resumed = true;
    },

    begin: (order, operator) => {
      const begun = journal.write(operator, (tx) => {
        const number = tx.read.nextRefundNumber();
        const refundId = `${parts.tillId}-F${String(number)}`;
        const request = order.card?.request(refundId) ?? null;
        const { exchange, ofOtherTill, ...plain } = order;
        const card = order.card === null || request === null ? null : { ...order.card, request };
        const entries = [tx.append('refund.prepared', { ...plain, refundId, number, card })];
        if (exchange !== null) entries.push(tx.append('refund.for-exchange', { refundId, saleId: exchange }));
        if (ofOtherTill !== null)
          entries.push(tx.append('refund.of-other-till', { refundId, ...ofOtherTill }));
        const refund = refundFrom(entries);
        if (refund === null) throw new Error('A refund does not begin with its preparation');
        // The drawer answers to nobody: what goes back in cash alone is written down with its receipt.
        if (request === null) parts.conclude(tx, refund);
        return { refund, request };
      });
      if (!begun.ok) {
        parts.onJournalError(begun.error);
        return err(begun.error);
      }
      const { refund, request } = begun.value;
      if (request !== null) watch(refund).start(request);
      parts.onChange();
      return ok(refund.refundId);
    },

    decide: (refundId, refunded, reason, operator) =>
      watches.get(refundId)?.decide(refunded, reason, operator) ?? null,

    lookNow: () => {
      for (const held of watches.values()) held.lookNow();
    },

    standing: (refundId) => watches.get(refundId)?.standing() ?? past(refundId, journal.read),

    // What a person decided is only watched.
    open: () =>
      [...leftOpen(), ...[...watches.values()].map((held) => held.standing())].filter(
        ({ refund }) => refund.watchedSince === null,
      ),

    stop: async () => {
      if (stopped) return;
      stopped = true;
      await Promise.all([...watches.values()].map((held) => held.stop()));
      watches.clear();
    },
  };
}
