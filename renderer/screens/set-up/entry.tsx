import { useId } from 'react';
import type { SetUpMistake } from '../../../preload/contract/set-up.ts';
import { useFilling } from './draft.ts';
import styles from './set-up.module.css';

interface FieldProps {
  readonly label: string;
  /** The field's names in the provisioning file: mistakes are told by them. */
  readonly names: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly kind?: 'text' | 'secret' | 'digits';
}

/** A field of the set-up, with what is wrong with it below. */
export function Entry(props: FieldProps) {
  return <MarkedField {...props} mistakes={useFilling(({ mistakes }) => mistakes)} />;
}

interface MarkedFieldProps extends FieldProps {
  readonly mistakes: readonly SetUpMistake[];
}

/** The same of another form than the set-up's. */
export function MarkedField(props: MarkedFieldProps) {
  const { label, names, value, onChange, hint, kind = 'text', mistakes } = props;
  const id = useId();
  const wrong = mistakes.find(({ field }) => names.includes(field))?.sentence;
  const told = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-wrong`].filter(Boolean);
  return (
    <div className={styles.entry}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        type={kind === 'secret' ? 'password' : 'text'}
        inputMode={kind === 'digits' ? 'numeric' : 'text'}
        autoComplete={kind === 'secret' ? 'new-password' : 'off'}
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={wrong !== undefined}
        aria-describedby={told.length === 0 ? undefined : told.join(' ')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== undefined && (
        <p className={styles.wrong} id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
