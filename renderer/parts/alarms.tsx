import { ask, go, usePlace } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { FloatPrompt } from './float-prompt.tsx';
import styles from './alarms.module.css';
import { OpenRefunds } from './open-refunds.tsx';

/** That differences wait for somebody, until they are settled; not on the screen where they are. */
function OpenCases() {
  const cases = useTill((view) => view.cases.length);
  const screen = usePlace((place) => place.screen);
  const { cases: strings } = useStrings();
  if (cases === 0 || screen === 'settings') return null;
  return (
    <div className={styles.cases}>
      <p className={styles.sentence}>{strings.open(cases)}</p>
      <Button onClick={() => go('settings')}>{strings.see}</Button>
    </div>
  );
}

/** Payments that were given up and turned out to be paid: on every screen until a person settles them, oldest first. */
export function Alarms() {
  const alarms = useTill((view) => view.alarms);
  const { alarm: strings } = useStrings();
  const [alarm] = alarms;
  return (
    <div className={styles.place}>
      <div role="alert">
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
      <OpenRefunds />
      <OpenCases />
      <FloatPrompt />
    </div>
  );
}
