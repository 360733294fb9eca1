import { useCallback, useEffect, useState } from 'react';
import type { ReportSummaryView, ReportView } from '../../preload/contract/day.ts';
import { act } from '../acts.ts';
import type { Listing } from '../lists/listing.ts';
import { everyReport } from '../lists/reports.ts';
import { useFormats, useStrings } from '../words.ts';
import { atTop, LongList } from './long-list.tsx';
import { Report } from './report.tsx';
import styles from './reports-made.module.css';

const rowHeight = 60;

/** Every X and Z report of this till, newest first. */
export function ReportsMade() {
  const { day } = useStrings();
  const formats = useFormats();
  const [reports, setReports] = useState<Listing<ReportSummaryView> | null>(null);
  const [open, setOpen] = useState<ReportView | null>(null);
  useEffect(() => {
    let stale = false;
    void everyReport().then((found) => {
      if (!stale) setReports(found);
    });
    return () => {
      stale = true;
    };
  }, []);
  const draw = useCallback(
    ({ number, at }: ReportSummaryView) => (
      <span className={styles.one}>
        <strong>{number === null ? day.xName : day.zName(number)}</strong>
        <span className={styles.when}>{formats.dayTime(at)}</span>
      </span>
    ),
    [day, formats],
  );
  const onPress = useCallback(
    ({ seq }: ReportSummaryView) => void act('report.show', { seq }).then(setOpen),
    [],
  );
  return (
    <div className={styles.made}>
      {reports === null ? (
        <div />
      ) : (
        <LongList
          label={day.reports}
          listing={reports}
          rowHeight={rowHeight}
          place={atTop}
          draw={draw}
          isPressed={({ seq }) => open?.summary.seq === seq}
          onPress={onPress}
          none={day.noReports}
        />
      )}
      {open === null ? <p className={styles.choose}>{day.choose}</p> : <Report report={open} />}
    </div>
  );
}
