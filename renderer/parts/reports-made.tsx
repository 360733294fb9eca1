import { useEffect, useState } from 'react';
import type { ReportSummaryView, ReportView } from '../../preload/contract/day.ts';
import { act, read } from '../acts.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { Report } from './report.tsx';
import styles from './reports-made.module.css';

const page = 50;

/** Every X and Z report of this till, newest first. */
export function ReportsMade() {
  const { day } = useStrings();
  const formats = useFormats();
  const [reports, setReports] = useState<readonly ReportSummaryView[]>([]);
  const [more, setMore] = useState(false);
  const [open, setOpen] = useState<ReportView | null>(null);
  useEffect(() => {
    let stale = false;
    void read('report.list', { before: null, limit: page }).then((found) => {
      if (stale || found === null) return;
      setReports(found);
      setMore(found.length === page);
    });
    return () => {
      stale = true;
    };
  }, []);
  const older = async (): Promise<void> => {
    const found = await act('report.list', { before: reports.at(-1)?.seq ?? null, limit: page });
    if (found === null) return;
    setReports([...reports, ...found]);
    setMore(found.length === page);
  };
  const show = async (seq: number): Promise<void> => setOpen(await act('report.show', { seq }));
  return (
    <div className={styles.made}>
      <div role="group" aria-label={day.reports} className={styles.list}>
        {reports.map(({ seq, number, at }) => (
          <button
            key={seq}
            type="button"
            className={styles.one}
            aria-pressed={open?.summary.seq === seq}
            onClick={() => void show(seq)}
          >
            <strong>{number === null ? day.xName : day.zName(number)}</strong>
            <span className={styles.when}>{formats.dayTime(at)}</span>
          </button>
        ))}
        {reports.length === 0 && <p className={styles.choose}>{day.noReports}</p>}
        {more && <Button onClick={() => void older()}>{day.older}</Button>}
      </div>
      {open === null ? <p className={styles.choose}>{day.choose}</p> : <Report report={open} />}
    </div>
  );
}
