import { useStrings } from '../words.ts';
import styles from './questions.module.css';

/** The keys of the till. */
export function Help() {
  const { help } = useStrings();
  return (
    <dl className={styles.keys}>
      {help.rows.map(([key, what]) => (
        <div key={key} className={styles.keyRow}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
