import { ask } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './alarms.module.css';

/** Payments that were given up and turned out to be paid: on every screen until a person settles them, oldest first. */
export function Alarms() {
  const alarms = useTill((view) => view.alarms);
  const { alarm: strings } = useStrings();
  const [alarm] = alarms;
  return (
    <div role="alert" className={styles.place}>
      {alarm !== undefined && (
        <div className={styles.alarm}>
          <p className={styles.sentence}>
            {alarm.sentence} {alarms.length > 1 && <span>({strings.more(alarms.length - 1)})</span>}
          </p>
          <div className={styles.buttons}>
            {alarm.canAttach && (
              <Button onClick={() => ask({ kind: 'alarm', alarm, how: 'attach' })}>{strings.attach}</Button>
            )}
            <Button onClick={() => ask({ kind: 'alarm', alarm, how: 'handled-elsewhere' })}>
              {strings.elsewhere}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
