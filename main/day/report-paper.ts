import type { Language } from '../../preload/contract/view.ts';
import { shopTime } from '../clock.ts';
import type { DayReport } from '../journal/entries/day-report.ts';
import type { SettledDrawer } from '../journal/entries/drawer.ts';
import type { ToldByTerminal } from '../journal/entries/books.ts';
import type { Entry } from '../journal/entries/index.ts';
import type { JournalReads } from '../journal/index.ts';
import { plain, printable } from '../receipt/index.ts';
import { wordsFor, type Words } from '../words/index.ts';
import { counted, drawerRows, match, terminalRows, uncaptured } from './closing-paper.ts';
import type { Paper, PaperRow } from './paper.ts';
import { countedRow, moment, money, row } from './paper-rows.ts';

export type ReportEntry = Extract<Entry, { kind: 'report.x' | 'report.z' }>;

/** What was written down with a Z beside its own entry. */
export interface BesideZ {
  readonly terminal: readonly ToldByTerminal[];
  readonly drawers: readonly SettledDrawer[];
}

export const nothingBeside: BesideZ = { terminal: [], drawers: [] };

/**
 * An X or Z report for a person, from its journal entry and, for a Z, what stands beside it. What the drawer should hold stands on the Z only: the
 * count before it is blind.
 */
export function reportPaper(entry: ReportEntry, beside: BesideZ, language: Language): Paper {
  const words = wordsFor(language);
  const said = words.day;
  const { report } = entry.body;
  return {
    language,
    title: entry.kind === 'report.x' ? said.xReport : said.zReport(entry.body.number),
    marking: report.training ? said.training : '',
    head: [
      printable(report.seller.name),
      `${said.organisationNumber} ${printable(report.seller.organisationNumber)}${report.seller.vatRegistered ? ' MVA' : ''}`,
    ],
    sections: [
      { heading: null, rows: facts(entry, words) },
      { heading: said.sales, rows: sales(report, words) },
      { heading: said.byGroup, rows: groups(report.groups, words) },
      { heading: said.byMeans, rows: means(report.payments, words) },
      { heading: said.giftCards, rows: giftCards(report, words) },
      { heading: said.vat, rows: vat(report, words) },
      { heading: said.byOperator, rows: operators(report, words) },
      { heading: said.counts, rows: counts(report, words) },
      { heading: said.corrections, rows: corrections(report, words) },
      ...(entry.kind === 'report.z'
        ? [
            { heading: said.drawer, rows: [...cash(report, words), ...counted(entry.body, words)] },
            { heading: said.byDrawer, rows: drawerRows(beside.drawers, words) },
            {
              heading: said.matching,
              rows: [...match(entry.body.match, words), ...uncaptured(entry.body, words)],
            },
            { heading: said.terminal, rows: terminalRows(beside.terminal, report, words) },
          ]
        : [{ heading: said.drawer, rows: cash(report, words) }]),
      { heading: said.grandTotals, rows: grand(report, words) },
    ].filter(({ rows }) => rows.length > 0),
    sign: entry.kind === 'report.z' ? [said.signature] : [],
  };
}

/** The same, with what the terminal told for a Z found in the journal. */
export function reportOnPaper(
  read: Pick<JournalReads, 'terminalDays' | 'settledDrawers'>,
  entry: ReportEntry,
  language: Language,
): Paper {
  if (entry.kind === 'report.x') return reportPaper(entry, nothingBeside, language);
  const { number } = entry.body;
  const beside = { terminal: read.terminalDays(number), drawers: read.settledDrawers(number) };
  return reportPaper(entry, beside, language);
}

function facts(entry: ReportEntry, words: Words): PaperRow[] {
  const said = words.day;
  const { report } = entry.body;
  return [
    row(said.date, plain(words.format.date(entry.at))),
    row(said.time, shopTime(entry.at).time),
    row(said.till, report.tillId),
    ...(entry.operator === null ? [] : [row(said.operator, printable(entry.operator))]),
    row(said.since, moment(report.period.from, words)),
    row(said.entries, `${String(report.period.firstSeq)}-${String(report.period.lastSeq)}`),
  ];
}

function sales(report: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  return [
    row(said.cashSales, money(report.cashSales, words)),
    row(said.rounding, money(report.rounding, words)),
    countedRow(said.tips, report.tips, words),
  ];
}

function groups(of: DayReport['groups'], words: Words): PaperRow[] {
  return of.map((group) => countedRow(nameOf(group.group, words), group, words));
}

function nameOf(group: string, words: Words): string {
  return printable(group) || words.day.noGroup;
}

function means(of: DayReport['payments'], words: Words): PaperRow[] {
  const said = words.day;
  return of.flatMap((payment) => [
    countedRow(said.means[payment.means], payment, words),
    ...(payment.returned.number === 0
      ? []
      : [{ ...countedRow(said.givenBack, payment.returned, words), under: true as const }]),
  ]);
}

/** Beside the turnover, where the till has to do with gift cards; what they paid stands among the means of payment. */
function giftCards({ giftCards: cards }: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  if (cards === undefined) return [];
  return [
    countedRow(said.giftCardsSold, cards.sold, words),
    ...(cards.takenBack.number === 0 ? [] : [countedRow(said.giftCardsTakenBack, cards.takenBack, words)]),
    countedRow(said.giftCardsOutstanding, cards.outstanding, words),
  ];
}

function vat(report: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  return report.vat.flatMap((one) => [
    row(one.rate === 0 ? said.vatFree : plain(words.format.percent(one.rate)), money(one.gross, words)),
    { ...row(said.vatNet, money(one.net, words)), under: true as const },
    { ...row(said.vatTax, money(one.vat, words)), under: true as const },
  ]);
}

function operators(report: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  return report.operators.flatMap((one) => [
    row(one.operator === null ? said.nobody : printable(one.operator), money(one.cashSales, words)),
    ...[
      ...(one.openingFloat === null ? [] : [row(said.openingFloat, money(one.openingFloat, words))]),
      ...means(one.payments, words),
      ...groups(one.groups, words),
    ].map((under) => ({ ...under, under: true as const })),
  ]);
}

function counts(report: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  return [
    row(said.salesReceipts, String(report.salesReceipts)),
    row(said.drawerOpenings, String(report.drawerOpenings)),
    countedRow(said.copies, report.copies, words),
    countedRow(said.provisional, report.provisionalReceipts, words),
    countedRow(said.returns, report.returns, words),
    countedRow(said.discounts, report.discounts, words),
    countedRow(said.aborted, report.aborted, words),
    ...report.priceEnquiries.map((one) =>
      countedRow(`${said.priceEnquiries} ${nameOf(one.group, words)}`, one, words),
    ),
    countedRow(said.delivery, report.deliveryReceipts, words),
    countedRow(said.trainingReceipts, report.trainingReceipts, words),
    countedRow(said.credit, report.creditSales, words),
    countedRow(said.creditReturns, report.creditReturns, words),
    ...(report.lateApprovals.number === 0
      ? []
      : [countedRow(said.lateApprovals, report.lateApprovals, words)]),
  ];
}

function corrections(report: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  return [
    ...report.lineCorrections.map((one) => countedRow(said.lineCorrections[one.type], one, words)),
    ...report.otherCorrections.map((one) => countedRow(said.otherCorrections[one.type], one, words)),
  ];
}

function cash(report: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  const { openingFloat } = report;
  return [
    row(said.openingFloat, openingFloat === null ? said.notRegistered : money(openingFloat, words)),
    ...[...report.payIns, ...report.payOuts].map((one) => countedRow(said.moved[one.type], one, words)),
  ];
}

function grand({ grandTotals }: DayReport, words: Words): PaperRow[] {
  const said = words.day;
  return [
    row(said.grandSales, money(grandTotals.sales, words)),
    row(said.grandReturns, money(grandTotals.returns, words)),
    row(said.grandNet, money(grandTotals.net, words)),
  ];
}

/** What a report's file is called: `K7F3QD-Z12.pdf`. */
export function reportFileName({ kind, seq, body }: ReportEntry): string {
  const { tillId } = body.report;
  return kind === 'report.z' ? `${tillId}-Z${String(body.number)}.pdf` : `${tillId}-X${String(seq)}.pdf`;
}
