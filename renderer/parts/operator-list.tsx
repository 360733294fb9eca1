import type { OperatorView } from '../../preload/contract/operator.ts';
import { useStrings } from '../words.ts';
import styles from './operator-list.module.css';

interface OperatorListProps {
  readonly label: string;
  readonly operators: readonly OperatorView[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** Names to choose one from, each large enough for a thumb. */
export function OperatorList({ label, operators, chosen, onChoose }: OperatorListProps) {
  const { operator } = useStrings();
  return (
    <div className={styles.names} role="group" aria-label={label}>
      {operators.map(({ name, role }) => (
        <button
          key={name}
          type="button"
          className={styles.name}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          <span>{name}</span>
          <span className={styles.role}>{operator.roles[role]}</span>
        </button>
      ))}
    </div>
  );
}
