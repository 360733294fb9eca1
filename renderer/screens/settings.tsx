import { useEffect, useState } from 'react';
import type { Language, SettingsView } from '../../preload/contract/view.ts';
import { act } from '../acts.ts';
import { Button } from '../parts/button.tsx';
import { Cases } from '../parts/cases.tsx';
import { Choice } from '../parts/choice.tsx';
import { ImportArticles } from '../parts/import-articles.tsx';
import { go } from '../place.ts';
import type { Strings } from '../strings/index.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './settings.module.css';

const languages: readonly Language[] = ['nb', 'en'];

function rowsOf(of: SettingsView, { settings }: Strings): [string, string][] {
  return [
    [settings.seller, of.seller.name],
    [settings.organisationNumber, of.seller.organisationNumber],
    [settings.vatRegistered, of.seller.vatRegistered ? settings.yes : settings.no],
    [settings.address, of.seller.address.join(', ')],
    [settings.store, of.storeId],
    [settings.terminal, of.terminalId],
    [settings.payout, of.payoutDestinationId],
    [settings.currency, of.currency],
    [settings.account, of.accountId],
    [settings.profile, of.profileId],
    [settings.client, settings.endsWith(of.clientIdEnding)],
    [settings.secret, secretOf(of, settings)],
    [settings.keyStore, of.mode === 'training' ? settings.secretNotNeeded : settings.keyStores[of.keyStore]],
    [settings.checkoutUrl, of.dintero.checkoutUrl],
    [settings.apiUrl, of.dintero.apiUrl],
    [settings.tillId, of.tillId],
    [settings.version, of.version],
    [settings.folder, of.profileFolder],
  ];
}

function secretOf(of: SettingsView, settings: Strings['settings']): string {
  if (of.mode === 'training') return settings.secretNotNeeded;
  return of.hasSecret ? settings.secretKept : settings.secretMissing;
}

function Notices() {
  const { settings } = useStrings();
  const notices = useTill((view) => view.notices);
  if (notices.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.name}>{settings.notices}</h2>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={notice.code}>{notice.sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** What this till is, its language and its articles. */
export function SettingsScreen() {
  const strings = useStrings();
  const { settings } = strings;
  const language = useTill((view) => view.language);
  const [shown, setShown] = useState<SettingsView | null>(null);
  useEffect(() => {
    void act('settings.view', {}).then(setShown);
  }, []);
  return (
    <div className={styles.settings}>
      <div className={styles.head}>
        <h1 className={styles.title}>{settings.title}</h1>
        <Button onClick={() => go('counter')}>{settings.back}</Button>
      </div>
      <div className={styles.cards}>
        <div className={styles.column}>
          <section className={styles.card}>
            <h2 className={styles.name}>{settings.articles}</h2>
            <ImportArticles />
          </section>
          <section className={styles.card}>
            <Choice
              label={settings.language}
              value={language}
              options={languages.map((value) => ({ value, text: settings.languages[value] }))}
              onChange={(value) => void act('settings.setLanguage', { language: value })}
            />
          </section>
          <section className={styles.card}>
            <h2 className={styles.name}>{strings.cases.title}</h2>
            <Cases />
          </section>
          <Notices />
        </div>
        <section className={styles.card}>
          <h2 className={styles.name}>{settings.thisTill}</h2>
          <dl className={styles.facts}>
            {shown !== null &&
              rowsOf(shown, strings).map(([name, value]) => (
                <div key={name} className={styles.fact}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </section>
      </div>
    </div>
  );
}
