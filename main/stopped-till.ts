import { calls } from '../preload/contract/calls.ts';
import type { Language, TillView } from '../preload/contract/view.ts';
import type { InstallSettings } from './install/settings.ts';
import type { JournalError } from './journal/index.ts';
import type { Till } from './till.ts';
import { wordsFor } from './words/index.ts';

/** A till whose journal cannot be opened: it says so on the screen, and does nothing else. */
export function createStoppedTill(parts: {
  readonly settings: InstallSettings;
  readonly mode: 'live' | 'training';
  readonly tillId: string;
  readonly version: string;
  readonly language: Language;
  readonly error: JournalError;
}): Till {
  const { settings, error } = parts;
  const words = wordsFor(parts.language);
  const view = (): TillView => ({
    revision: 0,
    mode: parts.mode,
    language: parts.language,
    version: parts.version,
    tillId: parts.tillId,
    sellerName: settings.seller.name,
    storeId: settings.store.id,
    terminalId: settings.store.terminalId,
    currency: settings.currency,
    counter: {
      kind: 'selling',
      sale: { saleId: null, lines: [], discount: null, vat: [], total: 0, cashTotal: 0, earlierAttempts: 0 },
    },
    parked: [],
    alarms: [],
    cases: [],
    network: { state: 'online' },
    notices: [],
    stopped: { code: error.code, sentence: words.stopped(error.code, error.detail) },
    training: null,
    articles: 0,
  });
  const nothing = (): void => undefined;
  const refused = { ok: false, error: { code: error.code, sentence: words.error(error.code) } } as const;
  return {
    view,
    handle: (name) =>
      Promise.resolve(
        name === 'till.view' ? { ok: true, value: calls[name].answers.parse(view()) as never } : refused,
      ),
    onView: () => nothing,
    onImportProgress: () => nothing,
    start: nothing,
    lookNow: nothing,
    stop: () => Promise.resolve(),
  };
}
