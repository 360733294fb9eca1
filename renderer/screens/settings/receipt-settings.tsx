import { useId, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

function Closing({ kept, change }: SectionOf<'receipt'>) {
  const { settings } = useStrings();
  const id = useId();
  const [text, setText] = useState(kept.closing);
  return (
    <Card name={settings.closing}>
      <label className={styles.soft} htmlFor={id}>
        {settings.closingText}
      </label>
      <textarea
        id={id}
        className={styles.text}
        rows={4}
        maxLength={240}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button look="primary" onClick={() => void change({ ...kept, closing: text })}>
        {settings.save}
      </Button>
    </Card>
  );
}

/** What stands on every receipt. */
export function ReceiptSettings() {
  const section = useSection('receipt');
  return section === null ? null : <Closing {...section} />;
}
