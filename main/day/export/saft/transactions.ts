import type { PaidBack } from '../../../journal/entries/refund.ts';
import type { Payment, SoldLine } from '../../../journal/entries/sale.ts';
import { contentOf } from '../../../journal/source.ts';
import { referredTo } from '../../../receipt/index.ts';
import type { EntryOf } from '../../../journal/source.ts';
import { ore, sum, type Ore, vatRate, type VatRate } from '../../../sale/money.ts';
import { kroner, percent, pieces } from '../decimal.ts';
import { giftCardVat, groupCode, meansCodes } from './codes.ts';
import { employee } from './employee.ts';
import type { Outline } from './outline.ts';
import { element, id, text } from './xml.ts';

export type ReceiptEntry = EntryOf<'sale.completed' | 'sale.returned' | 'sale.exchanged'>;

/**
 * A sale or a return as a signed transaction. Its number is the receipt's; its signature is the one that was made when it
 * was completed, over the amounts before any rounding of cash. What goes back to the customer is negative and a debit.
 */
export function transaction(entry: ReceiptEntry, outline: Outline): string {
  const { body, operator } = entry;
  const nr = String(body.receiptNumber);
  const { date, time } = body.signature;
  const by = employee(operator);
  const when = `${element('lineDate', date)}${element('lineTime', time)}`;
  const tax = body.vat.reduce((total, { vat }) => total + vat, 0);
  const printed = outline.prints.of(body.receiptNumber);
  const { lines, payments } = contentOf(entry);
  return `<cashtransaction>${element('nr', nr)}${element('transID', nr)}${element(
    'transType',
    typeOf(entry),
  )}${element('transAmntIn', kroner(body.total))}${element(
    'transAmntEx',
    kroner(ore(body.total - tax)),
  )}${direction(body.total)}${by}${element('transDate', date)}${element('transTime', time)}${references(entry)}
${lines.map((line, index) => ctLine(nr, index + 1, line, by, when)).join('\n')}
${body.vat.map(({ rate, vat, net }) => vatOf(percent(rate), rate, vat, net)).join('')}${giftCardVatOf(lines)}
${element('rounding', element('roundingAmnt', kroner(body.rounding)))}
${payments.map((payment) => paymentOf(payment, body.currency, by)).join('')}
${element('signature', body.signature.value)}
${element('keyVersion', text(body.signature.keyVersion, 50))}
${element('receiptNum', String(Math.min(printed, 1)))}${element(
    'receiptCopyNum',
    String(Math.max(printed - 1, 0)),
  )}<receiptProformaNum>0</receiptProformaNum><receiptDeliveryNum>0</receiptDeliveryNum><voidTransaction>false</voidTransaction>${element(
    'trainingID',
    String(body.training),
  )}</cashtransaction>
`;
}

function typeOf(entry: ReceiptEntry): string {
  switch (entry.kind) {
    case 'sale.completed':
      return 'CASHSAL';
    case 'sale.returned':
      return 'RETURNSAL';
    case 'sale.exchanged':
      return 'SALERET';
  }
}

/** A price reduction after the sale gives back an amount and no goods. */
function goesBack(line: SoldLine): boolean {
  return line.quantity < 0 || line.amount < 0;
}

function direction(amount: Ore, name = 'amntTp'): string {
  return element(name, amount < 0 ? 'D' : 'C');
}

/** What the transaction refers to: a return or an exchange to the sale's receipt (bokføringsforskriften § 5-3-7). */
function references(entry: ReceiptEntry): string {
  if (entry.kind === 'sale.completed') return element('desc', entry.body.saleId);
  const { of, reason, tillId } = entry.body;
  const name = entry.kind === 'sale.exchanged' ? entry.body.saleId : entry.body.refundId;
  return `${element('refID', referredTo(of, tillId))}${element('desc', text(`${name}; ${reason}`, 9999))}`;
}

function ctLine(nr: string, lineId: number, line: SoldLine, by: string, when: string): string {
  const { amount, vatAmount, reduction } = line;
  const net = ore(amount - vatAmount);
  const article = line.articleId === null ? '' : element('artID', id(line.articleId));
  const discount =
    reduction === 0 || goesBack(line)
      ? ''
      : element('discount', `${element('dscTp', 'DISC')}${element('dscAmnt', kroner(reduction))}${by}`);
  return `<ctLine>${element('nr', nr)}${element('lineID', String(lineId))}${element(
    'lineType',
    goesBack(line) ? 'RET' : 'SAL',
  )}${element('artGroupID', id(groupCode(line.group)))}${article}${element(
    'qnt',
    pieces(line.quantity),
  )}${element('lineAmntIn', kroner(amount))}${element('lineAmntEx', kroner(net))}${direction(amount)}${element(
    'ppu',
    kroner(line.unitPrice),
  )}${by}${element('cashTransLineDescr', text(line.description, 9999))}${when}${vatOf(
    line.giftCard === undefined ? percent(line.vatRate) : giftCardVat.code,
    line.vatRate,
    vatAmount,
    net,
  )}${discount}</ctLine>`;
}

/** What gift cards come to stands by itself: it is in no VAT rate's turnover. */
function giftCardVatOf(lines: readonly SoldLine[]): string {
  const cards = lines.filter(({ giftCard }) => giftCard !== undefined);
  if (cards.length === 0) return '';
  return vatOf(giftCardVat.code, vatRate(0), ore(0), sum(cards.map(({ amount }) => amount)));
}

function vatOf(code: string, rate: VatRate, vat: Ore, net: Ore): string {
  return `<vat>${element('vatCode', code)}${element('vatPerc', percent(rate))}${element(
    'vatAmnt',
    kroner(vat),
  )}${direction(net, 'vatAmntTp')}${element('vatBasAmnt', kroner(net))}</vat>`;
}

/** Cash counts as it was taken: rounded. The payments are the transaction's amount and its rounding. */
function paymentOf(payment: Payment | PaidBack, currency: string, by: string): string {
  const paid = payment.kind === 'cash' ? ore(payment.amount + payment.rounding) : payment.amount;
  const name = nameOf(payment);
  const reference = name === null ? '' : element('paymentRefID', name);
  return `<payment>${element('paymentType', meansCodes[payment.kind])}${element(
    'paidAmnt',
    kroner(paid),
  )}${by}${element('curCode', currency)}<exchRt>1.000000</exchRt>${reference}</payment>`;
}

/** What a payment is known by outside the till. */
function nameOf(payment: Payment | PaidBack): string | null {
  switch (payment.kind) {
    case 'cash':
      return null;
    case 'card':
      return payment.transactionId ?? payment.attemptId;
    case 'gift-card':
      return payment.code;
  }
}
