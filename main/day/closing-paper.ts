import type { ClosingMatch, DayReport } from '../journal/entries/day-report.ts';
import type { ZReport } from '../journal/entries/day.ts';
import type { SettledDrawer } from '../journal/entries/drawer.ts';
import type { ToldByTerminal } from '../journal/entries/books.ts';
import { printable } from '../receipt/index.ts';
import { ore } from '../sale/money.ts';
import type { Words } from '../words/index.ts';
import type { PaperRow } from './paper.ts';
import { countedRow, moment, money, row } from './paper-rows.ts';
import { terminalTotals } from './terminal-day.ts';

/** The part of a Z report that an X report does not have: the count, and what Dintero and the terminal say. */

/** The count of the till's drawer, or of all drawers together. */
export function counted({ count }: ZReport, words: Words): PaperRow[] {
  const said = words.day;
  if (count === null) return [row(said.counted, said.notCounted)];
  return [
    row(said.expected, money(count.expected, words)),
    ...count.counts
      .filter((one) => one.count > 0)
      .map((one) => ({
        ...row(money(one.denomination, words), '', String(one.count)),
        under: true as const,
      })),
    row(said.counted, money(count.counted, words)),
    row(said.difference, money(count.difference, words)),
    ...(count.reason === null ? [] : [row(said.reason, printable(count.reason))]),
  ];
}

/** How the till's card payments compare with Dintero's. */
export function match(of: ClosingMatch, words: Words): PaperRow[] {
  const said = words.day;
  if (of.kind === 'not-available') return [row(said.transactions, said.notAvailable)];
  return [
    row(said.matchedAt, moment(of.at, words)),
    row(said.transactions, String(of.transactions)),
    row(said.differences, String(of.differences)),
  ];
}

/** How each operator's drawer came out; none where the till has one drawer. */
export function drawerRows(drawers: readonly SettledDrawer[], words: Words): PaperRow[] {
  const said = words.day;
  return drawers.flatMap((one) => [
    row(one.drawer === null ? said.nobody : printable(one.drawer), money(one.counted, words)),
    ...[
      row(said.openingFloat, one.float === null ? said.notRegistered : money(one.float, words)),
      row(said.expected, money(one.expected, words)),
      row(said.difference, money(one.difference, words)),
      ...(one.reason === null ? [] : [row(said.reason, printable(one.reason))]),
    ].map((under) => ({ ...under, under: true as const })),
  ]);
}

/** The terminal's own figures beside the till's; none where it was never asked. */
export function terminalRows(told: readonly ToldByTerminal[], report: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  if (told.length === 0) return [];
  const totals = terminalTotals(told);
  if (totals === null) return [row(said.terminalTotals, said.notAvailable)];
  const { purchases, reversals, tips } = totals;
  const card = report.payments.find(({ means }) => means === 'card');
  const here = { number: card?.number ?? 0, amount: card?.amount ?? ore(0) };
  return [
    ...(totals.batch === '' ? [] : [row(said.terminalBatch, totals.batch)]),
    countedRow(said.terminalPurchases, purchases, words),
    countedRow(said.terminalReversals, reversals, words),
    ...(tips === 0 ? [] : [row(said.tips, money(tips, words))]),
    countedRow(said.tillCards, here, words),
    row(said.difference, money(ore(purchases.amount - reversals.amount - here.amount), words)),
  ];
}

/** What customers paid and Dintero has not captured. */
export function uncaptured({ uncaptured: open }: ZReport, words: Words): PaperRow[] {
  return open.number === 0 ? [] : [countedRow(words.day.uncaptured, open, words)];
}
