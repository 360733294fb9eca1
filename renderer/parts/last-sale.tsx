import type { ReceiptSummaryView } from '../../preload/contract/view.ts';
import { useLast } from '../last.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './last-sale.module.css';

function Summary({ receipt }: { readonly receipt: ReceiptSummaryView }) {
  const { sale, done } = useStrings();
  const formats = useFormats();
  return (
    <dl className={styles.last}>
      <dt>{sale.lastSale}</dt>
      <dd>{formats.amount(receipt.total)}</dd>
      <dt>{done.receipt}</dt>
      <dd>{receipt.receiptNumber}</dd>
      {receipt.paidBy !== 'card' && receipt.paidBy !== 'gift-card' && (
        <>
          <dt>{done.change}</dt>
          <dd>{formats.amount(receipt.change)}</dd>
        </>
      )}
    </dl>
  );
}

/** The sale before this one, for the customer who comes back and asks about the change. */
export function LastSale() {
  const receipt = useLast();
  return receipt === null ? null : <Summary receipt={receipt} />;
}
