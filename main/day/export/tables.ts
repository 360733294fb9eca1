import type { EntryRange, JournalSource } from '../../journal/source.ts';
import { shopTime } from '../../clock.ts';
import type { Payment, SoldLine } from '../../journal/entries/sale.ts';
import type { PaidBack } from '../../journal/entries/refund.ts';
import { ore } from '../../sale/money.ts';
import { amountCell, byteOrderMark, quantityCell, rateCell, row, textCell } from './csv.ts';
import type { ReceiptEntry } from './saft/transactions.ts';
import type { Piece } from './saft/index.ts';

/** A table of an export: the end of its file's name, and its text. */
export interface Table {
  readonly name: string;
  pieces(source: JournalSource, range: EntryRange): Generator<Piece>;
}

const receiptKinds = ['sale.completed', 'sale.returned'] as const;

/** What every row of a receipt begins with. */
const receiptColumns = ['Dato', 'Klokkeslett', 'Kasse', 'Kvitteringsnummer', 'Type', 'Operatør', 'Opplæring'];

function receiptCells({ kind, operator, body }: ReceiptEntry): string[] {
  return [
    body.signature.date,
    body.signature.time,
    body.tillId,
    String(body.receiptNumber),
    kind === 'sale.completed' ? 'Salg' : 'Retur',
    textCell(operator ?? ''),
    body.training ? 'ja' : 'nei',
  ];
}

function ofReceipts(
  name: string,
  columns: readonly string[],
  rowsOf: (entry: ReceiptEntry) => string,
): Table {
  return {
    name,
    *pieces(source, range) {
      yield { text: byteOrderMark + row([...receiptColumns, ...columns]), seq: 0 };
      for (const entry of source.entries(receiptKinds, range)) {
        yield { text: rowsOf(entry), seq: entry.seq };
      }
    },
  };
}

/** One row for each line of each receipt. */
export const lineTable = ofReceipts(
  'linjer',
  [
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
  ],
  (entry) => {
    const start = receiptCells(entry).join(';');
    return entry.body.lines.map((line, index) => `${start};${row(lineCells(line, index + 1))}`).join('');
  },
);

function lineCells(line: SoldLine, number: number): string[] {
  return [
    String(number),
    textCell(line.articleId ?? ''),
    textCell(line.description),
    textCell(line.group),
    quantityCell(line.quantity),
    amountCell(line.unitPrice),
    amountCell(line.reduction),
    amountCell(line.amount),
    rateCell(line.vatRate),
    amountCell(ore(line.amount - line.vatAmount)),
    amountCell(line.vatAmount),
  ];
}

/** One row for each payment, taken or given back. */
export const paymentTable = ofReceipts(
  'betalinger',
  ['Betalingsmåte', 'Beløp', 'Øreavrunding', 'Betalt', 'Korttype', 'Kortnummer', 'Transaksjon'],
  (entry) => {
    const start = receiptCells(entry).join(';');
    return entry.body.payments.map((payment) => `${start};${row(paymentCells(payment))}`).join('');
  },
);

function paymentCells(payment: Payment | PaidBack): string[] {
  const rounding = payment.kind === 'cash' ? payment.rounding : ore(0);
  const paid = ore(payment.amount + rounding);
  const amounts = [amountCell(payment.amount), amountCell(rounding), amountCell(paid)];
  if (payment.kind === 'cash') return ['Kontant', ...amounts, '', '', ''];
  const { card, transactionId, attemptId } = payment;
  return [
    'Kort',
    ...amounts,
    textCell(card.brand ?? ''),
    textCell(card.maskedPan ?? ''),
    textCell(transactionId ?? attemptId),
  ];
}

/** One row for each Z report: a day of the till. */
export const dayTable: Table = {
  name: 'dager',
  *pieces(source, range) {
    yield {
      text:
        byteOrderMark +
        row([
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
        ]),
      seq: 0,
    };
    for (const { seq, at, body } of source.entries(['report.z'], range)) {
      const { report, count, number } = body;
      const { date, time } = shopTime(at);
      const paid = (means: 'card' | 'cash') =>
        amountCell(
          ore(report.payments.reduce((sum, one) => sum + (one.means === means ? one.amount : 0), 0)),
        );
      yield {
        seq,
        text: row([
          String(number),
          date,
          time,
          report.tillId,
          report.training ? 'ja' : 'nei',
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
        ]),
      };
    }
  },
};
