import { reductionOf } from '../../sale/discount.ts';
import { ore, type Ore } from '../../sale/money.ts';
import { afterOwnDiscount, grossOf } from '../../sale/price.ts';
import type { Sale } from '../../sale/sale.ts';
import type { BasketLine, SoldLine } from '../entries/sale.ts';
import type { EntryOf } from './of-kind.ts';
import { contentOf } from './receipt.ts';

/** What is counted from Z to Z, each by a key of its own (a group, a VAT rate, a means of payment…) and by operator. */
export type FigureName =
  | 'sale'
  | 'return'
  | 'group'
  | 'payment'
  | 'paid-back'
  | 'vat'
  | 'discount'
  | 'aborted'
  | 'line-correction'
  | 'other-correction'
  | 'copy'
  | 'training'
  | 'float'
  | 'moved'
  | 'drawer-opening'
  | 'late-approval'
  | 'gift-card';

/** What one entry adds to a figure. `also` is a group's quantity, a rate's VAT or a payment's rounding; else zero. */
export interface Figure {
  readonly figure: FigureName;
  readonly key: string;
  readonly operator: string | null;
  readonly number: number;
  readonly amount: Ore;
  readonly also: number;
}

/** What stood before the entry, asked only where an entry does not tell itself. */
export interface Before {
  sale(saleId: string): Sale | null;
  /** The opening float that was registered today. */
  float(): { readonly operator: string | null; readonly amount: Ore } | null;
  /** The float of one operator's drawer. */
  floatOf(drawer: string | null): Ore | null;
  /** How often the receipt was printed, and what it comes to. */
  prints(receiptNumber: number): { readonly times: number; readonly total: Ore };
}

export type FigureEntry = EntryOf<
  | 'sale.completed'
  | 'sale.returned'
  | 'sale.exchanged'
  | 'sale.aborted'
  | 'sale.line-removed'
  | 'sale.line-quantity'
  | 'receipt.printed'
  | 'receipt.mailed'
  | 'receipt.shown'
  | 'attempt.paid-after-all'
  | 'cash.float'
  | 'drawer.float'
  | 'cash.moved'
  | 'drawer.opened'
>;

/** What an entry adds to its day's figures. */
export function figuresOf(entry: FigureEntry, before: Before): Figure[] {
  const { operator } = entry;
  const figure = (name: FigureName, key: string, number: number, amount: number, also = 0): Figure => ({
    figure: name,
    key,
    operator,
    number,
    amount: ore(amount),
    also,
  });

  switch (entry.kind) {
    case 'sale.completed':
    case 'sale.returned':
      return receiptFigures(entry.body, figure);
    case 'sale.exchanged':
      return receiptFigures({ ...entry.body, ...contentOf(entry) }, figure);
    case 'sale.aborted':
      return [figure('aborted', '', 1, entry.body.total)];
    case 'sale.line-removed': {
      const line = lineOf(before.sale(entry.body.saleId), entry.body.lineId);
      return [figure('line-correction', 'removed', 1, afterOwnDiscount(line))];
    }
    case 'sale.line-quantity': {
      const line = lineOf(before.sale(entry.body.saleId), entry.body.lineId);
      const { quantity } = entry.body;
      if (quantity >= line.quantity) return [];
      const taken = afterOwnDiscount(line) - afterOwnDiscount({ ...line, quantity });
      return [figure('line-correction', 'quantity-lowered', 1, taken)];
    }
    case 'receipt.printed':
    case 'receipt.mailed':
    case 'receipt.shown': {
      const { times, total } = before.prints(entry.body.receiptNumber);
      return times === 0 ? [] : [figure('copy', '', 1, total)];
    }
    case 'attempt.paid-after-all':
      return [figure('late-approval', '', 1, entry.body.transaction.amount)];
    case 'cash.float': {
      const { amount } = entry.body;
      const replaced = before.float();
      if (replaced === null) return [figure('float', '', 1, amount)];
      return [
        { ...figure('float', '', -1, 0 - replaced.amount), operator: replaced.operator },
        figure('float', '', 1, amount),
        figure('other-correction', 'float', 1, amount - replaced.amount),
      ];
    }
    case 'drawer.float': {
      const { drawer, amount } = entry.body;
      const replaced = before.floatOf(drawer);
      const own = { ...figure('float', '', 1, amount), operator: drawer };
      if (replaced === null) return [own];
      return [
        { ...figure('float', '', -1, 0 - replaced), operator: drawer },
        own,
        figure('other-correction', 'float', 1, amount - replaced),
      ];
    }
    case 'cash.moved':
      return [figure('moved', entry.body.kind, 1, entry.body.amount)];
    case 'drawer.opened':
      return [figure('drawer-opening', '', 1, 0)];
  }
}

function lineOf(sale: Sale | null, lineId: string): BasketLine {
  const line = sale?.lines.find((one) => one.lineId === lineId);
  if (line === undefined) throw new Error(`There is no line ${lineId} to correct`);
  return line;
}

type MakeFigure = (name: FigureName, key: string, number: number, amount: number, also?: number) => Figure;

/** Cash carries what rounding added. */
type AnyPayment =
  | { readonly kind: 'cash'; readonly amount: Ore; readonly rounding: Ore }
  | { readonly kind: 'card' | 'gift-card'; readonly amount: Ore };

/**
 * What a receipt adds. Lines that are given back are negative and count as a return, also on a sales receipt. Gift cards
 * are no turnover: their receipts are counted, what they were sold for stands by itself.
 */
function receiptFigures(
  receipt: {
    readonly training: boolean;
    readonly total: Ore;
    readonly lines: readonly SoldLine[];
    readonly payments: readonly AnyPayment[];
  },
  figure: MakeFigure,
): Figure[] {
  // A price reduction after the sale gives back an amount and no goods.
  const isBack = (line: SoldLine): boolean => line.quantity < 0 || line.amount < 0;
  const back = receipt.lines.filter(isBack);
  const sold = receipt.lines.filter((line) => !isBack(line));
  const goods = receipt.lines.filter(isGoods);
  return [
    ...(sold.length === 0 ? [] : [figure('sale', '', 1, total(sold.filter(isGoods)))]),
    ...(back.length === 0 ? [] : [figure('return', '', 1, total(back.filter(isGoods)))]),
    ...giftCards(sold, 'sold', figure),
    ...giftCards(back, 'taken-back', figure),
    ...by(goods, (line) => line.group).map(([group, lines]) =>
      figure(
        'group',
        group,
        1,
        total(lines),
        adding(lines, (line) => line.quantity),
      ),
    ),
    ...by(goods, (line) => String(line.vatRate)).map(([rate, lines]) =>
      figure(
        'vat',
        rate,
        lines.length,
        total(lines),
        adding(lines, (line) => line.vatAmount),
      ),
    ),
    ...discounts(sold, figure),
    ...receipt.payments.flatMap((payment) => payments(payment, figure)),
    ...(receipt.training ? [figure('training', '', 1, receipt.total)] : []),
  ];
}

function isGoods({ giftCard }: SoldLine): boolean {
  return giftCard === undefined;
}

function giftCards(lines: readonly SoldLine[], key: 'sold' | 'taken-back', figure: MakeFigure): Figure[] {
  const cards = lines.filter((line) => !isGoods(line));
  return cards.length === 0 ? [] : [figure('gift-card', key, cards.length, total(cards))];
}

function payments(payment: AnyPayment, figure: MakeFigure): Figure[] {
  const rounding = payment.kind === 'cash' ? payment.rounding : 0;
  const paid = payment.amount + rounding;
  return [
    figure('payment', payment.kind, 1, paid, rounding),
    ...(payment.amount < 0 ? [figure('paid-back', payment.kind, 1, paid)] : []),
  ];
}

/** One for each line's own discount, and one for the sale's: what is more off a line than its own is its share of that. */
function discounts(sold: readonly SoldLine[], figure: MakeFigure): Figure[] {
  const given = sold.filter((line) => line.discount !== null).length;
  const ofSale = sold.some((line) => line.reduction > reductionOf(grossOf(line), line.discount));
  const number = given + (ofSale ? 1 : 0);
  return number === 0
    ? []
    : [
        figure(
          'discount',
          '',
          number,
          adding(sold, (line) => line.reduction),
        ),
      ];
}

function total(lines: readonly SoldLine[]): number {
  return adding(lines, (line) => line.amount);
}

function adding(lines: readonly SoldLine[], of: (line: SoldLine) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}

function by(lines: readonly SoldLine[], key: (line: SoldLine) => string): [string, SoldLine[]][] {
  const found = new Map<string, SoldLine[]>();
  for (const line of lines) {
    const same = found.get(key(line));
    if (same === undefined) found.set(key(line), [line]);
    else same.push(line);
  }
  return [...found];
}
