import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

/** A person says whether the money of an undecided refund went back. */
export function DecideRefundQuestion({ refundId }: { readonly refundId: string }) {
  const { refund, dialog } = useStrings();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const decide = (refunded: boolean): void => {
    void answerWith('refund.decide', { refundId, refunded, reason: given });
  };
  return (
    <>
      <p className={styles.warning}>{refund.decideWarning}</p>
      <Field label={dialog.reason} value={reason} onChange={setReason} maxLength={200} data-first />
      <DialogButtons>
        <Button look="strong" wide off={given === ''} onClick={() => decide(true)}>
          {refund.decideRefunded}
        </Button>
        <Button look="strong" wide off={given === ''} onClick={() => decide(false)}>
          {refund.decideNotRefunded}
        </Button>
      </DialogButtons>
    </>
  );
}
