import { type Clock, instant } from '../clock.ts';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import type { NoUpdates, UpdateEngine, UpdateFailure } from './engine.ts';

/** Where the till stands with updates. */
export type UpdateState =
  | { readonly kind: 'none'; readonly why: NoUpdates['none'] }
  | { readonly kind: 'idle'; readonly lookedAt: string | null; readonly failed: UpdateFailure['kind'] | null }
  | { readonly kind: 'looking' }
  | { readonly kind: 'fetching'; readonly version: string }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'installing'; readonly version: string };

export type UpdateParts = {
  readonly engine: UpdateEngine | NoUpdates;
  readonly clock: Clock;
  /** Where updates come from; null where no address is set. */
  readonly address: () => string | null;
  /** Whether the till looks by itself. */
  readonly automatic: () => boolean;
  readonly log: Log;
  readonly onChange: () => void;
};

export type Updates = {
  readonly state: () => UpdateState;
  /** Looks now, and fetches what it finds. Resolves when there is something to install, or nothing. */
  readonly look: () => Promise<void>;
  /** Installs what is ready. The caller has asked whether it may. */
  readonly install: () => Result<void, UpdateFailure['kind']>;
  /** Looks by itself from now on, some time after the start and then some times a day. */
  readonly start: () => void;
  readonly stop: () => void;
};

/** The start has other things to do (ms). */
const firstLookMs = 2 * 60_000;
const everyMs = 6 * 3_600_000;

/** Finds and fetches updates, one at a time. Nothing is installed by itself. */
export function createUpdates(parts: UpdateParts): Updates {
  const { engine, clock, log } = parts;
  let state: UpdateState =
    'none' in engine ? { kind: 'none', why: engine.none } : { kind: 'idle', lookedAt: null, failed: null };
  let callOff: (() => void) | null = null;
  let over = false;

  function become(next: UpdateState): void {
    state = next;
    if (!over) parts.onChange();
  }

  function idle(failure: UpdateFailure | null): void {
    if (failure !== null) log.warn('no update came', { ...failure });
    become({ kind: 'idle', lookedAt: instant(clock.now()), failed: failure?.kind ?? null });
  }

  async function look(): Promise<void> {
    const address = parts.address();
    if ('none' in engine || address === null || state.kind !== 'idle') return;
    become({ kind: 'looking' });
    const found = await engine.look(address);
    if (!found.ok || found.value === null) {
      idle(found.ok ? null : found.error);
      return;
    }
    const version = found.value;
    become({ kind: 'fetching', version });
    const fetched = await engine.fetch();
    if (!fetched.ok) {
      idle(fetched.error);
      return;
    }
    log.info('an update is ready', { version });
    become({ kind: 'ready', version });
  }

  function round(afterMs: number): void {
    callOff = clock.after(afterMs, () => {
      const looked = parts.automatic() ? look() : Promise.resolve();
      void looked
        .catch((thrown: unknown) => log.error('looking for an update went wrong', { thrown }))
        .then(() => {
          if (!over) round(everyMs);
        });
    });
  }

  return {
    state: () => state,
    look,
    install: () => {
      if ('none' in engine || state.kind !== 'ready') return err('not-installed');
      const { version } = state;
      become({ kind: 'installing', version });
      log.info('an update is installed', { version });
      const installed = engine.install();
      if (installed.ok) return ok(undefined);
      idle(installed.error);
      return err(installed.error.kind);
    },
    start: () => {
      if (!('none' in engine)) round(firstLookMs);
    },
    stop: () => {
      over = true;
      callOff?.();
    },
  };
}
