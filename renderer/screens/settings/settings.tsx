import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { go, usePlace } from '../../place.ts';
import { useStrings } from '../../words.ts';
import { sections } from './sections.ts';
import styles from './settings.module.css';

/** What this till is and does, one section at a time. */
export function SettingsScreen() {
  const { settings } = useStrings();
  const section = usePlace((place) => place.section);
  const [chosen, setChosen] = useState(() => sections.find(({ name }) => name === section) ?? sections[0]);
  return (
    <div className={styles.settings}>
      <div className={styles.head}>
        <h1 className={styles.title}>{settings.title}</h1>
        <Button onClick={() => go('counter')}>{settings.back}</Button>
      </div>
      <div className={styles.columns}>
        <div role="tablist" aria-orientation="vertical" aria-label={settings.title} className={styles.rail}>
          {sections.map((one) => (
            <Button
              key={one.name}
              role="tab"
              look={one === chosen ? 'plain' : 'quiet'}
              aria-selected={one === chosen}
              onClick={() => setChosen(one)}
            >
              {settings.sections[one.name]}
            </Button>
          ))}
        </div>
        <div
          role="tabpanel"
          tabIndex={0}
          aria-label={settings.sections[chosen.name]}
          className={styles.cards}
        >
          <chosen.Cards />
        </div>
      </div>
    </div>
  );
}
