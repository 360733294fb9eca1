import type { SoldLine } from '../journal/entries/sale.ts';
import { ok, type Result } from '../result.ts';
import { spread } from '../sale/discount.ts';
import { multiplyAndRound, ore, sum, thousandths, type Ore, type Thousandths } from '../sale/money.ts';
import { grossOf } from '../sale/price.ts';
import { refused, type SaleRefusal } from '../sale/refusal.ts';

/** A part of a line that went back or is going back: quantity and amounts are negative, as in the journal. */
export type Returned = Pick<SoldLine, 'lineId' | 'quantity' | 'amount' | 'vatAmount'>;

/** What of a sold line may still go back: thousandths and øre, zero or more. */
export type LineLeft = {
  readonly sold: SoldLine;
  readonly quantity: Thousandths;
  readonly amount: Ore;
  readonly vatAmount: Ore;
};

/** What the cashier wants to give back; quantities in thousandths, `amount` in øre. */
export type Wanted =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'lines';
      readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
    }
  /** A part of the price, without goods. */
  | { readonly kind: 'amount'; readonly amount: number };

/**
 * What may still go back of each line: as sold, less what went back or is going back. Of a gift card no more goes back
 * than is left on it, which `onCard` knows by its code.
 */
export function linesLeft(
  sold: readonly SoldLine[],
  returned: readonly Returned[],
  onCard: (code: string) => Ore,
): LineLeft[] {
  return sold.map((line) => {
    if (line.giftCard !== undefined) return cardLeft(line, onCard(line.giftCard.code));
    const mine = returned.filter(({ lineId }) => lineId === line.lineId);
    return {
      sold: line,
      quantity: thousandths(mine.reduce<number>((left, { quantity }) => left + quantity, line.quantity)),
      amount: sum([line.amount, ...mine.map(({ amount }) => amount)]),
      vatAmount: sum([line.vatAmount, ...mine.map(({ vatAmount }) => vatAmount)]),
    };
  });
}

function cardLeft(sold: SoldLine, balance: Ore): LineLeft {
  return { sold, quantity: thousandths(balance > 0 ? 1000 : 0), amount: balance, vatAmount: ore(0) };
}

/** What may still go back in all, in øre. */
export function amountLeft(left: readonly LineLeft[]): Ore {
  return sum(left.map(({ amount }) => amount));
}

/**
 * The lines that go back, in negative quantities and amounts. Never more than is left of any line; the øre come out
 * even, because each part is taken of what is left: whoever brings back the last piece gets all that remains of it.
 */
export function whatGoesBack(left: readonly LineLeft[], wanted: Wanted): Result<SoldLine[], SaleRefusal> {
  const back = partsOf(left, wanted);
  if (!back.ok) return back;
  if (sum(back.value.map(({ amount }) => amount)) === 0) return no('REFUND-NOTHING');
  return back;
}

function partsOf(left: readonly LineLeft[], wanted: Wanted): Result<SoldLine[], SaleRefusal> {
  switch (wanted.kind) {
    case 'all':
      return ok(
        left
          .filter(({ quantity, amount }) => quantity > 0 || amount > 0)
          .map((line) => part(line, line.quantity, line.amount)),
      );
    case 'lines':
      return piecesOf(left, wanted.lines);
    case 'amount':
      return reductionOf(left, wanted.amount);
  }
}

function piecesOf(
  left: readonly LineLeft[],
  wanted: readonly { readonly lineId: string; readonly quantity: number }[],
): Result<SoldLine[], SaleRefusal> {
  const lineIds = new Set(wanted.map(({ lineId }) => lineId));
  if (lineIds.size !== wanted.length) return no('REFUND-TOO-MUCH');
  const back: SoldLine[] = [];
  for (const { lineId, quantity } of wanted) {
    const line = left.find(({ sold }) => sold.lineId === lineId);
    if (line === undefined) return no('LINE-UNKNOWN');
    if (quantity < 1) return no('QUANTITY-WRONG');
    if (quantity > line.quantity) return no('REFUND-TOO-MUCH');
    back.push(part(line, quantity, ore(multiplyAndRound(line.amount, quantity, line.quantity))));
  }
  return ok(back);
}

function reductionOf(left: readonly LineLeft[], amount: number): Result<SoldLine[], SaleRefusal> {
  if (amount < 1) return no('AMOUNT-WRONG');
  if (amount > amountLeft(left)) return no('REFUND-TOO-MUCH');
  const amounts = left.map((line) => line.amount);
  const shares = spread(ore(amount), amounts);
  return ok(
    left.map((line, index) => part(line, 0, shares[index] ?? ore(0))).filter((line) => line.amount !== 0),
  );
}

/** A part of what is left of a line, turned round. */
function part({ sold, amount: amountOfLine, vatAmount }: LineLeft, quantity: number, amount: Ore): SoldLine {
  // What comes back of a gift card is what is left on it, and nothing was taken off that.
  if (sold.giftCard !== undefined) {
    const unitPrice = quantity === 0 ? sold.unitPrice : amount;
    const back = { unitPrice, quantity: thousandths(0 - quantity) };
    return { ...sold, ...back, reduction: ore(grossOf(back) + amount), amount: ore(0 - amount) };
  }
  const vat = amountOfLine === 0 ? 0 : multiplyAndRound(vatAmount, amount, amountOfLine);
  const back = { unitPrice: sold.unitPrice, quantity: thousandths(0 - quantity) };
  return {
    ...sold,
    ...back,
    reduction: ore(grossOf(back) + amount),
    amount: ore(0 - amount),
    vatAmount: ore(0 - vat),
  };
}

function no(code: SaleRefusal['code']): { readonly ok: false; readonly error: SaleRefusal } {
  return { ok: false, error: refused(code) };
}
