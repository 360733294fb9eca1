import { useState } from 'react';
import { readKroner } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { FiguresEntry } from '../parts/figures-entry.tsx';
import { useFormats, useStrings } from '../words.ts';
import { ringUpWith } from './answer.ts';
import styles from './questions.module.css';

/** The rates of merverdiavgiftsloven §§ 5-1 to 5-11, in hundredths of a percent. */
const rates = [2_500, 1_500, 1_200, 0];

/** A line for something that is not in the catalogue. */
export function FreeAmountQuestion() {
  const { dialog } = useStrings();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [vatRate, setVatRate] = useState(2_500);
  const [description, setDescription] = useState('');
  const [adding, setAdding] = useState(false);
  const amount = readKroner(text);
  const off = adding || amount === null || amount === 0;
  const add = async (): Promise<void> => {
    if (off) return;
    setAdding(true);
    await ringUpWith('sale.addFreeAmount', { amount, vatRate, description: description.trim() });
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
      <FiguresEntry label={dialog.amount} figures="amount" value={text} onChange={setText} />
      <Choice
        label={dialog.vatRate}
        value={vatRate}
        options={rates.map((rate) => ({ value: rate, text: formats.rate(rate) }))}
        onChange={setVatRate}
      />
      <Field label={dialog.description} value={description} onChange={setDescription} maxLength={60} />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={off}>
          {dialog.addLine}
        </Button>
      </DialogButtons>
    </form>
  );
}
