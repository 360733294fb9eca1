import { useState } from 'react';
import type { DiscountView, LineView } from '../../preload/contract/view.ts';
import { readKroner, readPercent } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { NumberPad } from '../parts/number-pad.tsx';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

const usual = [500, 1_000, 2_000, 5_000];

function read(kind: DiscountView['kind'], text: string): DiscountView | null {
  if (kind === 'percent') {
    const rate = readPercent(text);
    return rate === null ? null : { kind, rate };
  }
  const amount = readKroner(text);
  return amount === null || amount === 0 ? null : { kind, amount };
}

/** A discount on a line, or on the whole sale when `line` is null. */
export function DiscountQuestion({ line }: { readonly line: LineView | null }) {
  const { dialog } = useStrings();
  const formats = useFormats();
  const ofSale = useTill((view) => (view.counter.kind === 'selling' ? view.counter.sale.discount : null));
  const present = line === null ? ofSale : line.discount;
  const [kind, setKind] = useState<DiscountView['kind']>(present?.kind ?? 'percent');
  const [text, setText] = useState('');
  const discount = read(kind, text);
  const give = (given: DiscountView | null): void => {
    void answerWith('sale.discount', { lineId: line?.lineId ?? null, discount: given });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (discount !== null) give(discount);
      }}
    >
      <Choice
        label={dialog.discountValue}
        value={kind}
        options={[
          { value: 'percent', text: dialog.percent },
          { value: 'amount', text: dialog.kroner },
        ]}
        onChange={setKind}
      />
      <Field
        label={kind === 'percent' ? dialog.percent : dialog.kroner}
        value={text}
        onChange={setText}
        figures={kind}
        inputMode="none"
        data-first
      />
      <DialogButtons>
        {usual.map((rate) => (
          <Button key={rate} wide onClick={() => give({ kind: 'percent', rate })}>
            {formats.rate(rate)}
          </Button>
        ))}
      </DialogButtons>
      <NumberPad value={text} onChange={setText} />
      <DialogButtons>
        {present !== null && (
          <Button look="strong" wide onClick={() => give(null)}>
            {dialog.takeOff}
          </Button>
        )}
        <Button type="submit" look="primary" wide off={discount === null}>
          {dialog.giveDiscount}
        </Button>
      </DialogButtons>
    </form>
  );
}
