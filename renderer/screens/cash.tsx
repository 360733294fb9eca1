import { useState } from 'react';
import type { SaleView } from '../../preload/contract/view.ts';
import { actOnce, useBusy } from '../acts.ts';
import { likelyNotes, readKroner, typedKroner } from '../numbers.ts';
import { Amount, figuresOf } from '../parts/amount.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { NumberPad } from '../parts/number-pad.tsx';
import { go } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './cash.module.css';

/** Cash over the counter: what is due in whole kroner, what was given, what goes back. */
export function CashScreen({ sale }: { readonly sale: SaleView }) {
  const { cash } = useStrings();
  const formats = useFormats();
  const [text, setText] = useState('');
  const busy = useBusy('payment.cash');
  const given = readKroner(text);
  const due = sale.cashTotal;
  const enough = given !== null && given >= due;
  const confirm = (): void => {
    if (enough) void actOnce('payment.cash', { total: sale.due, given });
  };
  return (
    <form
      className={styles.cash}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <section className={styles.sums} aria-label={cash.title}>
        <div>
          <p className={styles.name}>{cash.due}</p>
          <p className={styles.due} style={figuresOf(formats.amount(due))} data-due>
            <Amount value={due} />
          </p>
          <p className={styles.rounded}>{due !== sale.due && cash.rounded(formats.amount(sale.due))}</p>
        </div>
        <div role="status" className={styles.change} data-enough={enough}>
          <span className={styles.name}>{given === null || enough ? cash.change : cash.missing}</span>{' '}
          <strong className={styles.amount}>
            {given === null ? '–' : <Amount value={enough ? given - due : due - given} />}
          </strong>
        </div>
      </section>
      <div className={styles.hand}>
        <Field
          label={cash.given}
          value={text}
          onChange={setText}
          figures="amount"
          inputMode="none"
          autoFocus
          maxLength={12}
        />
        <div className={styles.notes} role="group" aria-label={cash.notes}>
          <Button onClick={() => setText(typedKroner(due))}>{cash.exact}</Button>
          {likelyNotes(due).map((sum) => (
            <Button key={sum} onClick={() => setText(typedKroner(sum))}>
              {formats.kroner(sum)}
            </Button>
          ))}
        </div>
        <NumberPad value={text} onChange={setText} />
        <div className={styles.buttons}>
          <Button look="strong" wide hint="Esc" onClick={() => go('counter')}>
            {cash.back}
          </Button>
          <Button type="submit" look="primary" wide hint="Enter" off={!enough || busy}>
            {cash.confirm}
          </Button>
        </div>
      </div>
    </form>
  );
}
