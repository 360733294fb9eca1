import { useState } from 'react';
import { act } from '../acts.ts';
import { type FormName, useDraft } from '../drafts.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './count-drawer.module.css';
import { NumberPad } from './number-pad.tsx';

/** A count as typed; null for a field left blank or with something else than a number in it. */
function readCount(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}

/** What was typed of each denomination. */
type Texts = Readonly<Record<number, string>>;

const nothingCounted: Texts = {};

interface CountDrawerProps {
  /** The day's and the drawer's: what was counted so far stays under it. */
  readonly form: FormName;
  /** In øre, the largest first. */
  readonly denominations: readonly number[];
  /** Whose drawer, where each operator has one. */
  readonly drawer?: string | null;
  /** It was counted once already, and somebody has just asked for this. */
  readonly again: boolean;
  readonly onCounted: () => void;
}

/** How many of each note and coin there are. It is blind: what is expected is told only when the count is done. */
export function CountDrawer({ form, denominations, drawer, again, onCounted }: CountDrawerProps) {
  const { day } = useStrings();
  const formats = useFormats();
  // Counting takes a while, and the customer who comes in between is served first.
  const { value: texts, set: setTexts, discard } = useDraft(form, nothingCounted);
  const [at, setAt] = useState(denominations[0] ?? 0);
  const counts = denominations.map((denomination) => ({
    denomination,
    count: readCount(texts[denomination] ?? ''),
  }));
  const sum = counts.reduce((total, { denomination, count }) => total + denomination * (count ?? 0), 0);
  const write = (denomination: number, text: string): void =>
    setTexts({ [denomination]: text.replace(/\D/g, '') });
  const rest = (): void => {
    setTexts(Object.fromEntries(counts.map(({ denomination, count }) => [denomination, String(count ?? 0)])));
  };
  const done = async (): Promise<void> => {
    const told = await act('day.count', { counts, ...(drawer !== undefined && { drawer }) });
    if (told === null) return;
    discard();
    onCounted();
  };
  return (
    <form
      className={styles.count}
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      <p className={styles.text}>{day.countText}</p>
      <div className={styles.hand}>
        <div className={styles.fields} role="group" aria-label={day.count}>
          {denominations.map((denomination, index) => (
            <label key={denomination} className={styles.one}>
              <span className={styles.value}>{formats.count(denomination / 100)}</span>
              <input
                className={styles.input}
                type="text"
                inputMode="none"
                autoComplete="off"
                maxLength={5}
                autoFocus={again && index === 0}
                aria-label={day.each(formats.count(denomination / 100))}
                value={texts[denomination] ?? ''}
                onFocus={() => setAt(denomination)}
                onChange={(event) => write(denomination, event.target.value)}
              />
            </label>
          ))}
        </div>
        <NumberPad value={texts[at] ?? ''} onChange={(text) => write(at, text)} />
      </div>
      <p className={styles.sum}>
        {day.sum} <strong>{formats.amount(sum)}</strong>
      </p>
      <div className={styles.buttons}>
        <Button wide onClick={rest}>
          {day.rest}
        </Button>
        <Button type="submit" look="strong" wide>
          {day.countDone}
        </Button>
      </div>
    </form>
  );
}
