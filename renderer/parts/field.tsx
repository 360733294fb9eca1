import { useId, useState } from 'react';
import type { InputHTMLAttributes } from 'react';
import { isWrong, type Figures } from '../numbers.ts';
import { useStrings } from '../words.ts';
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
  /** For figures: large, set to the right, and told to be wrong when they are not what they should be. */
  readonly figures?: Figures | 'code';
  /** What else is wrong with it. */
  readonly wrong?: string | undefined;
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
  figures,
  wrong,
  pad = false,
  secret = false,
  ...rest
}: FieldProps) {
  const id = useId();
  const [touched, setTouched] = useState(false);
  const strings = useStrings().wrong;
  const said =
    figures !== undefined && figures !== 'code' && isWrong(figures, value) ? strings[figures] : wrong;
  const about = [hint !== undefined && `${id}-hint`, said !== undefined && `${id}-wrong`].filter(
    (part) => part !== false,
  );
  return (
    <div className={styles.field}>
      <div className={inColumn && said === undefined ? 'unseen' : styles.head}>
        <label className={inColumn ? 'unseen' : styles.label} htmlFor={id}>
          {label}
        </label>
        {figures !== undefined && (
          <p className={styles.wrong} id={`${id}-wrong`} aria-live="polite">
            {said}
          </p>
        )}
      </div>
      <input
        autoComplete="off"
        spellCheck={false}
        aria-invalid={said !== undefined || undefined}
        {...rest}
        id={id}
        type={secret ? 'password' : 'text'}
        className={`${styles.input} ${figures === undefined ? '' : styles.figures}`}
        aria-describedby={about.length === 0 ? undefined : about.join(' ')}
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
