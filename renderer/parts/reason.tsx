import { useState } from 'react';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { DialogButtons } from './dialog.tsx';
import { Field } from './field.tsx';
import styles from './reason.module.css';

interface ReasonProps {
  readonly usual: readonly string[];
  readonly onReason: (reason: string) => void;
}

/** Asks why: one press for the usual reasons, a field for the rest. */
export function Reason({ usual, onReason }: ReasonProps) {
  const { dialog } = useStrings();
  const [other, setOther] = useState('');
  const given = other.trim();
  return (
    <>
      <div className={styles.usual} role="group" aria-label={dialog.reason}>
        {usual.map((reason, index) => (
          <Button key={reason} data-first={index === 0 || undefined} onClick={() => onReason(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <form
        className={styles.other}
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== '') onReason(given);
        }}
      >
        <Field label={dialog.otherReason} value={other} onChange={setOther} maxLength={200} />
        <DialogButtons>
          <Button type="submit" look="strong" wide off={given === ''}>
            {dialog.ok}
          </Button>
        </DialogButtons>
      </form>
    </>
  );
}
