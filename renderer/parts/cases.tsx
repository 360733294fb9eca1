import { act, useBusy } from '../acts.ts';
import { sayInfo } from '../notices.ts';
import { ask } from '../place.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './cases.module.css';

/** Differences between Dintero's books and the till's, each until a person settles it. */
export function Cases() {
  const { cases: strings } = useStrings();
  const formats = useFormats();
  const cases = useTill((view) => view.cases);
  const busy = useBusy('cases.lookNow');
  const look = async (): Promise<void> => {
    const found = await act('cases.lookNow', {});
    if (found !== null) sayInfo(strings.found(found.opened));
  };
  return (
    <>
      {cases.length === 0 && <p className={styles.none}>{strings.none}</p>}
      <ul className={styles.cases}>
        {cases.map((one) => (
          <li key={one.case} className={styles.case}>
            <p>
              <strong>{strings.number(one.case)}</strong> · {formats.dayTime(one.at)}
            </p>
            <p>{one.sentence}</p>
            <div className={styles.buttons}>
              <Button wide onClick={() => ask({ kind: 'case', of: one, how: 'handled-elsewhere' })}>
                {strings.elsewhere}
              </Button>
              <Button wide onClick={() => ask({ kind: 'case', of: one, how: 'nothing-to-do' })}>
                {strings.nothing}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button off={busy} onClick={() => void look()}>
        {strings.look}
      </Button>
    </>
  );
}
