import { useRef, useState } from 'react';
import { useUnsaved } from '../../drafts.ts';
import { Button } from '../../parts/button.tsx';
import { go, usePlace } from '../../place.ts';
import { useStrings } from '../../words.ts';
import { sections } from './sections.ts';
import styles from './settings.module.css';

const names = sections.map(({ name }) => name);

/** What this till is and does, one section at a time. */
export function SettingsScreen() {
  const { settings } = useStrings();
  const section = usePlace((place) => place.section);
  const unsaved = useUnsaved(names);
  // What was left unsaved is what a person comes back to.
  const [chosen, setChosen] = useState(
    () => sections.find(({ name }) => name === (section ?? unsaved[0])) ?? sections[0],
  );
  const rail = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.settings}>
      <div className={styles.head}>
        <h1 className={styles.title}>{settings.title}</h1>
        <Button onClick={() => go('counter')}>{settings.back}</Button>
      </div>
      <div className={styles.columns}>
        <div
          ref={rail}
          role="tablist"
          aria-orientation="vertical"
          aria-label={settings.title}
          className={styles.rail}
        >
          {sections.map((one, index) => (
            <Button
              key={one.name}
              role="tab"
              look="quiet"
              aria-selected={one === chosen}
              data-first={one === chosen || undefined}
              tabIndex={one === chosen ? 0 : -1}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
                const next = sections[(index + by + sections.length) % sections.length];
                if (by === 0 || next === undefined) return;
                event.preventDefault();
                setChosen(next);
                rail.current?.querySelectorAll<HTMLElement>('[role=tab]')[sections.indexOf(next)]?.focus();
              }}
              onClick={() => setChosen(one)}
            >
              {settings.sections[one.name]}
              {unsaved.includes(one.name) && (
                <span className={styles.unsavedMark}>
                  <span aria-hidden="true">●</span>
                  <span className="unseen">{settings.unsaved}</span>
                </span>
              )}
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
