import { useEffect, useState } from 'react';
import type { GiftCardView } from '../../preload/contract/gift-card.ts';
import { printGiftCard, replyOnce, useBusy } from '../acts.ts';
import { sayError } from '../notices.ts';
import { readKroner } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { FiguresEntry } from '../parts/figures-entry.tsx';
import { GiftCardFound } from '../parts/gift-card-found.tsx';
import { onGiftCardScanned } from '../scan.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { answerWith, ringUpWith } from './answer.ts';
import styles from './questions.module.css';

type Way = 'use' | 'sell';

/** Takes a gift card as payment, looks at what is left on it, or sells one. `code`: one that was scanned already. */
export function GiftCardQuestion({ code }: { readonly code: string }) {
  const { giftCard } = useStrings();
  const due = useTill((view) => (view.counter.kind === 'done' ? 0 : view.counter.sale.due));
  const [way, setWay] = useState<Way>(code !== '' || due > 0 ? 'use' : 'sell');
  return (
    <div className={styles.form}>
      <Choice
        label={giftCard.what}
        value={way}
        options={(['use', 'sell'] as const).map((value) => ({ value, text: giftCard.ways[value] }))}
        onChange={setWay}
      />
      {way === 'use' ? <UseGiftCard code={code} due={due} /> : <SellGiftCard />}
    </div>
  );
}

/** What a code names, asked of the till each time that one is scanned or typed. */
function useGiftCard(asked: { readonly text: string }, notACode: string): GiftCardView | null {
  const [found, setFound] = useState<GiftCardView | null>(null);
  useEffect(() => {
    const { text } = asked;
    if (text === '') return;
    void replyOnce('giftCard.lookUp', { text }).then((reply) => {
      if (reply === null) return;
      if (reply.ok && reply.value === null) sayError(notACode, text);
      setFound(reply.ok ? reply.value : null);
    });
  }, [asked, notACode]);
  return found;
}

function UseGiftCard({ code, due }: { readonly code: string; readonly due: number }) {
  const { giftCard } = useStrings();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState({ text: code });
  const found = useGiftCard(asked, giftCard.notACode);
  useEffect(() => onGiftCardScanned((scanned) => setAsked({ text: scanned })), []);
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ text: text.trim() });
          setText('');
        }}
      >
        <div className={styles.asked}>
          <Field label={giftCard.code} value={text} onChange={setText} maxLength={60} data-first />
          <Button type="submit" off={text.trim() === ''}>
            {giftCard.lookUp}
          </Button>
        </div>
        <div role="status" className={styles.found}>
          {found !== null && <GiftCardFound card={found} />}
        </div>
      </form>
      {found !== null && <GiftCardWays card={found} due={due} />}
    </>
  );
}

/** What may be done with a card that was found: pay with it, and print it once more. */
function GiftCardWays({ card, due }: { readonly card: GiftCardView; readonly due: number }) {
  const { giftCard } = useStrings();
  const formats = useFormats();
  const busy = useBusy('giftCard.pay', 'giftCard.print');
  const [text, setText] = useState('');
  const { standing, code } = card;
  const typed = standing === 'elsewhere' ? readKroner(text) : null;
  const amount = standing === 'elsewhere' ? (typed ?? 0) : Math.min(due, card.balance ?? 0);
  const accept = standing === 'expired' || standing === 'elsewhere';
  return (
    <>
      {standing === 'elsewhere' && due > 0 && (
        <Field
          label={giftCard.acceptFor}
          value={text}
          onChange={setText}
          figures="amount"
          inputMode="decimal"
        />
      )}
      <DialogButtons>
        {standing !== 'elsewhere' && standing !== 'empty' && (
          <Button wide off={busy} onClick={() => void printGiftCard(code)}>
            {giftCard.print}
          </Button>
        )}
        {due > 0 && standing !== 'empty' && (
          <Button
            look="primary"
            wide
            off={busy || amount < 1 || amount > due}
            onClick={() => void answerWith('giftCard.pay', { total: due, text: code, amount: typed, accept })}
          >
            {(accept ? giftCard.accept : giftCard.pay)(formats.amount(amount))}
          </Button>
        )}
      </DialogButtons>
    </>
  );
}

function SellGiftCard() {
  const { giftCard } = useStrings();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const amount = readKroner(text);
  const off = adding || amount === null || amount === 0;
  const add = async (): Promise<void> => {
    if (off) return;
    setAdding(true);
    await ringUpWith('giftCard.sell', { amount });
    setAdding(false);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <FiguresEntry label={giftCard.amount} figures="amount" value={text} onChange={setText} />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={off}>
          {giftCard.add}
        </Button>
      </DialogButtons>
    </form>
  );
}
