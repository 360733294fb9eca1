import type { NewEntry } from '../journal/entries/index.ts';
import type { BasketLine } from '../journal/entries/sale.ts';
import type { Article } from '../journal/entries/till.ts';
import { err, ok, type Result } from '../result.ts';
import { highestAmount, highestQuantity, mostLines } from './limits.ts';
import { thousandths, type Currency, type Ore, type Thousandths, type VatRate } from './money.ts';
import { grossOf } from './price.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import type { Sale } from './sale.ts';
import { isShopVatRate } from './vat.ts';

/** What a new sale is opened with, should there be none. */
export interface Opening {
  readonly tillId: string;
  readonly nextSaleNumber: number;
  readonly currency: Currency;
}

type Decision = Result<NewEntry[], SaleRefusal>;

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

function addLine(sale: Sale | null, line: Omit<BasketLine, 'lineId'>, opening: Opening): Decision {
  const open = sale?.state === 'open' ? sale : null;
  const refusal = sizeRefusal([...(open?.lines ?? []), line]);
  if (refusal !== null) return err(refusal);

  const saleId = open?.saleId ?? `${opening.tillId}-${opening.nextSaleNumber}`;
  const added: NewEntry = {
    kind: 'sale.line-added',
    body: { saleId, line: { lineId: String((open?.lastLine ?? 0) + 1), ...line } },
  };
  if (open !== null) return ok([added]);
  const opened: NewEntry = {
    kind: 'sale.opened',
    body: { saleId, number: opening.nextSaleNumber, currency: opening.currency },
  };
  return ok([opened, added]);
}

/** A line that one more of the same article can be counted on: rung up last, at the same price, not reduced. */
function takesOneMore(line: BasketLine, article: Article): boolean {
  return (
    line.articleId === article.id &&
    line.description === article.name &&
    line.unitPrice === article.price &&
    line.vatRate === article.vatRate &&
    line.discount === null
  );
}

/**
 * Rings up an article; opens a sale when none is open. The article of the last line again raises that line's quantity.
 * Refuses with QUANTITY-WRONG or SALE-TOO-LARGE.
 */
export function addArticle(
  sale: Sale | null,
  asks: { readonly article: Article; readonly quantity: Thousandths },
  opening: Opening,
): Decision {
  const { article, quantity } = asks;
  const refusal = quantityRefusal(quantity);
  if (refusal !== null) return err(refusal);

  const last = sale?.state === 'open' ? sale.lines.at(-1) : undefined;
  if (sale !== null && last !== undefined && takesOneMore(last, article)) {
    return raise(sale, last, thousandths(last.quantity + quantity));
  }
  return addLine(
    sale,
    {
      articleId: article.id,
      description: article.name,
      group: article.group,
      unitPrice: article.price,
      quantity,
      vatRate: article.vatRate,
      discount: null,
    },
    opening,
  );
}

/** Raises a line's quantity. Refuses with QUANTITY-WRONG or SALE-TOO-LARGE. */
export function raise(sale: Sale, line: BasketLine, quantity: Thousandths): Decision {
  const { saleId } = sale;
  const { lineId } = line;
  const raised = sale.lines.map((other) => (other.lineId === lineId ? { ...other, quantity } : other));
  const refusal = quantityRefusal(quantity) ?? sizeRefusal(raised);
  if (refusal !== null) return err(refusal);
  return ok([{ kind: 'sale.line-quantity', body: { saleId, lineId, quantity, reason: null } }]);
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
