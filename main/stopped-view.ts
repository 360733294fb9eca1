import type { Language, TillView } from '../preload/contract/view.ts';
import type { InstallSettings } from './install/settings.ts';
import type { JournalError } from './journal/index.ts';
import { emptySale } from './counter/view.ts';
import { wordsFor } from './words/index.ts';

/** What a till is known by, whether its journal can be read or not. */
export type StoppedParts = {
  readonly settings: InstallSettings;
  readonly mode: 'live' | 'training';
  readonly tillId: string;
  readonly version: string;
  readonly language: Language;
  readonly error: JournalError;
};

/** What the window shows of a till whose journal cannot be read: why, and nothing that would come from it. */
export function stoppedView(parts: StoppedParts): TillView {
  const { settings, error } = parts;
  const words = wordsFor(parts.language);
  return {
    revision: 0,
    mode: parts.mode,
    language: parts.language,
    access: { kind: 'free' },
    version: parts.version,
    tillId: parts.tillId,
    sellerName: settings.seller.name,
    storeId: settings.store.id,
    terminalId: settings.store.terminalId,
    currency: settings.currency,
    counter: {
      kind: 'selling',
      sale: emptySale,
    },
    parked: [],
    refunds: [],
    alarms: [],
    cases: [],
    network: { state: 'online' },
    printing: { prints: [], drawer: null, qr: null, qrTurned: false, mail: false },
    notices: [],
    stopped: { code: error.code, sentence: words.stopped(error.code, error.detail) },
    training: null,
    update: null,
    articles: 0,
    copy: null,
    sounds: true,
    screenKeyboard: true,
  };
}
