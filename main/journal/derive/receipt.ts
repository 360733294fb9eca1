import type Database from 'better-sqlite3';
import type { PaidBack } from '../entries/refund.ts';
import type { Payment, SoldLine } from '../entries/sale.ts';
import { type PaidBy, paidByOf } from '../../sale/means.ts';
import { createNumbers } from '../read/numbers.ts';
import type { EntryOf } from './of-kind.ts';

type ReceiptEntry = EntryOf<'sale.completed' | 'sale.returned' | 'sale.exchanged'>;

/** Keeps receipts, of sales, returns and exchanges, with their lines and payments, for searching and for the day's sums. */
export function receiptDeriver(db: Database.Database): (entry: ReceiptEntry) => void {
  const numbers = createNumbers(db);
  const insertReceipt = db.prepare<
    [number, string, number, string, number, number, string, 'sale' | 'return' | 'exchange', PaidBy]
  >(
    `INSERT INTO receipt (receipt_number, sale_id, seq, at, total, lines, signature, kind, paid_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const countReceipt = db.prepare<[number, string, string]>(
    `INSERT INTO receipt_count (thousand, kind, paid_by, receipts) VALUES (?, ?, ?, 1)
      ON CONFLICT DO UPDATE SET receipts = receipts + 1`,
  );
  const insertLine = db.prepare<LineColumns>(
    `INSERT INTO line (receipt_number, position, article_id, description, group_name, unit_price, quantity, vat_rate,
      reduction, amount, vat_amount, gift_card) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPayment = db.prepare<PaymentColumns>(
    `INSERT INTO payment (receipt_number, position, kind, amount, rounding, change, attempt_id, transaction_id,
      card_ending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertGiftCard = db.prepare<[string, number]>(
    'INSERT OR IGNORE INTO receipt_gift_card (code, receipt_number) VALUES (?, ?)',
  );

  return (entry) => {
    const { seq, at, body } = entry;
    // Receipts are an unbroken series (bokføringsforskrifta § 5-1-4): no number is left out or taken twice.
    const next = numbers.nextReceiptNumber();
    if (body.receiptNumber !== next) {
      throw new Error(`Receipt ${body.receiptNumber} is out of its series: the next one is ${next}`);
    }
    const saleId = entry.kind === 'sale.returned' ? entry.body.of.saleId : entry.body.saleId;
    const { total, signature } = body;
    const { lines, payments } = contentOf(entry);
    const paidBy = paidByOf(payments);
    const receiptKind = kinds[entry.kind];
    insertReceipt.run(next, saleId, seq, at, total, lines.length, signature.value, receiptKind, paidBy);
    countReceipt.run(Math.floor(next / 1000), receiptKind, paidBy);
    lines.forEach((line, index) => {
      insertLine.run(...lineColumns(next, index + 1, line));
      if (line.giftCard !== undefined) insertGiftCard.run(line.giftCard.code, next);
    });
    payments.forEach((payment, index) => {
      insertPayment.run(...paymentColumns(next, index + 1, payment));
      if (payment.kind === 'gift-card') insertGiftCard.run(payment.code, next);
    });
  };
}

const kinds = { 'sale.completed': 'sale', 'sale.returned': 'return', 'sale.exchanged': 'exchange' } as const;

/** All lines and payments of a receipt: of an exchange both sides. */
export function contentOf(entry: ReceiptEntry): {
  readonly lines: readonly SoldLine[];
  readonly payments: readonly (Payment | PaidBack)[];
} {
  if (entry.kind !== 'sale.exchanged') return entry.body;
  const { lines, returned, payments, paidBack } = entry.body;
  return { lines: [...lines, ...returned], payments: [...payments, ...paidBack] };
}

type LineColumns = [
  receipt: number,
  position: number,
  articleId: string | null,
  description: string,
  group: string,
  unitPrice: number,
  quantity: number,
  vatRate: number,
  reduction: number,
  amount: number,
  vatAmount: number,
  giftCard: string | null,
];

function lineColumns(receiptNumber: number, position: number, line: SoldLine): LineColumns {
  return [
    receiptNumber,
    position,
    line.articleId,
    line.description,
    line.group,
    line.unitPrice,
    line.quantity,
    line.vatRate,
    line.reduction,
    line.amount,
    line.vatAmount,
    line.giftCard?.code ?? null,
  ];
}

type PaymentColumns = [
  receipt: number,
  position: number,
  kind: string,
  amount: number,
  rounding: number,
  change: number,
  attemptId: string | null,
  transactionId: string | null,
  cardEnding: string | null,
];

function paymentColumns(
  receiptNumber: number,
  position: number,
  payment: Payment | PaidBack,
): PaymentColumns {
  const { kind, amount } = payment;
  if (kind === 'cash') {
    const change = 'change' in payment ? payment.change : 0;
    return [receiptNumber, position, kind, amount, payment.rounding, change, null, null, null];
  }
  if (kind === 'gift-card') return [receiptNumber, position, kind, amount, 0, 0, null, null, null];
  const ending = endingOf(payment.card.maskedPan);
  return [receiptNumber, position, kind, amount, 0, 0, payment.attemptId, payment.transactionId, ending];
}

/** The last four digits of a masked card number, when it ends in digits. */
function endingOf(maskedPan: string | null): string | null {
  return maskedPan === null ? null : (/(\d{4})\s*$/.exec(maskedPan)?.[1] ?? null);
}
