import type Database from 'better-sqlite3';
import type { Ore } from '../../sale/money.ts';
import type { FigureName } from '../derive/figures.ts';
import type { CashCount } from '../entries/day-report.ts';
import type { Entry } from '../entries/index.ts';
import { type EntryRow, toEntry } from '../entry.ts';
import { createGiftCardReads } from './gift-cards.ts';

/** A running figure of a day. `also` is a group's quantity, a rate's VAT or a payment's rounding. */
export interface DayFigure {
  readonly figure: FigureName;
  readonly key: string;
  readonly operator: string | null;
  readonly number: number;
  readonly amount: Ore;
  readonly also: number;
}

/** The day that the next Z will close. */
export interface OpenDay {
  /** Of that Z. */
  readonly number: number;
  /** When the last Z was made; when the journal began before the first. */
  readonly from: string;
  readonly firstSeq: number;
  readonly figures: readonly DayFigure[];
  /** Grand totals up to the last Z. */
  readonly grandBefore: { readonly sales: Ore; readonly returns: Ore };
  /** What is left on all gift cards; null where the till has never had to do with any. */
  readonly giftCards: { readonly number: number; readonly amount: Ore } | null;
}

export interface ReportSummary {
  readonly seq: number;
  readonly kind: 'x' | 'z';
  /** Of a Z. */
  readonly number: number | null;
  readonly at: string;
}

export interface DayReads {
  openDay(): OpenDay;
  /** The last count since the last Z. */
  lastCount(): CashCount | null;
  /** Whether cash was taken today though no opening float was registered. */
  cashWithoutFloat(): boolean;
  /** X and Z reports, the newest first; `before` is a seq. */
  reports(query: { readonly before: number | null; readonly limit: number }): ReportSummary[];
  report(seq: number): Extract<Entry, { kind: 'report.x' | 'report.z' }> | null;
}

/** Prepares the number of the day that is open: one more than the last Z's. */
export function createDayNumber(db: Database.Database): () => number {
  const last = db
    .prepare<[], number>(
      `SELECT max(coalesce((SELECT max(number) FROM report WHERE kind = 'z'), 0),
        coalesce((SELECT taken FROM series WHERE name = 'z'), 0)) + 1`,
    )
    .pluck();
  return () => last.get() ?? 1;
}

export function createDayReads(db: Database.Database): DayReads {
  const number = createDayNumber(db);
  const lastZ = db.prepare<[], { seq: number; at: string; sales: Ore; returns: Ore }>(
    `SELECT seq, at, grand_sales AS sales, grand_returns AS returns FROM report
      WHERE kind = 'z' ORDER BY number DESC LIMIT 1`,
  );
  const gifts = createGiftCardReads(db);
  const began = db.prepare<[], string>('SELECT at FROM entry WHERE seq = 1').pluck();
  const figures = db.prepare<[number], Omit<DayFigure, 'operator'> & { operator: string }>(
    'SELECT figure, key, operator, number, amount, also FROM day_figure WHERE day = ? ORDER BY figure, key, operator',
  );
  const entryAt = db.prepare<[number], Omit<EntryRow, 'hash'>>(
    'SELECT seq, at, kind, operator, body FROM entry WHERE seq = ?',
  );
  const countSeq = db.prepare<[], number>('SELECT seq FROM cash_count').pluck();
  const withoutFloat = db
    .prepare<[number, number], number>(
      `SELECT EXISTS (SELECT 1 FROM day_figure WHERE day = ? AND figure = 'payment' AND key = 'cash')
        AND NOT EXISTS (SELECT 1 FROM day_figure WHERE day = ? AND figure = 'float' AND number > 0)`,
    )
    .pluck();
  const reports = db.prepare<[number, number], ReportSummary>(
    'SELECT seq, kind, number, at FROM report WHERE seq < ? ORDER BY seq DESC LIMIT ?',
  );

  return {
    openDay: () => {
      const day = number();
      const before = lastZ.get();
      return {
        number: day,
        from: before?.at ?? began.get() ?? '',
        firstSeq: (before?.seq ?? 0) + 1,
        figures: figures
          .all(day)
          .map((row) => ({ ...row, operator: row.operator === '' ? null : row.operator })),
        giftCards: gifts.hasGiftCards() ? gifts.giftCardsOutstanding() : null,
        grandBefore: { sales: (before?.sales ?? 0) as Ore, returns: (before?.returns ?? 0) as Ore },
      };
    },
    lastCount: () => {
      const seq = countSeq.get();
      if (seq === undefined || seq < (lastZ.get()?.seq ?? 0)) return null;
      const entry = entryAt.all(seq).map(toEntry)[0];
      return entry?.kind === 'day.counted' ? entry.body : null;
    },
    cashWithoutFloat: () => {
      const day = number();
      return withoutFloat.get(day, day) === 1;
    },
    reports: ({ before, limit }) => reports.all(before ?? Number.MAX_SAFE_INTEGER, limit),
    report: (seq) => {
      const entry = entryAt.all(seq).map(toEntry)[0];
      return entry?.kind === 'report.x' || entry?.kind === 'report.z' ? entry : null;
    },
  };
}
