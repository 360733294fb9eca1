import { useState } from 'react';
import type { LineView } from '../../preload/contract/view.ts';
import { readQuantity } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { FiguresEntry } from '../parts/figures-entry.tsx';
import { Reason } from '../parts/reason.tsx';
import { ask } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

export function RemoveLineQuestion({ line }: { readonly line: LineView }) {
  const { dialog } = useStrings();
  return (
    <Reason
      usual={dialog.lineReasons}
      onReason={(reason) => void answerWith('sale.removeLine', { lineId: line.lineId, reason })}
    />
  );
}

interface FewerQuestionProps {
  readonly line: LineView;
  /** The smaller quantity, in thousandths. */
  readonly quantity: number;
}

export function FewerQuestion({ line, quantity }: FewerQuestionProps) {
  const { dialog } = useStrings();
  const formats = useFormats();
  return (
    <>
      <DialogText>
        {formats.quantity(line.quantity)} → {formats.quantity(quantity)}
      </DialogText>
      <Reason
        usual={dialog.lineReasons}
        onReason={(reason) => void answerWith('sale.setQuantity', { lineId: line.lineId, quantity, reason })}
      />
    </>
  );
}

export function ClearQuestion() {
  const { dialog } = useStrings();
  return (
    <>
      <DialogText>{dialog.clearText}</DialogText>
      <Reason usual={dialog.saleReasons} onReason={(reason) => void answerWith('sale.clear', { reason })} />
    </>
  );
}

export function QuantityQuestion({ line }: { readonly line: LineView }) {
  const { dialog, sale } = useStrings();
  const [text, setText] = useState('');
  const quantity = readQuantity(text);
  const set = (): void => {
    if (quantity === null) return;
    if (quantity < line.quantity) ask({ kind: 'fewer', line, quantity });
    else void answerWith('sale.setQuantity', { lineId: line.lineId, quantity, reason: null });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <FiguresEntry label={sale.quantity} figures="quantity" value={text} onChange={setText} />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={quantity === null}>
          {dialog.setQuantity}
        </Button>
      </DialogButtons>
    </form>
  );
}
