import type { ReceiptWords } from '../words/receipt-words.ts';
import type { Receipt, Row } from './receipt.ts';

/** A receipt that is no paper says so in its title (kassasystemforskrifta § 2-8-4). */
export function electronic(receipt: Receipt, words: ReceiptWords): Receipt {
  const { title } = receipt;
  return title === null ? receipt : { ...receipt, title: `${words.electronic} ${title.toLowerCase()}` };
}

/** All of a receipt in few letters, line by line, for a QR code: no columns, no rules, nothing twice. */
export function compactText(receipt: Receipt): string {
  const row = ({ label, value }: Row): string => `${label} ${value}`.trim();
  return [
    ...receipt.marking,
    ...(receipt.title === null ? [] : [receipt.title]),
    ...receipt.seller,
    ...receipt.facts.map(row),
    '',
    ...receipt.lines.flatMap(({ description, calculation, vatRate, amount, notes, discount }) => [
      [description, calculation, `(${vatRate})`, amount].filter((part) => part !== null).join(' '),
      ...notes,
      ...(discount === null ? [] : [row(discount)]),
    ]),
    '',
    ...receipt.totals.map(row),
    ...(receipt.vat === null
      ? []
      : [
          receipt.vat.heading,
          receipt.vat.columns.join(' / '),
          ...receipt.vat.rows.map((cells) => cells.join(' / ')),
        ]),
    ...receipt.payments.flatMap((payment) => payment.rows.map(row)),
    ...receipt.foot.map(row),
    ...receipt.closing,
    receipt.barcode,
  ].join('\n');
}
