import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import type { Journal, JournalError } from '../journal/index.ts';

const roundMs = 60_000;
/** A clock that is set right by the network moves by seconds; more than this (ms) is a jump. */
const jumpMs = 120_000;
/** A machine that wakes up says so about now; a clock that is still ahead after this long (ms) was changed. */
const wakingMs = 10_000;

export type ClockWatchParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly onJournalError: (error: JournalError) => void;
};

/** Notices when the machine's clock is changed, and writes it down: times on receipts are read with it in mind. */
export type ClockWatch = {
  /** Compares with the journal's last entry, then with counted time, each minute. */
  readonly start: () => void;
  /** The machine slept: time went on without being counted. */
  readonly awake: () => void;
  readonly stop: () => void;
};

/** Makes the watch of the machine's clock. */
export function createClockWatch({ journal, clock, onJournalError }: ClockWatchParts): ClockWatch {
  let wall = clock.now();
  let counted = clock.ticks();
  let callOff: (() => void) | null = null;
  let over = false;

  function begin(): void {
    wall = clock.now();
    counted = clock.ticks();
  }

  const expected = (): number => wall + (clock.ticks() - counted);

  function writeDown(fromMs: number, toMs: number): void {
    const body = { from: instant(fromMs), to: instant(toMs) };
    const written = journal.write(null, (tx) => tx.append('till.clock-jumped', body));
    if (written.ok) begin();
    else onJournalError(written.error);
  }

  function round(): void {
    const ahead = clock.now() - expected();
    if (ahead < -jumpMs) writeDown(expected(), clock.now());
    else if (ahead <= jumpMs) begin();
    next(ahead > jumpMs ? wakingMs : roundMs, ahead > jumpMs ? confirm : round);
  }

  function confirm(): void {
    if (clock.now() - expected() > jumpMs) writeDown(expected(), clock.now());
    else begin();
    next(roundMs, round);
  }

  function next(ms: number, work: () => void): void {
    callOff?.();
    if (!over) callOff = clock.after(ms, work);
  }

  return {
    start: () => {
      // A till that was off cannot tell how long; only a clock behind the last entry is certainly wrong.
      const last = journal.read.lastEntry();
      if (last !== null && clock.now() < Date.parse(last.at) - jumpMs) {
        writeDown(Date.parse(last.at), clock.now());
      }
      begin();
      next(roundMs, round);
    },
    awake: begin,
    stop: () => {
      over = true;
      callOff?.();
    },
  };
}
