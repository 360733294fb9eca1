import type { Accounts } from '../../preload/contract/books.ts';
import type { ExportProgressView } from '../../preload/contract/export.ts';
import { nextTurn } from '../catalogue/turn.ts';
import { type Clock, instant } from '../clock.ts';
import { isDate } from '../day/export/period.ts';
import type { Desk } from '../desk.ts';
import { openSource } from '../journal/source.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import type { Answers, Asks } from '../../preload/contract/calls.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type ExportCallParts = {
  readonly journal: Journal;
  readonly journalPath: string;
  readonly desk: Desk;
  readonly accounts: () => Accounts;
  readonly clock: Clock;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  /** The till is stopping: an export that is under way is given up. */
  readonly isOver: () => boolean;
  readonly onProgress: (progress: ExportProgressView) => void;
  readonly onJournalError: (error: JournalError) => void;
};

type ExportCall = Extract<keyof Handlers, `export.${string}`>;

/** Taking the books out of the till: one export at a time, while the till goes on selling. */
export function exportCalls(parts: ExportCallParts): Pick<Handlers, ExportCall> {
  const { journal, desk, clock } = parts;
  let underWay: { cancelled: boolean } | null = null;

  async function start(
    { format, from, to }: Asks<'export.start'>,
    job: { readonly cancelled: boolean },
  ): Promise<Result<Answers<'export.start'>, Refusal>> {
    const folder = await desk.chooseFolder();
    if (folder === null) return ok(null);
    const source = openSource(parts.journalPath);
    if (!source.ok) {
      parts.onJournalError(source.error);
      return notWritten(source.error);
    }
    try {
      // Read from disk when it is needed: the start does not wait for it.
      const { exportJournal } = await import('../day/export/index.ts');
      const made = await exportJournal(
        {
          format,
          period: { from, to },
          folder,
          accounts: parts.accounts(),
          createdAt: instant(clock.now()),
        },
        {
          source: source.value,
          isCancelled: () => job.cancelled || parts.isOver(),
          pause: nextTurn,
          onProgress: teller(parts.onProgress),
        },
      );
      if (!made.ok) {
        const { code, detail } = made.error;
        return code === 'EXPORT-CANCELLED' ? ok(null) : refuse(code, { reason: detail });
      }
      const files = made.value;
      const written = journal.write(parts.operator(), (tx) =>
        tx.append('journal.exported', { format, from, to, files }),
      );
      if (!written.ok) {
        parts.onJournalError(written.error);
        return notWritten(written.error);
      }
      return ok({ folder, files: files.map(({ name }) => name) });
    } finally {
      source.value.close();
    }
  }

  return {
    'export.start': async (asks) => {
      if (!isDate(asks.from) || !isDate(asks.to) || asks.from > asks.to) return refuse('MESSAGE-WRONG');
      if (underWay !== null) return refuse('NOT-ALLOWED-NOW');
      const refusal = parts.authorise({ kind: 'export', of: `${asks.format} ${asks.from} to ${asks.to}` });
      if (refusal !== null) return { ok: false, error: refusal };
      const job = { cancelled: false };
      underWay = job;
      try {
        return await start(asks, job);
      } finally {
        underWay = null;
      }
    },
    'export.cancel': () => {
      if (underWay !== null) underWay.cancelled = true;
      return ok(null);
    },
  };
}

/** Tells whole percents, each once. */
function teller(tell: (progress: ExportProgressView) => void): (share: number) => void {
  let told = -1;
  return (share) => {
    const percent = Math.min(100, Math.floor(share * 100));
    if (percent <= told) return;
    told = percent;
    tell({ percent });
  };
}
