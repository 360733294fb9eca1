import type { Language } from '../../preload/contract/view.ts';

/** A label and what stands at the right edge. */
export interface Row {
  readonly label: string;
  readonly value: string;
}

/** `amount` is the line's price before discounts: the column adds up to the total together with the discounts. */
export interface ReceiptLine {
  readonly description: string;
  readonly vatRate: string;
  readonly amount: string;
  /** `2 × 199,50`; null for one piece. */
  readonly calculation: string | null;
  /** What the cashier wrote beside it, and the price it had before another was given; line by line. */
  readonly notes: readonly string[];
  /** What discounts took off, negative; null without one. */
  readonly discount: Row | null;
}

/** Rate, net, VAT, gross. */
export type VatCells = readonly [string, string, string, string];

/** One payment on the receipt. `terminal`: the terminal's own text, line by line; null when it sent none. */
export interface PaymentBlock {
  readonly rows: readonly Row[];
  readonly terminal: { readonly heading: string; readonly lines: readonly string[] } | null;
}

/** A receipt as it is to be drawn on anything: blocks from top to bottom, every text final and printable. */
export interface Receipt {
  readonly language: Language;
  /** To be drawn at least 50 % larger than the amounts (kassasystemforskrifta § 2-8-6); empty on an ordinary receipt. */
  readonly marking: readonly string[];
  /** Null in training: no training receipt may pass for a sales receipt. */
  readonly title: string | null;
  readonly seller: readonly string[];
  readonly facts: readonly Row[];
  readonly lines: readonly ReceiptLine[];
  readonly totals: readonly Row[];
  /** Null where there is no turnover. */
  readonly vat: {
    readonly heading: string;
    readonly columns: VatCells;
    readonly rows: readonly VatCells[];
  } | null;
  readonly payments: readonly PaymentBlock[];
  readonly foot: readonly Row[];
  /** What the customer writes by hand, each with a line to write on. */
  readonly blanks: readonly string[];
  /** What the shop says below every receipt; empty when it says nothing. */
  readonly closing: readonly string[];
  /** `K7F3QD-R417`: what a scanner reads to find the receipt again. */
  readonly barcode: string;
  /** What a camera reads: the same and, paid by card, which payment it was, for the shop's other tills to ask about. */
  readonly qr: string;
}
