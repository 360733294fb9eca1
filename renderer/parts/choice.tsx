import { useId } from 'react';
import styles from './choice.module.css';

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  /** Long options stand in columns of one width. */
  readonly inColumns?: boolean;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, each large enough for a thumb. */
export function Choice<T extends string | number>({
  label,
  value,
  inColumns = false,
  options,
  onChange,
}: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{label}</legend>
      <div className={inColumns ? styles.columns : styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.text}>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
