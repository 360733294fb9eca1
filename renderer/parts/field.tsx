import { useId, useState } from 'react';
import type { InputHTMLAttributes } from 'react';
import styles from './field.module.css';
import { NumberPad } from './number-pad.tsx';

interface FieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'id' | 'onChange' | 'value' | 'type'
> {
  readonly label: string;
  /** The label stands over a column of fields: it names this one to the ear alone. */
  readonly inColumn?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** For amounts: large figures, set to the right. */
  readonly figures?: boolean;
  /** A finger gets a number pad below the field. */
  readonly pad?: boolean;
  /** What nobody beside the person may read. */
  readonly secret?: boolean;
  /** Where the focus goes when the dialog around it opens. */
  readonly 'data-first'?: boolean | undefined;
}

/** A text field with its label above it. */
export function Field({
  label,
  inColumn = false,
  value,
  onChange,
  hint,
  figures = false,
  pad = false,
  secret = false,
  ...rest
}: FieldProps) {
  const id = useId();
  const [touched, setTouched] = useState(false);
  return (
    <div className={styles.field}>
      <label className={inColumn ? 'unseen' : styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={id}
        type={secret ? 'password' : 'text'}
        className={`${styles.input} ${figures ? styles.figures : ''}`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onPointerDown={(event) => setTouched(pad && event.pointerType === 'touch')}
        onBlur={() => setTouched(false)}
      />
      {touched && (
        <div className={styles.pad} ref={(element) => element?.scrollIntoView({ block: 'nearest' })}>
          <NumberPad value={value} onChange={onChange} />
        </div>
      )}
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
