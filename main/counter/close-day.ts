import { type Clock, instant } from '../clock.ts';
import { type DayExports } from '../day/day-exports.ts';
import { countOfAll, ownDrawers, settledDrawers } from '../day/drawers.ts';
import type { Matching } from '../day/matching.ts';
import { cashExpected, dayReport, hadCash } from '../day/report.ts';
import type { ReportEntry } from '../day/report-paper.ts';
import { endTerminalDay, type TerminalDayParts } from '../day/terminal-day.ts';
import { notYetCaptured, type Unsettled, unsettled } from '../day/unsettled.ts';
import type { ZReport } from '../journal/entries/day.ts';
import type { CashCount, ClosingMatch, DayReport } from '../journal/entries/day-report.ts';
import type { SettledDrawer } from '../journal/entries/drawer.ts';
import type { Seller } from '../journal/entries/sale.ts';
import type { DayFigure, Journal, JournalError, JournalReads, JournalWriter } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import { type Currency, ore, type Ore } from '../sale/money.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type CloseDayParts = {
  readonly journal: Journal;
  readonly matching: Matching;
  readonly clock: Clock;
  readonly seller: Seller;
  readonly tillId: string;
  readonly training: boolean;
  readonly currency: Currency;
  readonly openRefunds: () => readonly { readonly refundId: string; readonly amount: Ore }[];
  readonly stopped: () => Refusal | null;
  readonly terminal: Omit<TerminalDayParts, 'journal' | 'clock'>;
  /** Whether the terminal is asked for its own totals. */
  readonly asksTerminal: () => boolean;
  /** Whether each operator has a drawer of its own. */
  readonly eachHasADrawer: () => boolean;
  readonly dayExports: Pick<DayExports, 'due'>;
  /** Writes in one transaction, as whoever is at the till. */
  readonly written: <T>(work: (tx: JournalWriter) => T) => Result<T, Refusal>;
};

/** What a report of the open day says at this moment. */
export function reportNow(tx: JournalWriter, parts: CloseDayParts): DayReport {
  const { seller, tillId, training, currency } = parts;
  const lastSeq = tx.read.lastEntry()?.seq ?? 1;
  return dayReport(tx.read.openDay(), { seller, tillId, training, currency, to: tx.at, lastSeq });
}

/** A count stands until cash moves. */
export function standingCount({ read }: Journal): CashCount | null {
  const count = read.lastCount();
  return count?.expected === cashExpected(read.openDay().figures) ? count : null;
}

/** All that must be settled first. */
export function standsInTheWay({ journal, openRefunds }: CloseDayParts): Unsettled[] {
  return unsettled(journal.read, openRefunds());
}

/** What a person says about the differences: of the till's drawer, or of each operator's. */
export type Explained = {
  readonly reason: string | null;
  readonly drawers: readonly { readonly drawer: string | null; readonly reason: string }[];
};

/** The count that goes into the Z, and how each operator's drawer came out where each has one. */
type Counted = { readonly count: ZReport['count']; readonly drawers: readonly SettledDrawer[] };

/** Everything that a Z needs but what Dintero and the terminal say. */
function closable(parts: CloseDayParts, number: number, explained: Explained): Result<Counted, Refusal> {
  const stopped = parts.stopped();
  if (stopped !== null) return err(stopped);
  const day = parts.journal.read.openDay();
  // Pressed twice, or the day was closed meanwhile.
  if (day.number !== number) return refuse('NOT-ALLOWED-NOW');
  if (standsInTheWay(parts).length > 0) return refuse('DAY-UNSETTLED');
  if (parts.eachHasADrawer()) return countedByDrawer(parts.journal.read, day.figures, explained);
  const count = standingCount(parts.journal);
  if (count === null) {
    return hadCash(day.figures) ? refuse('COUNT-MISSING') : ok({ count: null, drawers: [] });
  }
  const { reason } = explained;
  if (count.difference !== 0 && reason === null) return refuse('COUNT-UNEXPLAINED');
  return ok({ count: { ...count, reason }, drawers: [] });
}

function countedByDrawer(
  read: JournalReads,
  figures: readonly DayFigure[],
  explained: Explained,
): Result<Counted, Refusal> {
  const own = ownDrawers(figures, read);
  const drawers = settledDrawers(own, explained.drawers);
  if (drawers === null) return refuse('COUNT-MISSING');
  if (drawers.some(({ difference, reason }) => difference !== 0 && reason === null)) {
    return refuse('COUNT-UNEXPLAINED');
  }
  const all = countOfAll(own);
  const reasons = drawers.flatMap(({ drawer, reason }) =>
    reason === null ? [] : [`${drawer ?? '-'}: ${reason}`],
  );
  const reason = reasons.length === 0 ? null : reasons.join('; ');
  return ok({ count: all === null ? null : { ...all, reason }, drawers });
}

async function compare({ matching, clock }: CloseDayParts): Promise<Result<ClosingMatch, JournalError>> {
  const looked = await matching.lookNow();
  if (looked.ok) {
    const { transactions, differences } = looked.value;
    return ok({ kind: 'matched', at: instant(clock.now()), transactions, differences });
  }
  if (looked.error.kind === 'journal') return err(looked.error.error);
  return ok({ kind: 'not-available', code: looked.error.error.kind });
}

/**
 * Makes the Z report of the open day: compares with Dintero, lets the terminal end its own day, and closes. Both take
 * their time, and the comparison may open a case, so everything is asked again after each.
 */
export async function closeDay(
  parts: CloseDayParts,
  number: number,
  explained: Explained,
): Promise<Result<ReportEntry, Refusal>> {
  const before = closable(parts, number, explained);
  if (!before.ok) return before;
  const match = await compare(parts);
  if (!match.ok) return notWritten(match.error);
  const compared = closable(parts, number, explained);
  if (!compared.ok) return compared;
  if (match.value.kind === 'matched' && parts.asksTerminal()) {
    const told = await endTerminalDay({ ...parts, ...parts.terminal }, number);
    if (!told.ok) return notWritten(told.error);
  }
  const now = closable(parts, number, explained);
  if (!now.ok) return now;
  const { count, drawers } = now.value;
  return parts.written((tx) => {
    const empty = tx.read.currentSaleId();
    if (empty !== null) tx.append('sale.aborted', { saleId: empty, reason: 'empty', total: ore(0) });
    const entry = tx.append('report.z', {
      number,
      report: reportNow(tx, parts),
      count,
      match: match.value,
      uncaptured: notYetCaptured(tx.read),
    });
    if (entry.kind !== 'report.z') throw new Error('A Z report wrote another entry');
    if (drawers.length > 0) tx.append('drawers.settled', { z: number, drawers: [...drawers] });
    parts.dayExports.due(tx, number);
    return entry;
  });
}
