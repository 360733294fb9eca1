import { useState } from 'react';
import type { DayView } from '../../preload/contract/day.ts';
import type { FormName } from '../drafts.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './close-day.module.css';
import { CountDrawer } from './count-drawer.tsx';
import { Field } from './field.tsx';

interface CountedDrawerProps {
  /** What its count is kept under until it is done. */
  readonly form: FormName;
  readonly denominations: DayView['denominations'];
  readonly count: DayView['count'];
  /** Whose, where each operator has one. */
  readonly drawer?: string | null;
  readonly why: string;
  readonly onWhy: (why: string) => void;
}

/** A drawer to be counted; when it is, what was expected, and why it differs. */
export function CountedDrawer({ form, denominations, count, drawer, why, onWhy }: CountedDrawerProps) {
  const { day: strings } = useStrings();
  const formats = useFormats();
  const [again, setAgain] = useState(false);
  if (count === null || again) {
    return (
      <CountDrawer
        form={form}
        denominations={denominations}
        {...(drawer !== undefined && { drawer })}
        onCounted={() => setAgain(false)}
      />
    );
  }
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{strings.expected}</dt>
          <dd>{formats.amount(count.expected)}</dd>
        </div>
        <div>
          <dt>{strings.counted}</dt>
          <dd>{formats.amount(count.counted)}</dd>
        </div>
        <div data-differs={count.difference !== 0}>
          <dt>{strings.difference}</dt>
          <dd>{formats.amount(count.difference)}</dd>
        </div>
      </dl>
      {count.difference !== 0 && (
        <Field label={strings.whyDifference} value={why} onChange={onWhy} maxLength={200} />
      )}
      <Button onClick={() => setAgain(true)}>{strings.countAgain}</Button>
    </>
  );
}
