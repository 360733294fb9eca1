import { useEffect, useState } from 'react';
import type { Asks } from '../../preload/contract/calls.ts';
import { act, replyOnce, useBusy } from '../acts.ts';
import { firstOfMonth, today } from '../days.ts';
import { sayInfo } from '../notices.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { DateField } from '../parts/date-field.tsx';
import { DialogButtons } from '../parts/dialog.tsx';
import { useStrings } from '../words.ts';
import styles from './questions.module.css';

type Format = Asks<'export.start'>['format'];

const formats: readonly Format[] = ['saft', 'csv', 'voucher', 'jsonl'];

function Working() {
  const { exporting } = useStrings();
  const [percent, setPercent] = useState(0);
  useEffect(() => window.till.onExportProgress((progress) => setPercent(progress.percent)), []);
  return (
    <>
      <label className={styles.working}>
        {exporting.working}
        <progress aria-label={exporting.working} value={percent} max={100} />
      </label>
      <DialogButtons>
        <Button wide onClick={() => void act('export.cancel', {})}>
          {exporting.cancel}
        </Button>
      </DialogButtons>
    </>
  );
}

/** The journal, or what an accountant needs of it, in files: which ones and of which days. */
export function ExportQuestion() {
  const { exporting } = useStrings();
  const [format, setFormat] = useState<Format>('saft');
  const [from, setFrom] = useState(() => firstOfMonth(today()));
  const [to, setTo] = useState(today);
  if (useBusy('export.start')) return <Working />;
  const start = async (): Promise<void> => {
    const reply = await replyOnce('export.start', { format, from, to });
    if (reply?.ok !== true) return;
    const made = reply.value;
    sayInfo(made === null ? exporting.cancelled : exporting.done(made.files.length, made.folder));
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Choice
        label={exporting.format}
        inColumns
        value={format}
        options={formats.map((one) => ({ value: one, text: exporting.formats[one] }))}
        onChange={setFormat}
      />
      <div className={styles.days}>
        <DateField label={exporting.from} value={from} onChange={setFrom} />
        <DateField label={exporting.to} value={to} onChange={setTo} />
      </div>
      <DialogButtons>
        <Button type="submit" look="primary" wide off={from > to}>
          {exporting.choose}
        </Button>
      </DialogButtons>
    </form>
  );
}
