import { useDraft } from '../drafts.ts';
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
  const sale = useTill((view) => (view.counter.kind === 'done' ? null : view.counter.sale));
  const named = sale?.buyer ?? null;
  const { value, set, discard } = useDraft(`buyer/${sale?.saleId ?? ''}`, {
    name: named?.name ?? '',
    organisationNumber: named?.organisationNumber ?? '',
    address: named?.address ?? '',
  });
  const { name, organisationNumber, address } = value;
  const off = name.trim() === '';
  const save = async (buyer: typeof named): Promise<void> => {
    if (await answerWith('sale.nameBuyer', { buyer })) discard();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (off) return;
        void save({
          name: name.trim(),
          organisationNumber: organisationNumber.trim() === '' ? null : organisationNumber.trim(),
          address: address.trim(),
        });
      }}
    >
      <DialogText>{lines.buyerText}</DialogText>
      <Field
        label={lines.buyerName}
        value={name}
        onChange={(text) => set({ name: text })}
        maxLength={80}
        data-first
      />
      <Field
        label={lines.buyerNumber}
        value={organisationNumber}
        onChange={(text) => set({ organisationNumber: text })}
        maxLength={20}
      />
      <Field
        label={lines.buyerAddress}
        value={address}
        onChange={(text) => set({ address: text })}
        maxLength={120}
      />
      <DialogButtons>
        {named !== null && (
          <Button look="strong" wide onClick={() => void save(null)}>
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
