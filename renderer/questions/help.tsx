import { capOf, keyTable, type KeyAct } from '../key-table.ts';
import { useStrings } from '../words.ts';
import styles from './questions.module.css';

interface RowProps {
  readonly keys: readonly string[];
  readonly what: string;
}

function Row({ keys, what }: RowProps) {
  return (
    <div className={styles.keyRow}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  );
}

/** The keys of the till, as they are bound. */
export function Help() {
  const { help } = useStrings();
  return (
    <dl className={styles.keys}>
      <Row keys={[help.timesExample]} what={help.times} />
      {(Object.keys(keyTable) as KeyAct[]).map((act) => (
        <Row key={act} keys={keyTable[act].keys.map((key) => capOf(key, help.space))} what={help.acts[act]} />
      ))}
    </dl>
  );
}
