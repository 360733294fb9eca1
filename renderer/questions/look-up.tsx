import { useEffect, useState } from 'react';
import type { GiftCardView } from '../../preload/contract/gift-card.ts';
import type { ArticleView } from '../../preload/contract/view.ts';
import { act } from '../acts.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { GiftCardFound } from '../parts/gift-card-found.tsx';
import { onLookedUp } from '../scan.ts';
import { useFormats, useStrings } from '../words.ts';
import { ringUpWith } from './answer.ts';
import styles from './questions.module.css';

/** What something costs, or what is left on a gift card, without ringing it up: scanned, or typed. */
export function LookUpQuestion() {
  const { lines, giftCard } = useStrings();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [found, setFound] = useState<ArticleView | 'nothing' | null>(null);
  const [card, setCard] = useState<GiftCardView | null>(null);
  const look = async (code: string): Promise<void> => {
    if (code.trim() === '') return;
    setText('');
    const article = await act('catalogue.lookUp', { text: code });
    const giftCard = article === null ? await act('giftCard.lookUp', { text: code }) : null;
    setCard(giftCard);
    setFound(article ?? (giftCard === null ? 'nothing' : null));
  };
  useEffect(() => onLookedUp((code) => void look(code)), []);
  const add = (article: ArticleView): Promise<void> =>
    ringUpWith('sale.addArticle', { articleId: article.id, quantity: 1000 });
  const article = found === 'nothing' ? null : found;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void look(text);
      }}
    >
      <Field label={lines.lookUpCode} value={text} onChange={setText} maxLength={200} data-first />
      <div role="status" className={styles.found}>
        {card !== null && <GiftCardFound card={card} />}
        {found === 'nothing' && <DialogText>{lines.lookUpNothing}</DialogText>}
        {article !== null && (
          <>
            <p>{article.name}</p>
            <p className={styles.price}>{formats.amount(article.price)}</p>
            {article.deposit !== null && <p>{lines.plusDeposit(formats.amount(article.deposit))}</p>}
          </>
        )}
      </div>
      <DialogButtons>
        <Button type="submit" look={article === null ? 'primary' : 'strong'} wide off={text.trim() === ''}>
          {giftCard.lookUp}
        </Button>
        {article !== null && (
          <Button look="primary" wide onClick={() => void add(article)}>
            {lines.addIt}
          </Button>
        )}
      </DialogButtons>
    </form>
  );
}
