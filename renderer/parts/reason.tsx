import { useState } from 'react';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { DialogButtons } from './dialog.tsx';
import { Field } from './field.tsx';
import styles from './reason.module.css';

interface ReasonProps {
  readonly usual: readonly string[];
  /** Something else must be said first. */
  readonly off?: boolean;
  readonly onReason: (reason: string) => void;
}

/** Asks why: one press for the usual reasons, a field for the rest. */
export function Reason({ usual, off = false, onReason }: ReasonProps) {
  const { dialog } = useStrings();
  const [other, setOther] = useState('');
  const given = other.trim();
  return (
    <>
      <div className={styles.usual} role="group" aria-label={dialog.reason}>
        {usual.map((reason, index) => (
          <Button
            key={reason}
            off={off}
            data-first={(index === 0 && !off) || undefined}
            onClick={() => onReason(reason)}
          >
            {reason}
          </Button>
        ))}
      </div>
      <form
        className={styles.other}
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== '' && !off) onReason(given);
        }}
      >
        <Field label={dialog.otherReason} value={other} onChange={setOther} maxLength={200} />
        <DialogButtons>
          <Button type="submit" look="strong" wide off={off || given === ''}>
            {dialog.ok}
          </Button>
        </DialogButtons>
      </form>
    </>
  );
}
