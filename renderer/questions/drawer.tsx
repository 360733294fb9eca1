import { useState } from 'react';
import type { Asks } from '../../preload/contract/calls.ts';
import { readKroner } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { FiguresEntry } from '../parts/figures-entry.tsx';
import { Reason } from '../parts/reason.tsx';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

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
          <FiguresEntry label={day.amount} figures="amount" value={text} onChange={setText} />
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
      <FiguresEntry label={day.amount} figures="amount" value={text} onChange={setText} />
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
        <FiguresEntry label={day.amount} figures="amount" value={text} onChange={setText} />
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
