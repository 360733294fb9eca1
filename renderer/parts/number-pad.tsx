import type { Strings } from '../strings/index.ts';
import { useStrings } from '../words.ts';
import styles from './number-pad.module.css';

interface NumberPadProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** With a key for `3*`, how many of what comes next. */
  readonly times?: boolean;
}

const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', ',', '0', '⌫'] as const;
const keysWithTimes = [...keys, '*'] as const;

function nameOf(key: string, { comma, erase, times }: Strings['pad']): string {
  switch (key) {
    case ',':
      return comma;
    case '⌫':
      return erase;
    case '*':
      return times;
    default:
      return key;
  }
}

/** Figures for a finger. The field it fills keeps the focus, so that keys go on working. */
export function NumberPad({ value, onChange, times = false }: NumberPadProps) {
  const { pad } = useStrings();
  return (
    <div className={styles.pad} role="group" aria-label={pad.label}>
      {(times ? keysWithTimes : keys).map((key) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          className={styles.key}
          aria-label={nameOf(key, pad)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChange(key === '⌫' ? value.slice(0, -1) : value + key)}
        >
          {key === '*' ? '×' : key}
        </button>
      ))}
    </div>
  );
}
