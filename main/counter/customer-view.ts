import type { CustomerView } from '../../preload/contract/customer.ts';
import type { TillView } from '../../preload/contract/view.ts';
import { assertNever } from '../result.ts';

/** What the customer is shown of what stands on the counter. */
export function customerView({
  language,
  sellerName,
  currency,
  mode,
  counter,
  printing,
  stopped,
}: Pick<
  TillView,
  'language' | 'sellerName' | 'currency' | 'mode' | 'counter' | 'printing' | 'stopped'
>): CustomerView {
  const shown = stopped === null ? shownOf(counter, printing) : ({ kind: 'idle' } as const);
  return { language, shopName: sellerName, currency, training: mode === 'training', shown };
}

function shownOf(
  counter: TillView['counter'],
  { qr, qrTurned }: TillView['printing'],
): CustomerView['shown'] {
  switch (counter.kind) {
    case 'selling':
    case 'refunding': {
      if (qrTurned && qr !== null) return { kind: 'receipt', qr };
      const { total, due, exchange } = counter.sale;
      const lines = [...(exchange?.lines ?? []), ...counter.sale.lines];
      if (lines.length === 0) return { kind: 'idle' };
      return {
        kind: 'selling',
        lines: lines.map(({ lineId, description, quantity, amount }) => ({
          lineId,
          description,
          quantity,
          amount,
        })),
        total,
        due,
      };
    }
    case 'paying':
      return { kind: 'paying', amount: counter.payment.amount, state: stateOf(counter.payment.state.kind) };
    case 'done':
      return {
        kind: 'done',
        total: counter.receipt.total,
        change: counter.receipt.change,
        qr: qr?.receiptNumber === counter.receipt.receiptNumber ? qr : null,
      };
    default:
      return assertNever(counter);
  }
}

type PaymentState = Extract<TillView['counter'], { kind: 'paying' }>['payment']['state']['kind'];

function stateOf(kind: PaymentState): 'wait' | 'present-card' | 'not-paid' {
  switch (kind) {
    case 'present-card':
      return 'present-card';
    case 'sending':
    case 'cancelling':
    case 'undecided':
      return 'wait';
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'failed':
      return 'not-paid';
  }
}
