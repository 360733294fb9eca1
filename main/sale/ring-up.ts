import type { NewEntry } from '../journal/entries/index.ts';
import type { BasketLine } from '../journal/entries/sale.ts';
import type { Article } from '../journal/entries/till.ts';
import { err, ok, type Result } from '../result.ts';
import { highestAmount, highestQuantity, mostLines } from './limits.ts';
import { thousandths, vatRate, type Currency, type Ore, type Thousandths, type VatRate } from './money.ts';
import { grossOf } from './price.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import type { Sale } from './sale.ts';
import { isShopVatRate } from './vat.ts';

/** What a new sale is opened with, should there be none. */
export interface Opening {
  readonly tillId: string;
  readonly nextSaleNumber: number;
  readonly currency: Currency;
  /** What the line is called that a deposit stands on, in the shop's language. */
  readonly depositName: string;
}

type Decision = Result<NewEntry[], SaleRefusal>;

/** The group that deposits stand under in reports; a deposit is no turnover that VAT is in. */
const depositGroup = 'Pant';

/** Why this quantity (thousandths) cannot stand on a line, or null. */
export function quantityRefusal(quantity: Thousandths): SaleRefusal | null {
  if (quantity > 0 && quantity <= highestQuantity) return null;
  return refused('QUANTITY-WRONG', { quantity, highest: highestQuantity });
}

/** Why these lines cannot be one sale, or null. */
export function sizeRefusal(
  lines: readonly Pick<BasketLine, 'unitPrice' | 'quantity'>[],
): SaleRefusal | null {
  if (lines.length > mostLines) return refused('SALE-TOO-LARGE', { lines: mostLines });
  let gross = 0;
  for (const line of lines) gross += grossOf(line);
  return gross > highestAmount ? refused('SALE-TOO-LARGE', { amount: highestAmount }) : null;
}

type NewLine = Omit<BasketLine, 'lineId' | 'depositOf'>;

/** Adds a line, and the deposit on it where there is one; opens a sale when none is open. Refuses with SALE-TOO-LARGE. */
export function addLine(
  sale: Sale | null,
  line: NewLine,
  opening: Opening,
  deposit: Omit<NewLine, 'quantity'> | null = null,
): Decision {
  const open = sale?.state === 'open' ? sale : null;
  const lineId = String((open?.lastLine ?? 0) + 1);
  const lines: BasketLine[] = [{ lineId, ...line }];
  if (deposit !== null) {
    const next = String((open?.lastLine ?? 0) + 2);
    lines.push({ lineId: next, ...deposit, quantity: line.quantity, depositOf: lineId });
  }
  const refusal = sizeRefusal([...(open?.lines ?? []), ...lines]);
  if (refusal !== null) return err(refusal);

  const saleId = open?.saleId ?? `${opening.tillId}-${opening.nextSaleNumber}`;
  const added = lines.map((one): NewEntry => ({ kind: 'sale.line-added', body: { saleId, line: one } }));
  if (open !== null) return ok(added);
  const opened: NewEntry = {
    kind: 'sale.opened',
    body: { saleId, number: opening.nextSaleNumber, currency: opening.currency },
  };
  return ok([opened, ...added]);
}

/** A line's id and that of the deposit on it, where there is one. */
export function withDeposit(sale: Sale, lineId: string): string[] {
  return [lineId, ...sale.lines.filter((line) => line.depositOf === lineId).map((line) => line.lineId)];
}

/** A line's new quantity (thousandths), and its deposit's with it. */
export function quantityEntries(
  sale: Sale,
  lineId: string,
  quantity: Thousandths,
  reason: string | null,
): NewEntry[] {
  const { saleId } = sale;
  return withDeposit(sale, lineId).map((id) => ({
    kind: 'sale.line-quantity',
    body: { saleId, lineId: id, quantity, reason },
  }));
}

/** A line that one more of the same article can be counted on: rung up last, at the same price, not reduced. */
function takesOneMore(line: BasketLine, article: Article): boolean {
  return (
    line.articleId === article.id &&
    line.description === article.name &&
    line.unitPrice === article.price &&
    line.vatRate === article.vatRate &&
    line.discount === null &&
    line.note === undefined &&
    line.listPrice === undefined
  );
}

/**
 * Rings up an article; opens a sale when none is open. The article of the last line again raises that line's quantity.
 * Refuses with QUANTITY-WRONG or SALE-TOO-LARGE.
 */
export function addArticle(
  sale: Sale | null,
  asks: {
    readonly article: Article;
    readonly quantity: Thousandths;
    /** The price (øre) that the package itself carries, where it does. */
    readonly labelPrice?: Ore;
  },
  opening: Opening,
): Decision {
  const { article, quantity, labelPrice } = asks;
  const refusal = quantityRefusal(quantity);
  if (refusal !== null) return err(refusal);

  const last =
    sale?.state === 'open' ? sale.lines.findLast(({ depositOf }) => depositOf === undefined) : undefined;
  if (sale !== null && last !== undefined && labelPrice === undefined && takesOneMore(last, article)) {
    return raise(sale, last, thousandths(last.quantity + quantity));
  }
  return addLine(
    sale,
    {
      articleId: article.id,
      description: article.name,
      group: article.group,
      unitPrice: labelPrice ?? article.price,
      quantity,
      vatRate: article.vatRate,
      discount: null,
      ...(article.ageLimit !== undefined && { ageLimit: article.ageLimit }),
    },
    opening,
    article.deposit === undefined
      ? null
      : {
          articleId: null,
          description: opening.depositName,
          group: depositGroup,
          unitPrice: article.deposit,
          vatRate: vatRate(0),
          discount: null,
        },
  );
}

/** Raises a line's quantity. Refuses with QUANTITY-WRONG or SALE-TOO-LARGE. */
export function raise(sale: Sale, line: BasketLine, quantity: Thousandths): Decision {
  const { lineId } = line;
  const raised = sale.lines.map((other) => (other.lineId === lineId ? { ...other, quantity } : other));
  const refusal = quantityRefusal(quantity) ?? sizeRefusal(raised);
  if (refusal !== null) return err(refusal);
  return ok(quantityEntries(sale, lineId, quantity, null));
}

/**
 * Rings up an amount (øre, including VAT) that no article stands for; opens a sale when none is open. The caller puts a
 * word of its own where the cashier gave no description. Refuses with AMOUNT-WRONG, SALE-TOO-LARGE, or MESSAGE-WRONG
 * for a VAT rate that does not exist or an empty description: the window offers neither.
 */
export function addFreeAmount(
  sale: Sale | null,
  asks: { readonly amount: Ore; readonly vatRate: VatRate; readonly description: string },
  opening: Opening,
): Decision {
  if (asks.amount <= 0) return err(refused('AMOUNT-WRONG', { amount: asks.amount }));
  if (!isShopVatRate(asks.vatRate)) return err(refused('MESSAGE-WRONG', { vatRate: asks.vatRate }));
  const description = asks.description.trim();
  if (description === '') return err(refused('MESSAGE-WRONG', { description }));
  return addLine(
    sale,
    {
      articleId: null,
      description,
      group: '',
      unitPrice: asks.amount,
      quantity: thousandths(1000),
      vatRate: asks.vatRate,
      discount: null,
    },
    opening,
  );
}

/** The line that entries of addArticle or addFreeAmount rang up or raised; null when they did neither. */
export function lineTouched(entries: readonly NewEntry[]): string | null {
  for (const entry of entries) {
    if (entry.kind === 'sale.line-added') return entry.body.line.lineId;
    if (entry.kind === 'sale.line-quantity') return entry.body.lineId;
  }
  return null;
}
