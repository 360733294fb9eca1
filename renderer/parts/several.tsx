import styles from './choice.module.css';

interface SeveralProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (values: T[]) => void;
}

/** Any of a few, each large enough for a thumb. */
export function Several<T extends string>({ label, values, options, onChange }: SeveralProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.options}>
        {options.map(({ value, text }) => (
          <label key={value} className={styles.option}>
            <input
              type="checkbox"
              className={styles.radio}
              checked={values.includes(value)}
              onChange={(event) =>
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === value ? event.target.checked : values.includes(one))),
                )
              }
            />
            <span className={styles.text}>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
