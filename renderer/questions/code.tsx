import { useState } from 'react';
import { searchField } from '../focus.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { NumberPad } from '../parts/number-pad.tsx';
import { closeQuestion } from '../place.ts';
import { enterCode } from '../scan.ts';
import { timesIn, writeInto } from '../typed.ts';
import { useStrings } from '../words.ts';
import styles from './questions.module.css';

/** A code, an article's number or `3*` by finger: how many of what is scanned or touched next. */
export function CodeQuestion() {
  const { dialog, pad } = useStrings();
  const [text, setText] = useState('');
  const [entering, setEntering] = useState(false);
  const off = entering || text === '';
  const enter = async (): Promise<void> => {
    if (off) return;
    const field = searchField();
    if (timesIn(text) !== '' && field !== null) {
      writeInto(field, text);
      closeQuestion();
      return;
    }
    setEntering(true);
    const entered = await enterCode(text);
    setEntering(false);
    if (entered) closeQuestion();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <Field
        label={pad.code}
        hint={pad.codeHint}
        value={text}
        onChange={setText}
        figures="code"
        inputMode="none"
        maxLength={100}
        data-first
      />
      <NumberPad value={text} onChange={setText} times />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={off}>
          {dialog.ok}
        </Button>
      </DialogButtons>
    </form>
  );
}
