import type { Language } from '../../preload/contract/view.ts';
import { cashCount, denominations } from '../day/count.ts';
import { ownDrawer, ownDrawers } from '../day/drawers.ts';
import { paperText } from '../day/paper-text.ts';
import { cashExpected, hadCash } from '../day/report.ts';
import { type ReportEntry, reportOnPaper } from '../day/report-paper.ts';
import { notYetCaptured, type Unsettled, unsettledSentence } from '../day/unsettled.ts';
import type { CashCount } from '../journal/entries/day-report.ts';
import type { JournalError, JournalReads, JournalWriter } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import { ore, type Ore } from '../sale/money.ts';
import type { Words } from '../words/index.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { closeDay, type CloseDayParts, reportNow, standingCount, standsInTheWay } from './close-day.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type DayCallParts = Omit<CloseDayParts, 'written'> & {
  readonly language: () => Language;
  readonly words: () => Words;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  /** On the printer's kick, where there is one. */
  readonly openDrawer: () => void;
  readonly onClosed: () => void;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

type DayCall = Extract<keyof Handlers, `day.${string}`>;

/** Characters on a line of 80 mm paper. */
const paperWidth = 42;

/** A report as the window shows it. */
export function reportView(read: JournalReads, entry: ReportEntry, language: Language) {
  const number = entry.kind === 'report.z' ? entry.body.number : null;
  const kind = entry.kind === 'report.z' ? ('z' as const) : ('x' as const);
  return {
    summary: { seq: entry.seq, kind, number, at: entry.at },
    text: paperText(reportOnPaper(read, entry, language), paperWidth),
  };
}

/** What is done about the day: float, cash in and out, X, count and Z. */
export function dayCalls(parts: DayCallParts): Pick<Handlers, DayCall> {
  const { journal, currency } = parts;

  function written<T>(work: (tx: JournalWriter) => T): Result<T, Refusal> {
    const stopped = parts.stopped();
    if (stopped !== null) return err(stopped);
    const done = journal.write(parts.operator(), work);
    if (!done.ok) {
      parts.onJournalError(done.error);
      return notWritten(done.error);
    }
    parts.onChange();
    return done;
  }

  function done(work: (tx: JournalWriter) => unknown): Result<null, Refusal> {
    const outcome = written(work);
    return outcome.ok ? ok(null) : outcome;
  }

  const closing: CloseDayParts = { ...parts, written };

  return {
    'day.view': () => {
      const day = journal.read.openDay();
      const count = standingCount(journal);
      const each = parts.eachHasADrawer();
      const own = each ? ownDrawer(parts.operator(), day.figures, journal.read) : null;
      const float = own === null ? dayFloat(day.figures) : own.float;
      return ok({
        number: day.number,
        since: day.from,
        openingFloat: float,
        unsettled: standsInTheWay(closing).map((one) => ({
          what: place(one),
          sentence: unsettledSentence(one, currency, parts.words()),
        })),
        uncaptured: notYetCaptured(journal.read),
        hadCash: hadCash(day.figures),
        denominations: [...denominations(currency)],
        count: countView(count),
        drawers: each
          ? ownDrawers(day.figures, journal.read).map((one) => ({
              drawer: one.drawer,
              float: one.float,
              count: countView(one.count),
            }))
          : null,
      });
    },

    'day.float': ({ amount, reason }) => {
      const { figures } = journal.read.openDay();
      const drawer = parts.operator();
      const each = parts.eachHasADrawer();
      const before = each ? ownDrawer(drawer, figures, journal.read).float : dayFloat(figures);
      if (before !== null && reason === null) return refuse('FLOAT-REGISTERED');
      const float = { amount: ore(amount), reason: before === null ? null : reason };
      return done((tx) =>
        each ? tx.append('drawer.float', { drawer, ...float }) : tx.append('cash.float', float),
      );
    },

    'day.moveCash': ({ kind, amount, reason }) => {
      const refusal = parts.authorise({ kind: 'move-cash', of: `${kind}; ${reason}`, amount: ore(amount) });
      if (refusal !== null) return err(refusal);
      return done((tx) => tx.append('cash.moved', { kind, amount: ore(amount), reason }));
    },

    'day.openDrawer': ({ reason }) => {
      const refusal = parts.authorise({ kind: 'open-drawer', of: reason });
      if (refusal !== null) return err(refusal);
      const noted = done((tx) => tx.append('drawer.opened', { why: reason }));
      if (noted.ok) parts.openDrawer();
      return noted;
    },

    'day.x': () => {
      const made = written((tx) => tx.append('report.x', { report: reportNow(tx, closing) }));
      if (!made.ok) return made;
      const entry = journal.read.report(made.value.seq);
      if (entry === null) throw new Error('An X report wrote another entry');
      return ok(reportView(journal.read, entry, parts.language()));
    },

    'day.count': ({ counts, drawer = null }) => {
      const { figures } = journal.read.openDay();
      const each = parts.eachHasADrawer();
      const expected = each ? ownDrawer(drawer, figures, journal.read).expected : cashExpected(figures);
      const count = cashCount(counts, expected, currency);
      if (!count.ok) return count;
      // On disk before the person sees what was expected: a second try is another entry.
      const kept = written((tx) =>
        each
          ? tx.append('drawer.counted', { drawer, ...count.value })
          : tx.append('day.counted', count.value),
      );
      if (!kept.ok) return kept;
      const { counted, difference } = count.value;
      return ok({ expected, counted, difference });
    },

    'day.close': async ({ number, reason, drawers = [] }) => {
      // Pressed twice, the second finds that its day is closed: everything is asked again after the comparison.
      const closed = await closeDay(closing, number, { reason, drawers });
      if (!closed.ok) return closed;
      parts.onClosed();
      return ok(reportView(journal.read, closed.value, parts.language()));
    },
  };
}

function countView(count: CashCount | null) {
  if (count === null) return null;
  const { expected, counted, difference } = count;
  return { expected, counted, difference };
}

function dayFloat(figures: Parameters<typeof cashExpected>[0]): Ore | null {
  const floats = figures.filter(({ figure, number }) => figure === 'float' && number > 0);
  return floats[0]?.amount ?? null;
}

/** What the window needs to go there. */
function place(one: Unsettled) {
  switch (one.kind) {
    case 'open-sale':
      return { kind: one.kind };
    case 'parked-sale':
    case 'payment':
      return { kind: one.kind, saleId: one.saleId };
    case 'refund':
      return { kind: one.kind, refundId: one.refundId };
    case 'alarm':
      return { kind: one.kind, alarm: one.alarm };
    case 'case':
      return { kind: one.kind, case: one.case };
  }
}
