import type { PrinterSettings } from '../../preload/contract/printer.ts';
import type { Clock } from '../clock.ts';
import { err, ok, type Result } from '../result.ts';
import { deviceLine } from './device.ts';
import type { Line, OpenLine } from './line.ts';
import { networkLine } from './network.ts';
import { kick, kickNow, type PrinterFault } from './status.ts';
import { conversation, type Conversation, type JobEnd, type Patience, type Standing } from './talk.ts';

/** Something to be printed: as bytes for a receipt printer, or as a page for the machine's own. Neither is made before it is needed. */
export interface Sheet {
  bytes(): Promise<Uint8Array>;
  html(): Promise<string>;
}

/** The printer was not ready, and nothing was sent to it. */
export interface NotBegun {
  readonly how: 'not-begun';
  readonly code: PrinterFault;
  readonly detail: string;
}

export interface MachineParts {
  readonly clock: Clock;
  readonly settings: () => PrinterSettings;
  readonly printHtml: (html: string) => Promise<Result<void, string>>;
  readonly patience: Patience;
}

/** The printer as it is set up now. It does one thing at a time. */
export interface Machine {
  /**
   * Prints when the printer is ready; `begin` is called just before anything leaves, and false keeps it from leaving.
   * `onFault` is told why a print that is under way stands still, null when it goes on.
   */
  print(
    sheet: Sheet,
    begin: () => boolean,
    onFault: (fault: PrinterFault | null) => void,
  ): Promise<JobEnd | NotBegun>;
  /** Opens the drawer now, also while a print stands still. */
  kick(): Promise<Result<void, PrinterFault>>;
  /** The level of the drawer's switch; null when nothing is known. */
  drawer(): Promise<'high' | 'low' | null>;
  /** Gives up the print that is under way. */
  drop(): void;
}

/** Longest wait (ms) for the printer to answer the door. */
const doorMs = 4_000;

export function createMachine(parts: MachineParts): Machine {
  const { clock, patience, settings } = parts;
  let last: Promise<unknown> = Promise.resolve();
  let busy: { readonly line: Line; readonly talks: boolean } | null = null;

  /** One line at a time: a receipt printer has one door. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  function lineTo({ kind, address, baud }: PrinterSettings): OpenLine | null {
    if (kind === 'network') return networkLine(address, doorMs);
    return kind === 'device' ? deviceLine(address, baud) : null;
  }

  async function withLine<T>(
    work: (talk: Conversation, line: Line) => Promise<T>,
    gone: (detail: string) => T,
  ): Promise<T> {
    const open = lineTo(settings());
    if (open === null) return gone('');
    const opened = await open();
    if (!opened.ok) return gone(opened.error);
    const line = opened.value;
    try {
      return await work(conversation(line, clock, patience), line);
    } finally {
      busy = null;
      void line.close();
    }
  }

  async function onReceiptPrinter(
    sheet: Sheet,
    begin: () => boolean,
    onFault: (fault: PrinterFault | null) => void,
  ): Promise<JobEnd | NotBegun> {
    const bytes = await sheet.bytes();
    return withLine<JobEnd | NotBegun>(
      async (talk, line) => {
        const ready = await talk.ready();
        if (!ready.ok) return { how: 'not-begun', code: ready.error, detail: '' };
        if (!begin()) return { how: 'not-begun', code: 'none', detail: '' };
        busy = { line, talks: ready.value.talks };
        return talk.print(bytes, ready.value.talks, onFault);
      },
      (detail) => ({ how: 'not-begun', code: 'gone', detail }),
    );
  }

  async function onSystemPrinter(sheet: Sheet, begin: () => boolean): Promise<JobEnd | NotBegun> {
    const html = await sheet.html();
    if (!begin()) return { how: 'not-begun', code: 'none', detail: '' };
    const done = await parts.printHtml(html);
    return done.ok
      ? { how: 'printed', code: 'accepted', detail: '' }
      : { how: 'not-printed', code: 'system', detail: done.error };
  }

  async function kickOn(
    talk: Conversation,
    line: Line,
    pin: 'pin-2' | 'pin-5',
  ): Promise<Result<void, PrinterFault>> {
    const ready: Result<Standing, PrinterFault> = await talk.ready();
    if (!ready.ok && ready.error === 'gone') return ready;
    const sent = await line.write(ready.ok ? kick(pin) : kickNow(pin));
    return sent.ok ? ok(undefined) : err('cut-off');
  }

  return {
    print: (sheet, begin, onFault) =>
      inTurn(async () => {
        switch (settings().kind) {
          case 'none':
            return { how: 'not-begun', code: 'none', detail: '' };
          case 'system':
            return onSystemPrinter(sheet, begin);
          case 'network':
          case 'device':
            return onReceiptPrinter(sheet, begin, onFault);
        }
      }),

    kick: async () => {
      const { drawer: pin } = settings();
      if (pin === 'none') return ok(undefined);
      if (busy !== null) {
        const sent = await busy.line.write(busy.talks ? kickNow(pin) : kick(pin));
        return sent.ok ? ok(undefined) : err('cut-off');
      }
      return inTurn(() =>
        withLine<Result<void, PrinterFault>>(
          (talk, line) => kickOn(talk, line, pin),
          () => err('gone'),
        ),
      );
    },

    drawer: () =>
      busy === null
        ? inTurn(() =>
            withLine<'high' | 'low' | null>(
              (talk) => talk.drawer(),
              () => null,
            ),
          )
        : Promise.resolve(null),

    drop: () => busy?.line.drop(),
  };
}
