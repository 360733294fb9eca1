import type { AlarmView } from '../../preload/contract/view.ts';
import type { Journal, JournalReads, JournalWriter, OpenRefundAlarm } from '../journal/index.ts';
import { type Refund, refundFrom } from '../refund/refund.ts';
import { ok, type Result } from '../result.ts';
import type { Currency } from '../sale/money.ts';
import type { Words } from '../words/index.ts';
import type { Authorise } from './authorise.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import { canConclude } from './refund-conclusion.ts';

/** The refund that an alarm is about, when its receipt can still be written: Dintero did just what was asked for. */
function bookable(read: JournalReads, { refundId, refunded }: OpenRefundAlarm): Refund | null {
  const entries = read.refundEntries(refundId);
  const refund = refundFrom(entries);
  const said = entries.findLast((entry) => entry.kind === 'refund.contradicted');
  const sameAmount = said?.kind === 'refund.contradicted' && said.body.eventId !== null;
  return refund !== null && refunded && sameAmount && canConclude(read, refund) ? refund : null;
}

/** Refunds that Dintero tells otherwise than the person who decided them. */
export function refundAlarmViews(read: JournalReads, currency: Currency, words: Words): AlarmView[] {
  return read.openRefundAlarms().map((open) => {
    const { alarm, refundId, saleId, amount, at, refunded } = open;
    const canBook = bookable(read, open) !== null;
    const money = { amount, currency };
    return {
      alarm,
      of: 'refund',
      about: refundId,
      saleId,
      amount,
      at,
      canAttach: canBook,
      canRefund: false,
      canHandleElsewhere: true,
      refund: null,
      sentence: refunded
        ? words.refund.refundedAfterAll({ ...money, refundId, canBook })
        : words.refund.notRefundedAfterAll({ ...money, refundId }),
    };
  });
}

export type RefundAlarmParts = {
  readonly journal: Journal;
  /** Writes the receipt of a refund that went back. */
  readonly conclude: (tx: JournalWriter, refund: Refund) => unknown;
  readonly operator: () => string | null;
  readonly authorise: Authorise;
};

/** Settles an alarm about a refund: its receipt is written after all, or a person has seen to it elsewhere. */
export function settleRefundAlarm(
  { journal, conclude, operator, authorise }: RefundAlarmParts,
  open: OpenRefundAlarm,
  how: 'attach' | 'refund' | 'handled-elsewhere',
  reason: string,
): Result<null, Refusal> {
  const { refundId } = open;
  const refund = how === 'attach' ? bookable(journal.read, open) : null;
  if (how === 'refund' || (how === 'attach' && refund === null)) return refuse('NOT-ALLOWED-NOW');
  const refusal = authorise({ kind: 'manual-decision', of: `alarm ${String(open.alarm)}` });
  if (refusal !== null) return { ok: false, error: refusal };
  const written = journal.write(operator(), (tx) => {
    if (refund !== null) conclude(tx, { ...refund, state: 'done', receiptNumber: null, byHand: false });
    tx.append('refund.alarm-settled', {
      refundId,
      how: refund === null ? 'handled-elsewhere' : 'booked',
      reason,
    });
  });
  return written.ok ? ok(null) : notWritten(written.error);
}
