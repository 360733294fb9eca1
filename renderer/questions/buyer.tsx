import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

/** Whom the receipt is made out to, where the buyer wants that. */
export function BuyerQuestion() {
  const { dialog, lines } = useStrings();
  const named = useTill((view) => (view.counter.kind === 'done' ? null : view.counter.sale.buyer));
  const [name, setName] = useState(named ?? '');
  const [organisationNumber, setOrganisationNumber] = useState('');
  const [address, setAddress] = useState('');
  const off = name.trim() === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (off) return;
        void answerWith('sale.nameBuyer', {
          buyer: {
            name: name.trim(),
            organisationNumber: organisationNumber.trim() === '' ? null : organisationNumber.trim(),
            address: address.trim(),
          },
        });
      }}
    >
      <DialogText>{lines.buyerText}</DialogText>
      <Field label={lines.buyerName} value={name} onChange={setName} maxLength={80} data-first />
      <Field
        label={lines.buyerNumber}
        value={organisationNumber}
        onChange={setOrganisationNumber}
        maxLength={20}
      />
      <Field label={lines.buyerAddress} value={address} onChange={setAddress} maxLength={120} />
      <DialogButtons>
        {named !== null && (
          <Button look="strong" wide onClick={() => void answerWith('sale.nameBuyer', { buyer: null })}>
            {dialog.takeOff}
          </Button>
        )}
        <Button type="submit" look="primary" wide off={off}>
          {dialog.ok}
        </Button>
      </DialogButtons>
    </form>
  );
}
