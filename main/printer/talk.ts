import type { Clock } from '../clock.ts';
import { err, ok, type Result } from '../result.ts';
import type { Line } from './line.ts';
import {
  asked,
  askStatus,
  askWhenPrinted,
  isOutOfPaper,
  isPrintedByte,
  isStatusByte,
  offlineFault,
  type PrinterFault,
  printerState,
} from './status.ts';

/** How long (ms) the till waits: for a status byte, between two looks at a busy printer, and what counts as done. */
export interface Patience {
  readonly answerMs: number;
  readonly lookMs: number;
  /** A printer that is online and has had everything this long has printed it, also when it never says so. */
  readonly settledMs: number;
  /** After this long nobody waits any more. */
  readonly mostMs: number;
}

export const usualPatience: Patience = {
  answerMs: 1_500,
  lookMs: 1_000,
  settledMs: 10_000,
  mostMs: 15 * 60_000,
};

/** What a printer said when it was asked whether it can print. `talks` is false for one that never says anything. */
export type Standing = { readonly talks: boolean; readonly drawer: 'high' | 'low' | null };

/** How a print went; `detail` is the machine's own words. */
export type JobEnd =
  | { readonly how: 'printed'; readonly code: 'confirmed' | 'accepted'; readonly detail: string }
  | { readonly how: 'not-printed' | 'unknown'; readonly code: PrinterFault; readonly detail: string };

/** A machine that stands still this often while one byte is waited for is no longer worth waiting for. */
const mostStandstills = 5;

/** The bytes a printer sends, one at a time. */
function listening(line: Line, clock: Clock) {
  let waiting: {
    readonly wanted: (byte: number) => boolean;
    readonly got: (byte: number | null) => void;
  } | null = null;
  let printed = false;
  line.onBytes((bytes) => {
    for (const byte of bytes) {
      if (isPrintedByte(byte)) printed = true;
      if (waiting?.wanted(byte) === true) waiting.got(byte);
    }
  });
  /** The next byte that is wanted; null when none comes in `ms`. A time that the till itself stood still does not count. */
  function next(wanted: (byte: number) => boolean, ms: number): Promise<number | null> {
    return new Promise((resolve) => {
      let callOff: () => void = () => undefined;
      let standstills = 0;
      const got = (byte: number | null): void => {
        callOff();
        waiting = null;
        resolve(byte);
      };
      const listen = (): void => {
        const since = clock.ticks();
        callOff = clock.after(ms, () => {
          // A bell that rings late: the answer may have come, and nobody was there to hear it.
          if (clock.ticks() - since < 1.25 * ms || standstills === mostStandstills) got(null);
          else {
            standstills += 1;
            listen();
          }
        });
      };
      listen();
      waiting = { wanted, got };
      void line.ended.then(() => got(null));
    });
  }
  return { next, printed: () => printed };
}

/** Asks a printer about itself, and has it print. One conversation a line. */
export function conversation(line: Line, clock: Clock, patience: Patience) {
  const ear = listening(line, clock);
  let ended: string | null = null;
  void line.ended.then(() => {
    ended = 'the connection ended';
  });

  async function status(which: (typeof asked)[keyof typeof asked]): Promise<number | null> {
    const sent = await line.write(askStatus(which));
    return sent.ok ? ear.next(isStatusByte, patience.answerMs) : null;
  }

  /** Why it stands still, asked of a printer that talks; null when it does not. */
  async function faultNow(): Promise<PrinterFault | null> {
    const printer = await status(asked.printer);
    if (printer === null) return ended === null ? 'slow' : 'cut-off';
    const paper = (await status(asked.paper)) ?? 0;
    if (!printerState(printer).offline) return isOutOfPaper(paper) ? 'no-paper' : null;
    return offlineFault((await status(asked.offlineCause)) ?? 0, paper);
  }

  return {
    /** Whether it can print now. Nothing is printed. */
    ready: async (): Promise<Result<Standing, PrinterFault>> => {
      const printer = await status(asked.printer);
      if (printer === null) return ended === null ? ok({ talks: false, drawer: null }) : err('gone');
      const fault = await faultNow();
      return fault === null ? ok({ talks: true, drawer: printerState(printer).drawer }) : err(fault);
    },

    /** The level of the drawer's switch; null when the printer says nothing. */
    drawer: async (): Promise<'high' | 'low' | null> => {
      const printer = await status(asked.printer);
      return printer === null ? null : printerState(printer).drawer;
    },

    /**
     * Sends a print and waits until the printer has printed it. `onFault` is told why it stands still meanwhile, null
     * when it goes on: paper that is put in lets the printer finish what it has.
     */
    print: async (
      bytes: Uint8Array,
      talks: boolean,
      onFault: (fault: PrinterFault | null) => void,
    ): Promise<JobEnd> => {
      const began = clock.ticks();
      const over = (): boolean => clock.ticks() - began > patience.mostMs;
      let sent: Result<void, string> | null = null;
      void line.write(bytes).then(async (first) => {
        const asking = first.ok && talks ? await line.write(askWhenPrinted) : first;
        sent = asking;
      });
      let wellSince: number | null = null;
      for (;;) {
        await pause(
          clock,
          line,
          wellSince === null ? Math.min(50, patience.lookMs) : patience.lookMs,
          ear.printed,
        );
        const left = sent as Result<void, string> | null;
        if (ear.printed()) return { how: 'printed', code: 'confirmed', detail: '' };
        if (left?.ok === false) return { how: 'unknown', code: 'cut-off', detail: left.error };
        if (ended !== null) return { how: 'unknown', code: 'cut-off', detail: ended };
        if (left !== null && !talks) return { how: 'printed', code: 'accepted', detail: '' };
        if (over()) return { how: 'unknown', code: 'slow', detail: '' };
        const fault = talks ? await faultNow() : slowSince(clock, began, patience);
        if (fault === 'cut-off') continue;
        onFault(fault);
        if (fault !== null || left === null) wellSince = null;
        else wellSince ??= clock.ticks();
        if (wellSince !== null && clock.ticks() - wellSince >= patience.settledMs) {
          return { how: 'printed', code: 'accepted', detail: '' };
        }
      }
    },
  };
}

export type Conversation = ReturnType<typeof conversation>;

function slowSince(clock: Clock, began: number, { settledMs }: Patience): PrinterFault | null {
  return clock.ticks() - began >= settledMs ? 'slow' : null;
}

/** Waits, and no longer than there is something to wait for. */
function pause(clock: Clock, line: Line, ms: number, done: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (done()) {
      resolve();
      return;
    }
    let stop: () => void = () => undefined;
    const end = (): void => {
      callOff();
      stop();
      resolve();
    };
    const callOff = clock.after(ms, end);
    stop = line.onBytes(() => {
      if (done()) end();
    });
    void line.ended.then(end);
  });
}
