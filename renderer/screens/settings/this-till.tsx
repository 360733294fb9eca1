import { useEffect, useState } from 'react';
import type { SettingsView } from '../../../preload/contract/view.ts';
import { read } from '../../acts.ts';
import { Button } from '../../parts/button.tsx';
import { ask } from '../../place.ts';
import type { Strings } from '../../strings/index.ts';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { Facts } from './facts.tsx';
import { SecretSettings } from './secret-settings.tsx';
import styles from './settings.module.css';

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

/** What this till is installed as. */
export function ThisTill() {
  const strings = useStrings();
  const [shown, setShown] = useState<SettingsView | null>(null);
  useEffect(() => {
    void read('settings.view', {}).then(setShown);
  }, []);
  return (
    <>
      {shown?.mode === 'live' && (
        <Card name={strings.header.training}>
          <p className={styles.soft}>{strings.training.explain}</p>
          <div className={styles.buttons}>
            <Button onClick={() => ask({ kind: 'start-training' })}>{strings.training.start}</Button>
          </div>
        </Card>
      )}
      {shown?.mode === 'live' && shown.keyStore !== 'none' && <SecretSettings />}
      <Card name={strings.settings.thisTill}>
        <Facts rows={shown === null ? [] : rowsOf(shown, strings)} />
      </Card>
    </>
  );
}
