import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { actOnce } from '../acts.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

export function ParkQuestion() {
  const { dialog } = useStrings();
  const [name, setName] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void answerWith('sale.park', { name: name.trim() });
      }}
    >
      <Field
        label={dialog.parkName}
        hint={dialog.parkHint}
        value={name}
        onChange={setName}
        maxLength={40}
        data-first
      />
      <DialogButtons>
        <Button type="submit" look="primary" wide>
          {dialog.parkNow}
        </Button>
      </DialogButtons>
    </form>
  );
}

/** Parked sales; arrows move, Enter takes one back. */
export function ResumeQuestion() {
  const { dialog, sale } = useStrings();
  const formats = useFormats();
  const parked = useTill((view) => view.parked);
  const held = useTill((view) => view.counter.kind === 'selling' && view.counter.sale.lines.length > 0);
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[(at + by + rows.length) % rows.length]?.focus();
  };
  const resume = async (saleId: string): Promise<void> => {
    if (held && !(await actOnce('sale.park', { name: '' }))) return;
    await answerWith('sale.resume', { saleId });
  };
  if (parked.length === 0) return <DialogText>{sale.noneParked}</DialogText>;
  return (
    <>
      {held && <DialogText>{dialog.resumeParks}</DialogText>}
      <ul ref={list} className={styles.parked} onKeyDown={onKeyDown}>
        {parked.map((one, index) => (
          <li key={one.saleId}>
            <button
              type="button"
              data-first={index === 0 || undefined}
              className={styles.parkedSale}
              onClick={() => void resume(one.saleId)}
            >
              <span className={styles.parkedName}>{one.name === '' ? dialog.unnamed : one.name}</span>
              <strong>{formats.amount(one.total)}</strong>
              <span className={styles.soft}>
                {formats.time(one.at)} · {dialog.lines(one.lines)}
                {one.undecided && <span className={styles.undecided}> · {dialog.undecided}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
