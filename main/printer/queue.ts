import type { Clock } from '../clock.ts';
import type { PrintEnd, PrintOf } from '../journal/entries/print.ts';
import type { Journal, JournalError, JournalWriter, OpenPrint } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { ok, type Result } from '../result.ts';
import type { Machine, NotBegun, Sheet } from './machine.ts';
import type { PrinterFault } from './status.ts';
import type { JobEnd } from './talk.ts';

export type PrintQueueParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly machine: Machine;
  readonly sheet: (of: PrintOf) => Sheet;
  readonly operator: () => string | null;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** A print that a person should know of. */
export type Troubled = {
  readonly print: OpenPrint;
  readonly state: 'waiting' | 'printing' | 'unknown';
  readonly code: string | null;
};

/**
 * What is to be printed stands in the journal before anything leaves the till, and is printed in its order when the
 * printer is there. A print whose end nobody knows is never made again by itself: a person looks, and says.
 */
export type PrintQueue = {
  /** Prints what was wanted; true when it is on paper, false when it waits or nobody knows. */
  readonly printed: (wanted: number) => Promise<boolean>;
  /** Something was wanted, or may be possible again. */
  readonly look: () => void;
  /** Takes up what waited when the till stopped; what was under way then is asked about. */
  readonly resume: () => void;
  /**
   * A person decided; false when there is nothing to decide any more. A print that is under way is given up: what became
   * of it is the next question.
   */
  readonly settle: (wanted: number, how: 'printed' | 'again' | 'skipped') => Result<boolean, JournalError>;
  readonly troubled: () => readonly Troubled[];
  /** What is under way may end; after that it is asked about at the next start. */
  readonly stop: () => Promise<void>;
};

/** Between two tries (ms) while the printer is not there; the wait doubles up to the longest. */
const retry = { first: 2_000, longest: 15_000 } as const;

/** How long (ms) a print that is under way has to end when the till is closed. */
const closingMs = 2_000;

export function createPrintQueue(parts: PrintQueueParts): PrintQueue {
  const { journal, clock, log } = parts;
  const faults = new Map<number, PrinterFault>();
  const asking = new Map<number, ((printed: boolean) => void)[]>();
  let current: number | null = null;
  let running: Promise<void> | null = null;
  let callOff: () => void = () => undefined;
  let wait: number = retry.first;
  let closing = false;
  let over = false;

  function write(
    work: (tx: JournalWriter) => unknown,
    operator: string | null = null,
  ): Result<unknown, JournalError> {
    const written = journal.write(operator, work);
    if (!written.ok) parts.onJournalError(written.error);
    return written;
  }

  function tell(wanted: number, printed: boolean): void {
    for (const told of asking.get(wanted) ?? []) told(printed);
    asking.delete(wanted);
    parts.onChange();
  }

  function troubledBy(wanted: number, fault: PrinterFault | null): void {
    if (fault === null) faults.delete(wanted);
    else faults.set(wanted, fault);
    if (fault === null) parts.onChange();
    else tell(wanted, false);
  }

  /** What was under way when the till stopped, or when the journal could not be written to. */
  function whatNobodyKnows(among: (print: OpenPrint) => boolean): void {
    const lost = journal.read
      .openPrints()
      .filter((print) => print.state === 'started' && print.wanted !== current && among(print));
    if (lost.length === 0) return;
    write((tx) => {
      for (const { wanted } of lost) {
        tx.append('print.ended', { wanted, how: 'unknown', code: 'till-stopped', detail: '' });
      }
    });
    parts.onChange();
  }

  function next(): OpenPrint | null {
    const open = journal.read.openPrints();
    // What the machine's own printing refused is tried again when a person says so.
    return (
      open.find(({ state, onto, code }) => state === 'wanted' && onto === 'printer' && code !== 'system') ??
      null
    );
  }

  function ended(print: OpenPrint, end: JobEnd): void {
    const { wanted } = print;
    const { how, code, detail } = end;
    faults.delete(wanted);
    const written = write((tx) => {
      noteEnd(tx, print, { wanted, how, code, detail });
    });
    if (how !== 'printed') log.warn('a print did not end well', { wanted, how, code, detail });
    tell(wanted, written.ok && how === 'printed');
  }

  async function tryToPrint(
    print: OpenPrint,
    begin: () => boolean,
    onFault: (fault: PrinterFault | null) => void,
  ): Promise<JobEnd | NotBegun> {
    const leaving = { begun: false };
    try {
      const beginOnce = (): boolean => {
        leaving.begun = begin();
        return leaving.begun;
      };
      return await parts.machine.print(parts.sheet(print.of), beginOnce, onFault);
    } catch (thrown) {
      const how = leaving.begun ? 'unknown' : 'not-begun';
      return { how, code: 'error', detail: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  async function one(print: OpenPrint): Promise<boolean> {
    const { wanted } = print;
    current = wanted;
    try {
      const begin = (): boolean => !closing && write((tx) => tx.append('print.started', { wanted })).ok;
      const end = await tryToPrint(print, begin, (fault) => troubledBy(wanted, fault));
      // At the next start a person is asked about it.
      if (over) return true;
      if (end.how !== 'not-begun') {
        ended(print, end);
        return true;
      }
      if (faults.get(wanted) !== end.code)
        log.warn('the printer is not ready', { code: end.code, detail: end.detail });
      troubledBy(wanted, end.code);
      return false;
    } finally {
      current = null;
    }
  }

  async function run(): Promise<void> {
    // A file that is being written is nobody's business here.
    whatNobodyKnows(({ onto }) => onto === 'printer');
    for (let print = next(); print !== null && !closing; print = next()) {
      if (!(await one(print))) {
        callOff = clock.after(wait, look);
        wait = Math.min(wait * 2, retry.longest);
        return;
      }
      wait = retry.first;
    }
  }

  function look(): void {
    if (closing || running !== null) return;
    callOff();
    running = run()
      .catch((thrown: unknown) => log.error('printing went wrong', { thrown: String(thrown) }))
      .finally(() => {
        running = null;
        // Something was wanted while the last one ended.
        if (!closing && faults.size === 0 && next() !== null) look();
      });
  }

  return {
    printed: (wanted) =>
      new Promise((resolve) => {
        asking.set(wanted, [...(asking.get(wanted) ?? []), resolve]);
        look();
      }),
    look,
    resume: () => {
      whatNobodyKnows(() => true);
      look();
    },
    settle: (wanted, how) => {
      const print = journal.read.openPrint(wanted);
      if (print === null) return ok(false);
      if (print.state === 'started') {
        // The printer may have all of it and print it later: given up, it is one that nobody knows of.
        if (wanted === current) parts.machine.drop();
        return ok(true);
      }
      const written = write((tx) => {
        tx.append('print.settled', { wanted, how });
        if (how === 'printed') noteIssued(tx, print);
      }, parts.operator());
      if (!written.ok) return written;
      faults.delete(wanted);
      tell(wanted, how === 'printed');
      wait = retry.first;
      look();
      return ok(true);
    },
    troubled: () =>
      journal.read.openPrints().flatMap((print): Troubled[] => {
        const fault = faults.get(print.wanted) ?? null;
        if (print.state === 'unknown') return [{ print, state: 'unknown', code: print.code }];
        if (print.state === 'started')
          return fault === null ? [] : [{ print, state: 'printing', code: fault }];
        const code = fault ?? print.code;
        return code === null ? [] : [{ print, state: 'waiting', code }];
      }),
    stop: async () => {
      closing = true;
      callOff();
      await Promise.race([running, new Promise<void>((done) => clock.after(closingMs, done))]);
      over = true;
      parts.machine.drop();
      await running;
    },
  };
}

/** Notes how a print ended, and that a receipt was issued. */
export function noteEnd(tx: JournalWriter, print: OpenPrint, end: PrintEnd): void {
  tx.append('print.ended', end);
  if (end.how === 'printed') noteIssued(tx, print);
}

function noteIssued(tx: JournalWriter, { of, onto }: OpenPrint): void {
  if (of.kind !== 'receipt') return;
  const { receiptNumber } = of;
  if (onto === 'mail') tx.append('receipt.mailed', { receiptNumber });
  else tx.append('receipt.printed', { receiptNumber, how: onto });
}
