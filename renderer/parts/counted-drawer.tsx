import { useEffect, useId, useRef, useState } from 'react';
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
  const [counted, setCounted] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const figuresId = useId();
  const told = count !== null && !again;
  // Who has just counted goes on here, and hears what came of it.
  useEffect(() => {
    if (counted && told) result.current?.focus();
  }, [counted, told]);
  if (count === null || again) {
    return (
      <CountDrawer
        form={form}
        denominations={denominations}
        {...(drawer !== undefined && { drawer })}
        again={again}
        onCounted={() => {
          setAgain(false);
          setCounted(true);
        }}
      />
    );
  }
  return (
    <div ref={result} className={styles.result} role="group" aria-labelledby={figuresId} tabIndex={-1}>
      <dl className={styles.figures} id={figuresId}>
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
      <Button
        onClick={() => {
          setAgain(true);
          setCounted(false);
        }}
      >
        {strings.countAgain}
      </Button>
    </div>
  );
}
