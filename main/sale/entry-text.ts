import { err, ok, type Result } from '../result.ts';
import { refused, type SaleRefusal } from './refusal.ts';
import { highestQuantity } from './limits.ts';
import { thousandths, type Thousandths } from './money.ts';

/** What the cashier scanned or typed: how many (thousandths) of which barcode or article number. */
export interface EntryText {
  readonly quantity: Thousandths;
  readonly code: string;
  /** The scanner said that the code is made of GS1 element strings. */
  readonly gs1: boolean;
}

/** Characters that scanners send around a code: STX, ETX, carriage return, and the separator that stands for FNC1. */
const around = /^[\p{Cc}\s\ufeff]+|[\p{Cc}\s\ufeff]+$/gu;

/** Which symbology was read, as a scanner may be set to say it: `]E0`, `]C1` (ISO/IEC 15424). */
const symbology = /^\][A-Za-z][0-9A-Za-z]/u;

/** The symbologies that carry GS1 element strings: GS1-128, DataBar, DataMatrix and QR. */
const gs1Symbology = /^\](?:C1|e0|d2|Q3)/u;

function bareCode(text: string): string {
  return text.replace(around, '').replace(symbology, '').replace(around, '');
}

/** Reads a quantity as a person types it, `3` or `0,5`, in thousandths; null when it is none. */
function typedQuantity(text: string): Thousandths | null {
  const read = /^(\d{1,5})(?:[.,](\d{1,3}))?$/u.exec(text);
  if (read === null) return null;
  const [, whole = '', decimals = ''] = read;
  const quantity = Number(whole + decimals.padEnd(3, '0'));
  return quantity > 0 && quantity <= highestQuantity ? thousandths(quantity) : null;
}

/** Reads `7038010009457`, `3*7038010009457` or `0,5*123`. */
export function parseEntryText(text: string): Result<EntryText, SaleRefusal> {
  const bare = text.replace(around, '');
  const star = bare.indexOf('*');
  const before = bare.slice(0, Math.max(star, 0)).trim();
  // A star after anything but a number belongs to the code: shops have such article numbers.
  const counts = star >= 0 && /^[\d.,+\-\s]*$/u.test(before);

  const said = counts ? bare.slice(star + 1) : bare;
  const gs1 = gs1Symbology.test(said.replace(around, ''));
  const code = bareCode(said);
  if (code === '' || (counts && before === '')) return err(refused('ENTRY-UNREADABLE', { text: bare }));
  if (!counts) return ok({ quantity: thousandths(1000), code, gs1 });

  const quantity = typedQuantity(before);
  if (quantity === null) return err(refused('QUANTITY-WRONG', { quantity: before }));
  return ok({ quantity, code, gs1 });
}
