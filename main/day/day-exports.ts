import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Accounts } from '../../preload/contract/books.ts';
import { type Clock, shopTime } from '../clock.ts';
import type { ExportFormat } from '../journal/entries/till.ts';
import {
  type DueExport,
  type Journal,
  type JournalError,
  journalError,
  type JournalWriter,
} from '../journal/index.ts';
import { openSource } from '../journal/source.ts';
import type { Log } from '../log.ts';
import type { ExportError, WholeFile } from './export/files.ts';
import { err, type Result } from '../result.ts';

/** How long (ms) the till waits before it looks for the folder again. */
const retryMs = 5 * 60_000;

export type DayExportsParts = {
  readonly journal: Journal;
  readonly journalPath: string;
  readonly tillId: string;
  readonly clock: Clock;
  readonly log: Log;
  /** As the shop has it now; an empty folder is none. */
  readonly settings: () => {
    readonly folder: string;
    readonly formats: readonly ExportFormat[];
    readonly accounts: Accounts;
  };
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** Which closed days are not in the folder yet, and why not, in the file system's own words. */
export type WaitingExports = {
  readonly zs: readonly number[];
  readonly folder: string;
  readonly why: string;
};

/** Puts the books of each closed day into the folder that the shop chose, and tries again where it was not there. */
export type DayExports = {
  /** Writes down with a Z what is to be exported: it survives whatever comes before it is done. */
  readonly due: (tx: JournalWriter, z: number) => void;
  /** Exports what is due, now. */
  readonly now: () => void;
  /** Null while nothing waits for its folder. */
  readonly waiting: () => WaitingExports | null;
  /** Resolves when nothing is being written any more. */
  readonly stop: () => Promise<void>;
};

/** Makes it. It does nothing before `now` is called. */
export function createDayExports(parts: DayExportsParts): DayExports {
  const { journal, clock, log } = parts;
  let waiting: WaitingExports | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let over = false;
  let callOff: (() => void) | null = null;

  async function run(): Promise<void> {
    do {
      const { folder } = parts.settings();
      const before = waiting;
      waiting = folder === '' ? null : await exportAll(folder, journal.read.dueExports());
      if (waiting !== null) log.warn('the books of a closed day wait for their folder', { why: waiting.why });
      if (before !== null || waiting !== null) parts.onChange();
    } while (isAskedAgain());
    callOff?.();
    if (waiting !== null && !over) callOff = clock.after(retryMs, now);
  }

  function isAskedAgain(): boolean {
    const asked = again && !over;
    again = false;
    return asked;
  }

  /** One that cannot be made does not keep the others from being made. */
  async function exportAll(folder: string, due: readonly DueExport[]): Promise<WaitingExports | null> {
    const left: { readonly z: number; readonly why: string }[] = [];
    for (const one of due) {
      if (over) return null;
      const made = await exportOne(folder, one);
      if (made.ok) writeDown(folder, one, made.value);
      else if (made.error.code !== 'EXPORT-CANCELLED') left.push({ z: one.z, why: made.error.detail });
    }
    const [first] = left;
    return first === undefined ? null : { zs: [...new Set(left.map(({ z }) => z))], folder, why: first.why };
  }

  async function exportOne(folder: string, due: DueExport): Promise<Result<WholeFile[], ExportError>> {
    // A share that is not there is not made: what is written beside it would be found by nobody.
    if (!(await isFolder(folder)))
      return err({ code: 'EXPORT-NOT-WRITABLE', detail: `${folder} is not there` });
    const own = folderOf(folder, parts.tillId, due.z);
    const source = openSource(parts.journalPath);
    if (!source.ok) return err({ code: 'EXPORT-NOT-WRITABLE', detail: source.error.detail });
    try {
      const { exportJournal, removeParts, wholeFilesIn } = await import('./export/index.ts');
      await removeParts(own);
      const made = await exportJournal(
        {
          format: due.format,
          period: { from: shopTime(due.from).date, to: shopTime(due.at).date },
          range: due.range,
          folder: own,
          accounts: parts.settings().accounts,
          createdAt: due.at,
        },
        {
          source: source.value,
          isCancelled: () => over,
          pause: () => setImmediate(),
          onProgress: () => undefined,
        },
      );
      if (made.ok || made.error.code !== 'EXPORT-EXISTS') return made;
      const whole = await wholeFilesIn(own, due.format);
      return whole === null ? made : { ok: true, value: whole };
    } finally {
      source.value.close();
    }
  }

  function writeDown(folder: string, { z, format }: DueExport, files: WholeFile[]): void {
    if (over) return;
    const written = journal.write(null, (tx) =>
      tx.append('day.exported', { z, format, folder: folderOf(folder, parts.tillId, z), files }),
    );
    if (!written.ok) parts.onJournalError(written.error);
  }

  function now(): void {
    if (over) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = run()
      .catch((thrown: unknown) => {
        const error = journalError(thrown);
        if (error === null) log.error('an export after a Z failed', { thrown });
        else parts.onJournalError(error);
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    due: (tx, z) => {
      const { folder, formats } = parts.settings();
      if (folder !== '' && formats.length > 0) tx.append('day.export-due', { z, formats: [...formats] });
    },
    now,
    waiting: () => waiting,
    stop: async () => {
      over = true;
      callOff?.();
      await running;
    },
  };
}

/** Each closed day has a folder of its own, and only its till writes there. */
function folderOf(folder: string, tillId: string, z: number): string {
  return path.join(folder, `${tillId}-Z${z}`);
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false;
  }
}
