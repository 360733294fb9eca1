import { useId } from 'react';
import { useDraft } from '../../drafts.ts';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

function Closing({ kept, change }: SectionOf<'receipt'>) {
  const { settings } = useStrings();
  const id = useId();
  const draft = useDraft('receipt/closing', kept);
  const save = async (): Promise<void> => {
    if (await change(draft.value)) draft.discard();
  };
  return (
    <Card name={settings.closing} unsaved={draft.changed}>
      <label className={styles.soft} htmlFor={id}>
        {settings.closingText}
      </label>
      <textarea
        id={id}
        className={styles.text}
        rows={4}
        maxLength={240}
        value={draft.value.closing}
        onChange={(event) => draft.set({ closing: event.target.value })}
      />
      <SaveButtons of={settings.closing} draft={draft} onSave={() => void save()} />
    </Card>
  );
}

/** What stands on every receipt. */
export function ReceiptSettings() {
  const section = useSection('receipt');
  return section === null ? null : <Closing {...section} />;
}
