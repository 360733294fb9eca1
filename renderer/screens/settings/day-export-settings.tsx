import { useEffect, useState } from 'react';
import { act, read } from '../../acts.ts';
import { Button } from '../../parts/button.tsx';
import { Several } from '../../parts/several.tsx';
import { useTill } from '../../till.ts';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './settings.module.css';
import { useSection } from './use-section.ts';

const formats = ['saft', 'csv', 'voucher', 'jsonl'] as const;

/** The folder that the books of each closed day are put into, and in which forms. */
export function DayExportSettings() {
  const { books, exporting } = useStrings();
  const [folder, setFolder] = useState<string | null>(null);
  const forms = useSection('dayExport');
  const waiting = useTill(({ notices }) => notices.find(({ code }) => code === 'DAY-EXPORT-WAITING') ?? null);
  useEffect(() => {
    let stale = false;
    void read('settings.shop', {}).then((all) => {
      if (!stale && all !== null) setFolder(all.exportFolder.path);
    });
    return () => {
      stale = true;
    };
  }, []);
  const choose = async (): Promise<void> => {
    const chosen = await act('settings.chooseExportFolder', {});
    if (chosen !== null) setFolder(chosen.path);
  };
  const forget = async (): Promise<void> => {
    await act('settings.forgetExportFolder', {});
    const all = await act('settings.shop', {});
    if (all !== null) setFolder(all.exportFolder.path);
  };
  if (forms === null || folder === null) return null;
  return (
    <Card name={books.dayExport}>
      <p className={styles.soft}>{books.dayExportText}</p>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>{books.folder}</dt>
          <dd>{folder === '' ? books.noFolder : folder}</dd>
        </div>
      </dl>
      {waiting !== null && <p className={styles.notices}>{waiting.sentence}</p>}
      <div className={styles.buttons}>
        <Button look={folder === '' ? 'strong' : 'plain'} onClick={() => void choose()}>
          {books.chooseFolder}
        </Button>
        {folder !== '' && <Button onClick={() => void forget()}>{books.forgetFolder}</Button>}
      </div>
      <Several
        label={books.forms}
        values={forms.kept.formats}
        options={formats.map((value) => ({ value, text: exporting.formats[value] }))}
        onChange={(chosen) => void forms.change({ formats: chosen })}
      />
    </Card>
  );
}
