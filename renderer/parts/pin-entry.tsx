import { useId } from 'react';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './pin-entry.module.css';

interface PinEntryProps {
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly onEnter: () => void;
  /** What the button says that tries the PIN. */
  readonly enter: string;
  readonly busy: boolean;
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', '⌫'] as const;
const longest = 8;
const shortest = 4;

/** Digits alone, as many as a PIN has. */
function digits(text: string): string {
  return text.replace(/\D/g, '').slice(0, longest);
}

/** A PIN, by finger or by key, and never readable. */
export function PinEntry({ value, onChange, onEnter, enter, busy }: PinEntryProps) {
  const { operator, pad } = useStrings();
  const id = useId();
  const off = busy || value.length < shortest;
  return (
    <form
      className={styles.pin}
      onSubmit={(event) => {
        event.preventDefault();
        if (!off) onEnter();
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {operator.pin}
      </label>
      <input
        id={id}
        type="password"
        inputMode="none"
        autoComplete="off"
        className={styles.input}
        value={value}
        data-first
        onChange={(event) => onChange(digits(event.target.value))}
      />
      <div className={styles.pad} role="group" aria-label={operator.pad}>
        {keys.map((key) =>
          key === '' ? (
            <span key={key} />
          ) : (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              className={styles.key}
              aria-label={key === '⌫' ? pad.erase : key}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChange(key === '⌫' ? value.slice(0, -1) : digits(value + key))}
            >
              {key}
            </button>
          ),
        )}
      </div>
      <Button
        type="submit"
        look="primary"
        wide
        off={off}
        // The next PIN is typed into the same field.
        onPointerDown={(event) => event.preventDefault()}
      >
        {enter}
      </Button>
    </form>
  );
}
