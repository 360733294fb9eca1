import { useState } from 'react';
import type { Asks } from '../../preload/contract/calls.ts';
import { readKroner } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { NumberPad } from '../parts/number-pad.tsx';
import { Reason } from '../parts/reason.tsx';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

interface AmountProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function AmountEntry({ text, onText }: AmountProps) {
  const { day } = useStrings();
  return (
    <>
      <Field label={day.amount} value={text} onChange={onText} figures="amount" inputMode="none" data-first />
      <NumberPad value={text} onChange={onText} />
    </>
  );
}

/** The opening float; one that is there already is changed with a reason. */
export function FloatQuestion({ registered }: { readonly registered: boolean }) {
  const { day } = useStrings();
  const [text, setText] = useState('');
  const amount = readKroner(text);
  const register = (reason: string | null): void => {
    if (amount !== null) void answerWith('day.float', { amount, reason });
  };
  if (registered) {
    return (
      <div className={styles.moving}>
        <div className={styles.form}>
          <DialogText>{day.floatText}</DialogText>
          <AmountEntry text={text} onText={setText} />
        </div>
        <div className={styles.form}>
          <Reason usual={day.floatReasons} off={amount === null} onReason={register} />
        </div>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        register(null);
      }}
    >
      <DialogText>{day.floatText}</DialogText>
      <AmountEntry text={text} onText={setText} />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={amount === null}>
          {day.save}
        </Button>
      </DialogButtons>
    </form>
  );
}

/** Cash into or out of the drawer that is no sale. */
export function MoveCashQuestion({ move }: { readonly move: Asks<'day.moveCash'>['kind'] }) {
  const { day } = useStrings();
  const [text, setText] = useState('');
  const amount = readKroner(text);
  return (
    <div className={styles.moving}>
      <div className={styles.form}>
        <AmountEntry text={text} onText={setText} />
      </div>
      <div className={styles.form}>
        <Reason
          usual={day.moveReasons[move]}
          off={amount === null || amount === 0}
          onReason={(reason) => {
            if (amount !== null) void answerWith('day.moveCash', { kind: move, amount, reason });
          }}
        />
      </div>
    </div>
  );
}

/** The drawer without a sale. */
export function OpenDrawerQuestion() {
  const { day } = useStrings();
  return (
    <Reason usual={day.drawerReasons} onReason={(reason) => void answerWith('day.openDrawer', { reason })} />
  );
}
