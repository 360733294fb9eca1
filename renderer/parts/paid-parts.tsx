import type { SaleView } from '../../preload/contract/view.ts';
import { useBusy } from '../acts.ts';
import { ask } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './paid-parts.module.css';

/** What is paid of the sale while the rest is owed, each with the way back. */
export function PaidParts({ sale }: { readonly sale: SaleView }) {
  const { split, giftCard } = useStrings();
  const formats = useFormats();
  const busy = useBusy('payment.giveBackPart');
  if (sale.paid.length === 0) return null;
  const names = { cash: () => split.inCash, card: split.onCard, 'gift-card': giftCard.part };
  return (
    <ul className={styles.parts} aria-label={split.paid}>
      {sale.paid.map((part) => (
        <li key={part.part} className={styles.part}>
          <span>
            {names[part.kind](part.cardEnding)} <strong>{formats.kroner(part.amount)}</strong>
          </span>
          <Button
            look="quiet"
            off={busy || part.goingBack}
            onClick={() => ask({ kind: 'give-back-part', part })}
          >
            {part.goingBack ? split.goingBack : split.giveBack}
          </Button>
        </li>
      ))}
    </ul>
  );
}
