import { useState } from 'react';
import type { SaleView } from '../../preload/contract/view.ts';
import { readKroner, typedKroner } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { NumberPad } from '../parts/number-pad.tsx';
import { Reason } from '../parts/reason.tsx';
import { ask } from '../place.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

const shares = [2, 3, 4] as const;

/** An equal share of what is due in whole kroner, in øre: the last one pays what is over. */
function shareOf(due: number, people: number): number {
  return Math.floor(due / people / 100) * 100;
}

/** Takes a part of what is due on a card, in cash or by gift card; the rest is paid afterwards. */
export function SplitQuestion() {
  const { split, giftCard, wrong } = useStrings();
  const formats = useFormats();
  const due = useTill((view) => (view.counter.kind === 'done' ? 0 : view.counter.sale.due));
  const [text, setText] = useState('');
  const amount = readKroner(text);
  const isWhole = amount !== null && amount % 100 === 0;
  const isPart = amount !== null && amount > 0 && amount < due;
  const wrongPart = amount !== null && amount >= due ? wrong.lessThan(formats.amount(due)) : undefined;
  return (
    <div className={styles.form}>
      <DialogText>
        {split.due(formats.amount(due))} {isPart && !isWhole && split.wholeInCash}
      </DialogText>
      <Field
        label={split.amount}
        value={text}
        onChange={setText}
        figures="amount"
        wrong={wrongPart}
        inputMode="none"
        data-first
      />
      <DialogButtons>
        {shares.map((people) => (
          <Button key={people} wide onClick={() => setText(typedKroner(shareOf(due, people)))}>
            {split.share(people)}
          </Button>
        ))}
      </DialogButtons>
      <NumberPad value={text} onChange={setText} />
      <DialogButtons>
        <Button
          look="strong"
          wide
          off={!isPart || !isWhole}
          onClick={() => {
            if (isPart) void answerWith('payment.cashPart', { total: due, amount });
          }}
        >
          {split.cash}
        </Button>
        <Button
          look="primary"
          wide
          off={!isPart}
          onClick={() => {
            if (isPart) void answerWith('payment.cardPart', { total: due, amount });
          }}
        >
          {split.card}
        </Button>
        <Button wide onClick={() => ask({ kind: 'gift-card', code: '' })}>
          {giftCard.open}
        </Button>
      </DialogButtons>
    </div>
  );
}

/** Gives a part back, so that the sale may be changed or given up. */
export function GiveBackPartQuestion({ part }: { readonly part: SaleView['paid'][number] }) {
  const { split, giftCard } = useStrings();
  const formats = useFormats();
  const amount = formats.amount(part.amount);
  const ways = { cash: split.fromDrawer, card: split.toCard, 'gift-card': giftCard.toCard };
  return (
    <>
      <DialogText>{ways[part.kind](amount)}</DialogText>
      <Reason
        usual={split.reasons}
        onReason={(reason) => void answerWith('payment.giveBackPart', { part: part.part, reason })}
      />
    </>
  );
}
