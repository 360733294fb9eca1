import { shopTime } from '../../../clock.ts';
import type { ToldByTerminal } from '../../../journal/entries/books.ts';
import type { Entry } from '../../../journal/entries/index.ts';
import type { JournalSource } from '../../../journal/source.ts';
import { afterOwnDiscount } from '../../../sale/price.ts';
import { ore } from '../../../sale/money.ts';
import { applyToSale, type Sale } from '../../../sale/sale.ts';
import { kroner, percent, pieces } from '../decimal.ts';
import { type FixedCode, groupCode } from './codes.ts';
import { employee } from './employee.ts';
import type { Outline } from './outline.ts';
import type { ReceiptBytes } from './receipt-bytes.ts';
import { eventReport } from './report.ts';
import { isStaffEvent, staffEvent, staffEventKinds } from './staff-events.ts';
import { element, id, text } from './xml.ts';

/** The kinds of entries that are events of the file; payments' steps are not, the journal itself has them. */
export const eventKinds = [
  'till.started',
  'till.stopped',
  'till.updated',
  'till.training-started',
  'till.training-ended',
  'till.clock-jumped',
  'till.journal-writable',
  'till.journal-recovered',
  'till.restored',
  'till.attempts-lost',
  'till.signing-key',
  'catalogue.imported',
  'receipt.printed',
  'receipt.mailed',
  'receipt.shown',
  'drawer.kicked',
  'article.changed',
  'sale.line-quantity',
  'sale.line-priced',
  'sale.part-given-back',
  'sale.part-lost',
  'sale.line-removed',
  'sale.parked',
  'sale.resumed',
  'sale.aborted',
  'sale.completed',
  'sale.returned',
  'sale.exchanged',
  'sale.return-removed',
  'refund.contradicted',
  'refund.alarm-settled',
  'attempt.decided',
  'refund.decided',
  'attempt.paid-after-all',
  'attempt.contradicted',
  'attempt.alarm-settled',
  'attempt.alarm-withdrawn',
  'case.opened',
  'case.settled',
  'cash.float',
  'drawer.float',
  'drawer.counted',
  'cash.moved',
  'drawer.opened',
  'day.counted',
  'journal.exported',
  'day.exported',
  'terminal.day-told',
  'settlement.differs',
  'settings.changed',
  ...staffEventKinds,
  'report.x',
  'report.z',
] as const;

export type EventEntry = Extract<Entry, { kind: (typeof eventKinds)[number] }>;

interface Said {
  readonly type: FixedCode;
  readonly text?: string;
  readonly transaction?: number;
  readonly report?: string;
}

export interface EventContext {
  readonly outline: Outline;
  /** Prints up to the event; an event of a print is added to it. */
  readonly printed: ReceiptBytes;
  readonly saleEntries: JournalSource['saleEntries'];
}

/** An entry as an event, its eventID the entry's number; nothing where an entry is none. */
export function event(entry: EventEntry, context: EventContext): string {
  const said = sayingOf(entry, context);
  if (said === null) return '';
  const { date, time } = shopTime(entry.at);
  return `<event>${element('eventID', String(entry.seq))}${element('eventType', said.type)}${
    said.transaction === undefined ? '' : element('transID', String(said.transaction))
  }${employee(entry.operator)}${element('eventDate', date)}${element('eventTime', time)}${
    said.text === undefined ? '' : element('eventText', text(said.text, 9999))
  }${said.report ?? ''}</event>\n`;
}

function sayingOf(entry: EventEntry, context: EventContext): Said | null {
  if (isStaffEvent(entry)) return staffEvent(entry);
  switch (entry.kind) {
    case 'till.started':
      return { type: 'POSSTART', text: `version ${entry.body.version}; ${entry.body.mode}` };
    case 'till.stopped':
      return { type: 'POSEND' };
    case 'till.updated':
      return { type: 'POSUPDATE', text: `from ${entry.body.from}; to ${entry.body.to}` };
    case 'till.training-started':
      return { type: 'TRAINON' };
    case 'till.training-ended':
      return { type: 'TRAINOFF', text: entry.body.why };
    case 'till.clock-jumped':
      return { type: 'CLOCKJUMP', text: `from ${entry.body.from}; to ${entry.body.to}` };
    case 'till.journal-writable':
      return { type: 'RECOVERED', text: `written to again; not since ${entry.body.since}` };
    case 'till.journal-recovered':
      return {
        type: 'RECOVERED',
        text: `recovered up to entry ${entry.body.lastGoodSeq}; receipts taken ${entry.body.taken.receipt}; ${entry.body.reason}`,
      };
    case 'till.restored':
      return {
        type: 'RECOVERED',
        text: `restored from a copy up to entry ${entry.body.copiedTo}; on ${entry.body.machine}; receipts taken ${entry.body.taken.receipt}`,
      };
    case 'till.attempts-lost':
      return { type: 'RECOVERED', text: `entries lost; payments ${entry.body.attemptIds.join(', ')}` };
    case 'till.signing-key':
      return { type: 'SIGNKEY', text: `keyVersion ${entry.body.keyVersion}` };
    case 'catalogue.imported':
      return {
        type: 'PRICECHG',
        text: `${entry.body.fileName}; articles ${entry.body.articles}; new or changed ${entry.body.changed}`,
      };
    case 'drawer.kicked':
      return { type: 'DRAWOPEN', transaction: entry.body.receiptNumber };
    case 'article.changed': {
      const { id: articleId, name, price, vatRate } = entry.body.article;
      return {
        type: 'PRICECHG',
        text: `article ${articleId}; ${name}; price ${kroner(price)}; VAT ${percent(vatRate)}`,
      };
    }
    case 'sale.line-priced': {
      const { saleId, lineId, unitPrice, reason } = entry.body;
      return {
        type: 'LINEPRICE',
        text: `sale ${saleId}; line ${lineId}; price ${kroner(unitPrice)}; ${reason}`,
      };
    }
    case 'sale.part-given-back': {
      const { saleId, part, refundId, reason } = entry.body;
      return {
        type: 'PARTBACK',
        text: `sale ${saleId}; part ${part}; ${refundId ?? 'by the till'}; ${reason}`,
      };
    }
    case 'sale.part-lost': {
      const { saleId, part, attemptId, outcome } = entry.body;
      return {
        type: 'DIFFERENCE',
        text: `sale ${saleId}; part ${part}; payment ${attemptId} is ${outcome} after all`,
      };
    }
    case 'receipt.printed':
    case 'receipt.mailed':
    case 'receipt.shown':
      return printed(entry.body.receiptNumber, context);
    case 'sale.line-removed':
    case 'sale.line-quantity':
      return correction(entry, context);
    case 'sale.return-removed': {
      const { saleId, lineId, reason } = entry.body;
      return { type: 'RETDELETE', text: `sale ${saleId}; line ${lineId}; ${reason}` };
    }
    case 'sale.parked':
      return { type: 'PARK', text: `sale ${entry.body.saleId}` };
    case 'sale.resumed':
      return { type: 'RESUME', text: `sale ${entry.body.saleId}` };
    case 'sale.aborted':
      return {
        type: 'SALEABORT',
        text: `sale ${entry.body.saleId}; amount ${kroner(entry.body.total)}; ${entry.body.reason}`,
      };
    case 'sale.completed':
    case 'sale.returned':
    case 'sale.exchanged': {
      const { receiptNumber } = entry.body;
      if (context.outline.prints.of(receiptNumber) > 0) return null;
      return { type: 'NORECEIPT', transaction: receiptNumber };
    }
    case 'day.exported':
      return {
        type: 'JOURNALEXP',
        text: `${entry.body.format}; Z ${entry.body.z}; ${filesOf(entry.body.files)}`,
      };
    case 'terminal.day-told':
      return { type: 'TERMREP', text: terminalText(entry.body.told) };
    case 'journal.exported':
      return {
        type: 'JOURNALEXP',
        text: `${entry.body.format}; ${entry.body.from} to ${entry.body.to}; ${filesOf(entry.body.files)}`,
      };
    case 'settings.changed':
      return { type: 'SETTING', text: `section ${entry.body.section}; ${JSON.stringify(entry.body.value)}` };
    case 'report.x':
      return { type: 'XREP', report: eventReport(entry) };
    case 'report.z':
      return { type: 'ZREP', report: eventReport(entry) };
    default:
      return matterOfMoney(entry);
  }
}

function filesOf(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  return files.map(({ name, sha256 }) => `${name} ${sha256}`).join('; ');
}

function terminalText(told: ToldByTerminal): string {
  if (told.kind === 'not-available') return `terminal's own totals not available: ${told.code}`;
  const { purchases, reversals, batch } = told;
  return `terminal's own totals; purchases ${purchases.number} ${kroner(purchases.amount)}; reversals ${reversals.number} ${kroner(reversals.amount)}; batch ${batch}`;
}

type MoneyEntry = Extract<
  EventEntry,
  {
    kind:
      | 'attempt.decided'
      | 'refund.decided'
      | 'attempt.paid-after-all'
      | 'attempt.contradicted'
      | 'attempt.alarm-settled'
      | 'attempt.alarm-withdrawn'
      | 'refund.contradicted'
      | 'refund.alarm-settled'
      | 'case.opened'
      | 'case.settled'
      | 'settlement.differs'
      | 'cash.float'
      | 'drawer.float'
      | 'drawer.counted'
      | 'cash.moved'
      | 'drawer.opened'
      | 'day.counted';
  }
>;

const movements = { 'pay-in': 'CASHIN', 'pay-out': 'CASHOUT', drop: 'CASHDROP' } as const;

function matterOfMoney(entry: MoneyEntry): Said {
  switch (entry.kind) {
    case 'attempt.decided': {
      const { attemptId, paid, reason } = entry.body;
      return { type: 'PAYDECIDED', text: `payment ${attemptId}; ${paid ? 'paid' : 'not paid'}; ${reason}` };
    }
    case 'refund.decided': {
      const { refundId, refunded, reason } = entry.body;
      const what = refunded ? 'refunded' : 'not refunded';
      return { type: 'PAYDECIDED', text: `refund ${refundId}; ${what}; ${reason}` };
    }
    case 'attempt.paid-after-all': {
      const { attemptId, transaction } = entry.body;
      return {
        type: 'DIFFERENCE',
        text: `payment ${attemptId} was paid after all; amount ${kroner(transaction.amount)}`,
      };
    }
    case 'attempt.contradicted':
      return {
        type: 'DIFFERENCE',
        text: `payment ${entry.body.attemptId} is ${entry.body.outcome} after all`,
      };
    case 'attempt.alarm-settled':
      return {
        type: 'DIFFERENCE',
        text: `payment ${entry.body.attemptId} settled: ${entry.body.how}; ${entry.body.reason}`,
      };
    case 'attempt.alarm-withdrawn':
      return { type: 'DIFFERENCE', text: `payment ${entry.body.attemptId} was let go: ${entry.body.code}` };
    case 'refund.contradicted': {
      const { refundId, refunded } = entry.body;
      return {
        type: 'DIFFERENCE',
        text: `refund ${refundId} was ${refunded ? 'made' : 'refused'} after all`,
      };
    }
    case 'refund.alarm-settled':
      return {
        type: 'DIFFERENCE',
        text: `refund ${entry.body.refundId} settled: ${entry.body.how}; ${entry.body.reason}`,
      };
    case 'case.opened': {
      const { kind, amountHere, amountThere } = entry.body;
      const amounts = [amountHere, amountThere].map((amount) => (amount === null ? 'none' : kroner(amount)));
      return {
        type: 'DIFFERENCE',
        text: `case ${entry.body.case}; ${kind}; here ${amounts[0] ?? ''}; there ${amounts[1] ?? ''}`,
      };
    }
    case 'settlement.differs': {
      const { settlementId, said, transactions } = entry.body;
      return {
        type: 'DIFFERENCE',
        text: `case ${entry.body.case}; payout ${settlementId}; here ${kroner(transactions)}; there ${kroner(said)}`,
      };
    }
    case 'case.settled':
      return {
        type: 'DIFFERENCE',
        text: `case ${entry.body.case} settled: ${entry.body.how}; ${entry.body.reason}`,
      };
    case 'cash.float': {
      const { amount, reason } = entry.body;
      return { type: 'FLOAT', text: `amount ${kroner(amount)}${reason === null ? '' : `; ${reason}`}` };
    }
    case 'drawer.float': {
      const { drawer, amount, reason } = entry.body;
      const why = reason === null ? '' : `; ${reason}`;
      return { type: 'FLOAT', text: `drawer of ${drawer ?? 'nobody'}; amount ${kroner(amount)}${why}` };
    }
    case 'drawer.counted': {
      const { drawer, counted, expected, difference } = entry.body;
      return {
        type: 'COUNT',
        text: `drawer of ${drawer ?? 'nobody'}; counted ${kroner(counted)}; expected ${kroner(expected)}; difference ${kroner(difference)}`,
      };
    }
    case 'cash.moved':
      return {
        type: movements[entry.body.kind],
        text: `amount ${kroner(entry.body.amount)}; ${entry.body.reason}`,
      };
    case 'drawer.opened':
      return { type: 'DRAWOPENMAN', text: entry.body.why };
    case 'day.counted': {
      const { counted, expected, difference } = entry.body;
      return {
        type: 'COUNT',
        text: `counted ${kroner(counted)}; expected ${kroner(expected)}; difference ${kroner(difference)}`,
      };
    }
  }
}

/** The first print of a receipt is the receipt; every further one is a copy. */
function printed(receiptNumber: number, { outline, printed: before }: EventContext): Said {
  const first = before.of(receiptNumber) === 0;
  before.add(receiptNumber);
  const receipt = outline.returns.of(receiptNumber) > 0 ? 'RETREC' : 'SALREC';
  return { type: first ? receipt : 'COPYREC', transaction: receiptNumber };
}

/** A line that became less, in the words of the tax authority's example. One that became more is no correction. */
function correction(
  entry: Extract<EventEntry, { kind: 'sale.line-removed' | 'sale.line-quantity' }>,
  { saleEntries }: EventContext,
): Said | null {
  const { saleId, lineId, reason } = entry.body;
  const sale = saleEntries(saleId)
    .filter(({ seq }) => seq < entry.seq)
    .reduce<Sale | null>(applyToSale, null);
  const line = sale?.lines.find((one) => one.lineId === lineId);
  if (line === undefined) return null;
  const left = entry.kind === 'sale.line-quantity' ? entry.body.quantity : 0;
  if (left >= line.quantity) return null;
  const remains =
    entry.kind === 'sale.line-quantity'
      ? afterOwnDiscount({ ...line, quantity: entry.body.quantity })
      : ore(0);
  const article = line.articleId === null ? line.description : id(line.articleId);
  const words = [
    `artID ${article}`,
    `artGroupID ${id(groupCode(line.group))}`,
    `qnt ${pieces(line.quantity)}`,
    ...(entry.kind === 'sale.line-quantity' ? [`left ${pieces(entry.body.quantity)}`] : []),
    `lineAmntIn ${kroner(ore(afterOwnDiscount(line) - remains))}`,
    `sale ${saleId}`,
    reason ?? '',
  ];
  return { type: entry.kind === 'sale.line-removed' ? 'LINEDELETE' : 'LINELOWER', text: words.join('; ') };
}
