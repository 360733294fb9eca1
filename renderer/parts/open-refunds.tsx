import { followRefund, useFollowedRefund } from '../following.ts';
import { go, usePlace } from '../place.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './alarms.module.css';
import { Button } from './button.tsx';

/** Refunds of which nobody knows whether the money went back, until each is settled; not those on the screen already. */
export function OpenRefunds({ alarmed }: { readonly alarmed: string | null }) {
  const { refund: strings } = useStrings();
  const formats = useFormats();
  const refunds = useTill((view) => view.refunds);
  const screen = usePlace((place) => place.screen);
  const followed = useFollowedRefund();
  const onCounter = useTill(({ counter }) =>
    counter.kind === 'refunding' && screen === 'counter' ? counter.refund.refundId : null,
  );
  const open = refunds.filter(
    ({ refundId, state }) =>
      state.kind === 'undecided' &&
      refundId !== alarmed &&
      refundId !== onCounter &&
      !(screen === 'receipts' && refundId === followed),
  );
  return open.map(({ refundId, receiptNumber, saleId, amount }) => (
    <div key={refundId} className={styles.cases}>
      <p className={styles.sentence}>
        {strings.open(formats.amount(amount), receiptNumber === null ? saleId : String(receiptNumber))}
      </p>
      <Button
        onClick={() => {
          go('receipts');
          followRefund(refundId);
        }}
      >
        {strings.see}
      </Button>
    </div>
  ));
}
