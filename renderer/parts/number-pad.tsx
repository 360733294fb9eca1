import { useStrings } from '../words.ts';
import styles from './number-pad.module.css';

interface NumberPadProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', ',', '0', '⌫'] as const;

/** Figures for a finger. The field it fills keeps the focus, so that keys go on working. */
export function NumberPad({ value, onChange }: NumberPadProps) {
  const { pad } = useStrings();
  return (
    <div className={styles.pad} role="group" aria-label={pad.label}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          className={styles.key}
          aria-label={key === ',' ? pad.comma : key === '⌫' ? pad.erase : key}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChange(key === '⌫' ? value.slice(0, -1) : value + key)}
        >
          {key}
        </button>
      ))}
    </div>
  );
}
