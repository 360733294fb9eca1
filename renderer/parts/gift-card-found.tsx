import type { GiftCardView } from '../../preload/contract/gift-card.ts';
import { useFormats, useStrings } from '../words.ts';
import { DialogText } from './dialog.tsx';
import styles from './gift-card-found.module.css';

/** What a gift card is, and what is left on it. */
export function GiftCardFound({ card }: { readonly card: GiftCardView }) {
  const { giftCard } = useStrings();
  const formats = useFormats();
  return (
    <>
      <p className={styles.code}>{card.code}</p>
      {card.balance !== null && <p className={styles.left}>{giftCard.left(formats.amount(card.balance))}</p>}
      <DialogText>{card.sentence}</DialogText>
    </>
  );
}
