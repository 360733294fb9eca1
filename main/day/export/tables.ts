import { contentOf, type EntryOf, type EntryRange, type JournalSource } from '../../journal/source.ts';
import { shopTime } from '../../clock.ts';
import type { Payment, SoldLine } from '../../journal/entries/sale.ts';
import type { PaidBack } from '../../journal/entries/refund.ts';
import type { Means } from '../../sale/means.ts';
import { ore } from '../../sale/money.ts';
import { amountCell, byteOrderMark, quantityCell, rateCell, row, textCell } from './csv.ts';
import { type Piece, shareOf } from './piece.ts';

type ReceiptEntry = EntryOf<'sale.completed' | 'sale.returned' | 'sale.exchanged'>;

const types = { 'sale.completed': 'Salg', 'sale.returned': 'Retur', 'sale.exchanged': 'Bytte' } as const;

const kinds = ['sale.completed', 'sale.returned', 'sale.exchanged', 'report.z'] as const;

/** The tables of a CSV export, in the order of their files: docs/export.md explains every column. */
export const tableNames = ['linjer', 'betalinger', 'dager'] as const;

const receiptColumns = ['Dato', 'Klokkeslett', 'Kasse', 'Kvitteringsnummer', 'Type', 'Operatør', 'Opplæring'];
const headings = [
  row(
    ...receiptColumns,
    'Linje',
    'Varenummer',
    'Vare',
    'Varegruppe',
    'Antall',
    'Pris',
    'Rabatt',
    'Beløp',
    'Mva-sats',
    'Netto',
    'Mva',
  ),
  row(
    ...receiptColumns,
    'Betalingsmåte',
    'Beløp',
    'Øreavrunding',
    'Betalt',
    'Korttype',
    'Kortnummer',
    'Transaksjon',
  ),
  row(
    'Z-nummer',
    'Dato',
    'Klokkeslett',
    'Kasse',
    'Opplæring',
    'Kontantsalg',
    'Kort',
    'Kontant',
    'Øreavrunding',
    'Mva',
    'Salgskvitteringer',
    'Returer',
    'Returbeløp',
    'Rabatter',
    'Rabattbeløp',
    'Vekselkasse',
    'Forventet i kassen',
    'Talt',
    'Differanse',
    'Forklaring',
    'Akkumulert salg',
    'Akkumulert retur',
    'Akkumulert netto',
    'Gavekort brukt',
    'Gavekort solgt',
    'Gavekort tilbake',
    'Gavekort utestående',
  ),
];

/** One row for each line of each receipt, for each payment, and for each Z report. */
export function* tables(source: JournalSource, range: EntryRange): Generator<Piece> {
  for (const [file, heading] of headings.entries()) yield { file, text: byteOrderMark + heading, done: 0 };
  for (const entry of source.entries(kinds, range)) {
    if (entry === null) {
      yield null;
      continue;
    }
    const done = shareOf(entry.seq, range);
    if (entry.kind === 'report.z') {
      yield { file: 2, text: dayRow(entry), done };
      continue;
    }
    const start = receiptCells(entry);
    let text = '';
    const { lines, payments } = contentOf(entry);
    lines.forEach((line, index) => (text += `${start};${lineCells(line, index + 1)}`));
    yield { file: 0, text, done };
    text = '';
    for (const payment of payments) text += `${start};${paymentCells(payment)}`;
    yield { file: 1, text, done };
  }
}

/** What every row of a receipt begins with. */
function receiptCells({ kind, operator, body }: ReceiptEntry): string {
  const { signature, tillId, receiptNumber, training } = body;
  return `${signature.date};${signature.time};${tillId};${receiptNumber};${types[kind]};${textCell(operator ?? '')};${yesOrNo(training)}`;
}

/** Most rows of an export are these: put together at once, without a list of cells in between. */
function lineCells(line: SoldLine, number: number): string {
  const what = `${number};${textCell(line.articleId ?? '')};${textCell(line.description)};${textCell(line.group)}`;
  const price = `${quantityCell(line.quantity)};${amountCell(line.unitPrice)};${amountCell(line.reduction)}`;
  const net = ore(line.amount - line.vatAmount);
  const vat = `${rateCell(line.vatRate)};${amountCell(net)};${amountCell(line.vatAmount)}`;
  return `${what};${price};${amountCell(line.amount)};${vat}\r\n`;
}

function paymentCells(payment: Payment | PaidBack): string {
  const rounding = payment.kind === 'cash' ? payment.rounding : ore(0);
  const paid = ore(payment.amount + rounding);
  const amounts = [amountCell(payment.amount), amountCell(rounding), amountCell(paid)];
  if (payment.kind === 'cash') return row('Kontant', ...amounts, '', '', '');
  if (payment.kind === 'gift-card') return row('Gavekort', ...amounts, '', '', payment.code);
  const { card, transactionId, attemptId } = payment;
  return row(
    'Kort',
    ...amounts,
    textCell(card.brand ?? ''),
    textCell(card.maskedPan ?? ''),
    textCell(transactionId ?? attemptId),
  );
}

function dayRow({ at, body }: EntryOf<'report.z'>): string {
  const { report, count, number } = body;
  const { date, time } = shopTime(at);
  const { giftCards } = report;
  const paid = (means: Means) =>
    amountCell(ore(report.payments.reduce((sum, one) => sum + (one.means === means ? one.amount : 0), 0)));
  return row(
    String(number),
    date,
    time,
    report.tillId,
    yesOrNo(report.training),
    amountCell(report.cashSales),
    paid('card'),
    paid('cash'),
    amountCell(report.rounding),
    amountCell(ore(report.vat.reduce((sum, { vat }) => sum + vat, 0))),
    String(report.salesReceipts),
    String(report.returns.number),
    amountCell(report.returns.amount),
    String(report.discounts.number),
    amountCell(report.discounts.amount),
    report.openingFloat === null ? '' : amountCell(report.openingFloat),
    amountCell(report.cashExpected),
    count === null ? '' : amountCell(count.counted),
    count === null ? '' : amountCell(count.difference),
    textCell(count?.reason ?? ''),
    amountCell(report.grandTotals.sales),
    amountCell(report.grandTotals.returns),
    amountCell(report.grandTotals.net),
    paid('gift-card'),
    giftCards === undefined ? '' : amountCell(giftCards.sold.amount),
    giftCards === undefined ? '' : amountCell(giftCards.takenBack.amount),
    giftCards === undefined ? '' : amountCell(giftCards.outstanding.amount),
  );
}

function yesOrNo(value: boolean): string {
  return value ? 'ja' : 'nei';
}
