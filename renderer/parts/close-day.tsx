import { useState } from 'react';
import type { DayView, ReportView } from '../../preload/contract/day.ts';
import { act } from '../acts.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './close-day.module.css';
import { CountDrawer } from './count-drawer.tsx';
import { Field } from './field.tsx';
import { Unsettled } from './unsettled.tsx';

interface CloseDayProps {
  readonly day: DayView;
  readonly onClosed: (report: ReportView) => void;
}

/** What is left to do before the Z report: settle, count, explain. */
export function CloseDay({ day, onClosed }: CloseDayProps) {
  const { day: strings } = useStrings();
  const formats = useFormats();
  const [again, setAgain] = useState(false);
  const [why, setWhy] = useState('');
  const [closing, setClosing] = useState(false);
  const { count } = day;
  const counts = day.hadCash && (count === null || again);
  const unexplained = count !== null && count.difference !== 0 && why.trim() === '';
  const off = closing || counts || unexplained || day.unsettled.length > 0;
  const close = async (): Promise<void> => {
    if (off) return;
    setClosing(true);
    const differs = count !== null && count.difference !== 0;
    const report = await act('day.close', { number: day.number, reason: differs ? why.trim() : null });
    setClosing(false);
    if (report !== null) onClosed(report);
  };
  return (
    <section className={styles.close} aria-label={strings.close}>
      <h2 className={styles.name}>
        {strings.close} <span className={styles.soft}>{strings.closeNumber(day.number)}</span>
      </h2>
      {day.unsettled.length > 0 && <Unsettled list={day.unsettled} />}
      {day.uncaptured.number > 0 && (
        <p>{strings.uncaptured(day.uncaptured.number, formats.amount(day.uncaptured.amount))}</p>
      )}
      {!day.hadCash && <p>{strings.noCash}</p>}
      {counts && <CountDrawer denominations={day.denominations} onCounted={() => setAgain(false)} />}
      {!counts && count !== null && (
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
            <Field label={strings.whyDifference} value={why} onChange={setWhy} maxLength={200} />
          )}
          <Button onClick={() => setAgain(true)}>{strings.countAgain}</Button>
        </>
      )}
      <p className={styles.soft} aria-live="polite">
        {closing ? strings.closing : strings.zText}
      </p>
      <Button look="primary" off={off} onClick={() => void close()}>
        {strings.makeZ}
      </Button>
    </section>
  );
}
