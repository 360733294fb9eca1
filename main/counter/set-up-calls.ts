import type { Language } from '../../preload/contract/view.ts';
import type { Account } from '../dintero/index.ts';
import type { ConnectionSettings } from '../install/connection.ts';
import type { SetUp } from '../install/set-up.ts';
import type { InstallSettings } from '../install/settings.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import type { TrainingSwitch } from './training-calls.ts';

/** How a till gets at what is installed. Both ways end with the till being opened again behind its window. */
export type InstallDoor = {
  /** Of a till in training: what is set up is another till, in the folder above. */
  readonly setUp: () => Promise<SetUp>;
  /** What is kept in settings.json now. */
  readonly settings: () => InstallSettings;
  /** The error is the disk's words. */
  readonly save: (settings: InstallSettings) => Result<void, string>;
  /** Reads of the account that this till is installed for. */
  readonly account: () => Account;
  readonly reopen: (after: 'set-up' | 'settings') => void;
};

export type SetUpCallParts = {
  /** Null where nothing can be installed: a till without a window of its own. */
  readonly install: InstallDoor | null;
  /** Only where nothing is installed yet can a till be set up; not in a shop's training. */
  readonly mode: TrainingSwitch['from'];
  readonly journal: Journal;
  readonly language: () => Language;
  readonly operator: () => string | null;
  readonly authorise: Authorise;
  /** A payment or a refund is on its way: the till it belongs to must not become another one. */
  readonly moneyOnItsWay: () => boolean;
  readonly onJournalError: (error: JournalError) => void;
};

type SetUpCall = Extract<keyof Handlers, `setUp.${string}` | `connection.${string}`>;

/** Setting a till up, and changing what it is connected to. What that takes is read from disk only when it is asked for. */
export function setUpCalls(parts: SetUpCallParts): Pick<Handlers, SetUpCall> {
  const { journal, language } = parts;
  const setUp = parts.mode === 'nothing-yet' ? parts.install : null;
  const live = parts.mode === 'live' ? parts.install : null;

  function change(install: InstallDoor, wanted: ConnectionSettings): Result<null, Refusal> {
    const before = install.settings();
    const written = journal.write(parts.operator(), (tx) =>
      tx.append('settings.changed', { section: 'connection', value: { ...wanted } }),
    );
    if (!written.ok) {
      parts.onJournalError(written.error);
      return notWritten(written.error);
    }
    const saved = install.save({ ...before, ...wanted, dintero: { ...before.dintero, ...wanted.dintero } });
    return saved.ok ? ok(null) : refuse('SETTINGS-NOT-KEPT', { reason: saved.error });
  }

  return {
    'setUp.begin': async () =>
      setUp === null ? refuse('NOT-ALLOWED-NOW') : ok(await (await setUp.setUp()).begin()),

    'setUp.check': async ({ step, draft }) =>
      setUp === null
        ? refuse('NOT-ALLOWED-NOW')
        : ok(await (await setUp.setUp()).check(step, draft, language())),

    'setUp.finish': async ({ draft, secretInFile }) => {
      if (setUp === null) return refuse('NOT-ALLOWED-NOW');
      const finished = await (await setUp.setUp()).finish(draft, secretInFile, language());
      if (finished.kind === 'installed') setUp.reopen('set-up');
      return ok(finished);
    },

    'connection.check': async ({ draft }) => {
      if (live === null) return refuse('NOT-ALLOWED-NOW');
      const { readConnection, checkConnection } = await import('../install/connection.ts');
      const wanted = readConnection(draft, live.settings(), language());
      if (!wanted.ok) return ok({ mistakes: wanted.error, findings: [] });
      const findings = await checkConnection(live.account(), wanted.value, live.settings(), language());
      return ok({ mistakes: [], findings });
    },

    'connection.change': async ({ draft }) => {
      if (live === null) return refuse('NOT-ALLOWED-NOW');
      const { readConnection } = await import('../install/connection.ts');
      const wanted = readConnection(draft, live.settings(), language());
      if (!wanted.ok) return ok({ mistakes: wanted.error });
      // Asked after the last wait: a payment may have begun meanwhile.
      if (parts.moneyOnItsWay()) return refuse('PAYMENT-UNDER-WAY');
      const refusal = parts.authorise({ kind: 'settings', of: `connection ${JSON.stringify(wanted.value)}` });
      if (refusal !== null) return { ok: false, error: refusal };
      const changed = change(live, wanted.value);
      if (!changed.ok) return changed;
      live.reopen('settings');
      return ok({ mistakes: [] });
    },
  };
}
