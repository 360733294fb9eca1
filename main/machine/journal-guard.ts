import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import type { Log } from '../log.ts';
import type { Result } from '../result.ts';
import type { Stop } from './stop.ts';

/** Below this many bytes no new sale is begun: what is open must still find room (kassasystemforskrifta § 2-6). */
export const roomNeeded = 50_000_000;
/** So much more must be free again before sales begin anew, or the till would stop and start at the brink. */
const roomToSpare = 10_000_000;
const roundMs = 3_000;

/** Why the journal stops the till. */
type JournalStop = Stop & { readonly error: JournalError };

export type JournalGuardParts = {
  readonly journal: Journal;
  /** Bytes that can still be written where the journal lies. */
  readonly roomLeft: () => Promise<Result<number, JournalError>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
};

/** Knows whether the journal takes what the till would sell, stops the till before it could lose a sale, and lets it go on. */
export type JournalGuard = {
  readonly stop: () => JournalStop | null;
  /** The journal refused an entry, or could not be read. */
  readonly failed: (error: JournalError) => void;
  readonly start: () => void;
  readonly end: () => void;
};

/** Makes the guard; it looks every few seconds once it is started. */
export function createJournalGuard(parts: JournalGuardParts): JournalGuard {
  const { journal, clock, log } = parts;
  let stop: JournalStop | null = null;
  let since = '';
  let callOff: (() => void) | null = null;
  let over = false;

  function become(next: JournalStop | null): void {
    const told = stop?.error.code !== next?.error.code || stop?.of !== next?.of;
    if (stop === null && next !== null) since = instant(clock.now());
    stop = next;
    if (!told) return;
    if (next === null) log.info('the till sells again');
    else log.error('the till stops', { of: next.of, code: next.error.code, detail: next.error.detail });
    parts.onChange();
  }

  /** The proof that the journal takes entries again is an entry, and it says since when it did not. */
  function tryToWrite(error: JournalError): Result<void, JournalError> {
    return journal.write(null, (tx) => {
      tx.append('till.journal-writable', { code: error.code, detail: error.detail, since });
    });
  }

  function judge(room: Result<number, JournalError>): void {
    // A damaged file is not written to again: a person recovers it (docs/recovery.md).
    if (stop?.error.code === 'JOURNAL-BROKEN') return;
    if (!room.ok) {
      // An open file can outlive its folder: what is written to it then is lost at the next start.
      become({ error: room.error, of: 'all' });
      return;
    }
    const short = room.value < roomNeeded + (stop === null ? 0 : roomToSpare);
    if (stop?.of === 'all') {
      if (short && stop.error.code === 'JOURNAL-FULL') return;
      const written = tryToWrite(stop.error);
      if (!written.ok) {
        become({ error: written.error, of: 'all' });
        return;
      }
    }
    become(short ? { error: noRoom(room.value), of: 'new-sales' } : null);
  }

  function round(): void {
    void parts
      .roomLeft()
      .then((room) => {
        if (!over) judge(room);
      })
      .catch((thrown: unknown) => {
        log.error('looking after the journal failed', { thrown });
      })
      .then(() => {
        if (!over) callOff = clock.after(roundMs, round);
      });
  }

  return {
    stop: () => stop,
    failed: (error) => {
      become({ error, of: 'all' });
    },
    start: round,
    end: () => {
      over = true;
      callOff?.();
    },
  };
}

function noRoom(bytes: number): JournalError {
  return { code: 'JOURNAL-FULL', detail: `${String(Math.floor(bytes / 1_000_000))} MB` };
}
