import type { Language } from '../../../preload/contract/view.ts';
import { act } from '../../acts.ts';
import { Choice } from '../../parts/choice.tsx';
import { ImportArticles } from '../../parts/import-articles.tsx';
import { useTill } from '../../till.ts';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './settings.module.css';

const languages: readonly Language[] = ['nb', 'sv', 'da', 'en'];

function Notices() {
  const { settings } = useStrings();
  const notices = useTill((view) => view.notices);
  if (notices.length === 0) return null;
  return (
    <Card name={settings.notices}>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={notice.code}>{notice.sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

/** The articles, the language, and what a person should know. */
export function Shop() {
  const { settings } = useStrings();
  const language = useTill((view) => view.language);
  return (
    <>
      <Notices />
      <Card name={settings.articles}>
        <ImportArticles />
      </Card>
      <section className={styles.card}>
        <Choice
          label={settings.language}
          value={language}
          options={languages.map((value) => ({ value, text: settings.languages[value] }))}
          onChange={(value) => void act('settings.setLanguage', { language: value })}
        />
      </section>
    </>
  );
}
