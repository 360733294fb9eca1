import { useState } from 'react';
import { replyOnce, useBusy } from '../acts.ts';
import { sayInfo } from '../notices.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { closeQuestion } from '../place.ts';
import { useStrings } from '../words.ts';
import styles from './questions.module.css';

/** Where a receipt is to go. The address is for this message alone. */
export function MailQuestion({ receiptNumber }: { readonly receiptNumber: number }) {
  const { printer } = useStrings();
  const busy = useBusy('receipt.mail');
  const [address, setAddress] = useState('');
  const send = async (): Promise<void> => {
    const reply = await replyOnce('receipt.mail', { receiptNumber, address: address.trim() });
    if (reply?.ok !== true) return;
    closeQuestion();
    if (reply.value.sent) sayInfo(printer.mailSent);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={printer.mailAddress}
        hint={printer.mailAddressHint}
        inputMode="email"
        value={address}
        onChange={setAddress}
        maxLength={254}
        data-first
      />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={busy || !address.includes('@')}>
          {printer.mailSend}
        </Button>
      </DialogButtons>
    </form>
  );
}
