import type { Journal } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import { ageToCheck } from '../sale/age.ts';
import { type Owed, owedOf } from '../sale/due.ts';
import { isEmpty, type Sale } from '../sale/sale.ts';
import type { Counter } from './counter.ts';
import { holdingRefund } from './exchange-hold.ts';
import { isPartGoingBack } from './part-calls.ts';
import { refuse, type Refusal } from './refusal.ts';

export type PayableParts = {
  readonly counter: Counter;
  readonly journal: Journal;
  readonly stopped: () => Refusal | null;
};

export type Payable = { readonly sale: Sale; readonly owed: Owed };

/** The sale on the counter when it may be paid for now, and `total` (øre) is what the cashier saw as still to be paid. */
export function payable(
  { counter, journal, stopped }: PayableParts,
  total: number,
): Result<Payable, Refusal> {
  const refusal = stopped();
  if (refusal !== null) return err(refusal);
  const sale = counter.sale();
  if (sale === null || isEmpty(sale) || counter.shown().kind === 'done') return refuse('SALE-EMPTY');
  if (sale.lines.length === 0) return refuse('EXCHANGE-NOTHING-NEW');
  if (sale.exchange !== null && holdingRefund(journal.read, sale.saleId) !== null)
    return refuse('SALE-LOCKED');
  // A payment that came after all must be settled before this sale can be paid for once more; one that came to nothing
  // and is out of the sale is what is paid now.
  const alarms = journal.read.openAlarms().filter(({ saleId }) => saleId === sale.saleId);
  if (alarms.some(({ kind, attemptId }) => kind === 'paid-after-all' || isPaidBy(sale, attemptId)))
    return refuse('PAYMENT-UNDECIDED');
  if (isPartGoingBack(journal.read, sale.saleId)) return refuse('PART-GOING-BACK');
  if (hasCase(journal, sale.saleId)) return refuse('SALE-HAS-CASE');
  const years = ageToCheck(sale);
  if (years !== null) return refuse('AGE-UNCHECKED', { years });
  const owed = owedOf(sale);
  if (owed.due !== total) return refuse('TOTAL-CHANGED', { total: owed.due, currency: sale.currency });
  // Nothing is to be paid where as much comes back: that is completed, or given back.
  if (sale.exchange !== null && total < 1) return refuse('AMOUNT-WRONG');
  return ok({ sale, owed });
}

/** Whether a part of the sale is paid by this attempt. */
function isPaidBy({ paid }: Sale, attemptId: string): boolean {
  return paid.some(({ payment }) => payment.kind === 'card' && payment.attemptId === attemptId);
}

/** Whether Dintero holds a payment for this sale that the journal lost, and no person has looked into it yet. */
function hasCase({ read }: Journal, saleId: string): boolean {
  if (!read.hasLostAttempt(saleId)) return false;
  return read
    .openCases()
    .some(({ kind, reference }) => kind === 'paid-there-only' && reference.startsWith(`${saleId}-`));
}
