import { floatLater, useLater } from '../later.ts';
import { ask, usePlace } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './alarms.module.css';
import { Button } from './button.tsx';

/** Asks for the opening float once cash was taken without one. It may wait, and it never stands in the way of a sale. */
export function FloatPrompt() {
  const { day } = useStrings();
  const notice = useTill((view) => view.notices.find(({ code }) => code === 'FLOAT-MISSING') ?? null);
  const selling = useTill((view) => view.counter.kind === 'selling');
  const screen = usePlace((place) => place.screen);
  const operator = useTill(({ access }) => (access.kind === 'logged-in' ? access.name : ''));
  const later = useLater((said) => said.float);
  if (notice === null || later === operator || !selling || screen !== 'counter') return null;
  return (
    <div className={styles.cases}>
      <p className={styles.sentence}>{notice.sentence}</p>
      <div className={styles.buttons}>
        <Button onClick={() => ask({ kind: 'float', registered: false })}>{day.registerFloat}</Button>
        <Button look="quiet" onClick={() => floatLater(operator)}>
          {day.later}
        </Button>
      </div>
    </div>
  );
}
