import type { Language } from '../../preload/contract/view.ts';
import type { InstallSettings } from '../install/settings.ts';
import { ok } from '../result.ts';
import type { Handlers } from './calls.ts';

export type SettingsCallParts = {
  readonly settings: InstallSettings;
  readonly mode: 'live' | 'training';
  readonly tillId: string;
  readonly version: string;
  readonly profileFolder: string;
  readonly keyStore: () => 'protected' | 'weak' | 'none';
  readonly language: () => Language;
  readonly setLanguage: (language: Language) => void;
};

type SettingsCall = 'settings.view' | 'settings.setLanguage';

/** What the till is installed as. The secret is never shown; the client's id only by its end. */
export function settingsCalls(parts: SettingsCallParts): Pick<Handlers, SettingsCall> {
  const { settings } = parts;
  return {
    'settings.view': () =>
      ok({
        mode: parts.mode,
        accountId: settings.accountId,
        clientIdEnding: settings.clientId.slice(-4),
        hasSecret: settings.secret.kept !== 'nowhere',
        keyStore: parts.keyStore(),
        profileId: settings.profileId,
        storeId: settings.store.id,
        terminalId: settings.store.terminalId,
        payoutDestinationId: settings.store.payoutDestinationId,
        currency: settings.currency,
        seller: settings.seller,
        dintero: settings.dintero,
        language: parts.language(),
        version: parts.version,
        tillId: parts.tillId,
        profileFolder: parts.profileFolder,
      }),

    'settings.setLanguage': ({ language }) => {
      parts.setLanguage(language);
      return ok(null);
    },
  };
}
