import { useState } from 'react';
import type { LineView } from '../../preload/contract/view.ts';
import { actOnce } from '../acts.ts';
import { useDraft } from '../drafts.ts';
import { readKroner, typedKroner } from '../numbers.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { FiguresEntry } from '../parts/figures-entry.tsx';
import { closeQuestion } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './questions.module.css';

/** Another price for a line, with the reason, and what is to stand beside it. */
export function LineQuestion({ line }: { readonly line: LineView }) {
  const { dialog, lines } = useStrings();
  const [text, setText] = useState(typedKroner(line.unitPrice));
  const [why, setWhy] = useState('');
  const saleId = useTill((view) => (view.counter.kind === 'done' ? null : view.counter.sale.saleId));
  const draft = useDraft(`note/${saleId ?? ''}/${line.lineId}`, { note: line.note ?? '' });
  const { note } = draft.value;
  const price = readKroner(text);
  const priced = price !== null && price !== line.unitPrice;
  const noted = note.trim() !== (line.note ?? '');
  const off = price === null || (priced && why.trim() === '') || (!priced && !noted);
  const save = async (): Promise<void> => {
    const { lineId } = line;
    if (off) return;
    if (noted && !(await actOnce('sale.setNote', { lineId, note: note.trim() }))) return;
    draft.discard();
    const reason = why.trim();
    if (priced && !(await actOnce('sale.setPrice', { lineId, unitPrice: price, reason }))) return;
    closeQuestion();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FiguresEntry label={lines.price} figures="amount" value={text} onChange={setText} />
      {priced && (
        <>
          <DialogButtons>
            {lines.priceReasons.map((reason) => (
              <Button key={reason} wide aria-pressed={why === reason} onClick={() => setWhy(reason)}>
                {reason}
              </Button>
            ))}
          </DialogButtons>
          <Field label={lines.whyPrice} value={why} onChange={setWhy} maxLength={200} />
        </>
      )}
      <Field label={lines.note} value={note} onChange={(text) => draft.set({ note: text })} maxLength={80} />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={off}>
          {dialog.ok}
        </Button>
      </DialogButtons>
    </form>
  );
}
