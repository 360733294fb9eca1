import type { ReportView } from '../../preload/contract/day.ts';
import { act, replyOnce, useBusy } from '../acts.ts';
import { sayInfo } from '../notices.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { Paper } from './paper.tsx';
import styles from './report.module.css';

interface ReportProps {
  readonly report: ReportView;
  /** The way on from a report that was just made. */
  readonly onDone?: () => void;
}

/** A report as it comes out of the printer, and the ways to keep it. */
export function Report({ report, onDone }: ReportProps) {
  const { day } = useStrings();
  const busy = useBusy('report.print');
  const { seq, number } = report.summary;
  const print = async (): Promise<void> => {
    const reply = await replyOnce('report.print', { seq });
    if (reply?.ok === true && reply.value.printed) sayInfo(day.printed);
  };
  const save = async (): Promise<void> => {
    const answer = await act('report.savePdf', { seq });
    if (answer?.saved === true) sayInfo(day.saved);
  };
  return (
    <div className={styles.report}>
      <Paper text={report.text} label={number === null ? day.xName : day.zName(number)} />
      <div className={styles.buttons}>
        <Button look="strong" wide onClick={() => void save()}>
          {day.savePdf}
        </Button>
        <Button look="strong" wide off={busy} onClick={() => void print()}>
          {day.print}
        </Button>
        {onDone !== undefined && (
          <Button look="primary" wide onClick={onDone}>
            {day.done}
          </Button>
        )}
      </div>
    </div>
  );
}
