import { ore, thousandths, type Ore, type Thousandths } from './money.ts';

/** What a scanned code says: which codes its article may be known under, best first, and what the package adds. */
export interface ScannedCode {
  readonly codes: readonly string[];
  /** Thousandths: of a kilogram where the package says its weight. */
  readonly quantity: Thousandths | null;
  /** What this package costs, in øre. */
  readonly labelPrice: Ore | null;
}

/**
 * How the shop's scales write their labels: EAN-13 codes that begin with `prefix`, then `itemDigits` digits of the article,
 * a digit of their own where `innerCheck`, and the rest up to the check digit is the weight in grams or the price in øre.
 */
export interface LabelRule {
  readonly prefix: string;
  readonly itemDigits: number;
  readonly innerCheck: boolean;
  readonly says: 'weight' | 'price';
}

/** The separator that stands for FNC1 (GS1 General Specifications 7.8). */
const separator = '\u001d';

/** Lengths of the element strings that end without a separator (GS1 General Specifications 7.8.5), by how they begin. */
const fixedLengths: Readonly<Record<string, number>> = {
  '00': 20,
  '01': 16,
  '02': 16,
  '03': 16,
  '04': 18,
  '11': 8,
  '12': 8,
  '13': 8,
  '14': 8,
  '15': 8,
  '16': 8,
  '17': 8,
  '18': 8,
  '19': 8,
  '20': 4,
  '31': 10,
  '32': 10,
  '33': 10,
  '34': 10,
  '35': 10,
  '36': 10,
  '41': 16,
};

/** Digits of the application identifiers that the till reads, by how they begin. */
function identifierLength(text: string): number {
  if (/^(?:31|32|33|34|35|36|39)/u.test(text)) return 4;
  return /^(?:2[345]|40|42|43|70|71|72|8)/u.test(text) ? 3 : 2;
}

/** Reads element strings into application identifiers and their data; null when they are none. */
function elements(text: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  let rest = text.replace(new RegExp(`^${separator}`, 'u'), '');
  while (rest !== '') {
    if (!/^\d{2}/u.test(rest)) return null;
    const identifier = rest.slice(0, identifierLength(rest));
    const fixed = fixedLengths[rest.slice(0, 2)];
    const end = fixed ?? (rest.includes(separator) ? rest.indexOf(separator) : rest.length);
    if (rest.length < end || end <= identifier.length) return null;
    found.set(identifier, rest.slice(identifier.length, end));
    rest = rest.slice(end).replace(new RegExp(`^${separator}`, 'u'), '');
  }
  return found;
}

/** The lengths that article numbers have: EAN-8, UPC-A, EAN-13 and GTIN-14. */
const written = /^(?:\d{8}|\d{12,14})$/u;

/** An article's number in all the lengths that catalogues write it in: GTIN-14, 13, 12 and 8. */
function gtinCodes(gtin: string): string[] {
  const codes = [gtin];
  for (const length of [13, 12, 8]) {
    if (/^0*$/u.test(gtin.slice(0, gtin.length - length))) codes.push(gtin.slice(-length));
  }
  return codes;
}

/** Grams from `310n`: a weight in kilograms with n decimals; null for more than the till can sell. */
function weightOf(found: ReadonlyMap<string, string>): Thousandths | null {
  for (const [identifier, data] of found) {
    const decimals = /^310([0-5])$/u.exec(identifier)?.[1];
    if (decimals === undefined) continue;
    const value = Number(data);
    const places = Number(decimals);
    return thousandths(places <= 3 ? value * 10 ** (3 - places) : Math.round(value / 10 ** (places - 3)));
  }
  return null;
}

/** Øre from `392n`: an amount in the shop's currency with n decimals. */
function priceOf(found: ReadonlyMap<string, string>): Ore | null {
  for (const [identifier, data] of found) {
    const decimals = /^392([0-2])$/u.exec(identifier)?.[1];
    if (decimals !== undefined) return ore(Number(data) * 10 ** (2 - Number(decimals)));
  }
  return null;
}

function labelled(code: string, rules: readonly LabelRule[]): ScannedCode | null {
  if (!/^\d{13}$/u.test(code)) return null;
  const rule = rules.find(({ prefix }) => code.startsWith(prefix));
  if (rule === undefined) return null;
  const itemEnd = rule.prefix.length + rule.itemDigits;
  const value = Number(code.slice(itemEnd + (rule.innerCheck ? 1 : 0), 12));
  const item = code.slice(rule.prefix.length, itemEnd);
  const codes = [...new Set([code.slice(0, itemEnd), item, item.replace(/^0+/u, '')])].filter(
    (text) => text !== '',
  );
  return rule.says === 'weight'
    ? { codes, quantity: value > 0 ? thousandths(value) : null, labelPrice: null }
    : { codes, quantity: null, labelPrice: value > 0 ? ore(value) : null };
}

/**
 * Reads what a scanner brought: a plain code, a code that is a package's own label, or GS1 element strings from a
 * DataMatrix or GS1-128 (`gs1`: the scanner said that they are). Everything stays a plain code that is nothing else.
 */
export function readScannedCode(code: string, gs1: boolean, rules: readonly LabelRule[]): ScannedCode {
  const plain: ScannedCode = { codes: [code], quantity: null, labelPrice: null };
  const isElements = gs1 || code.includes(separator) || /^01\d{14}(?:$|[123]\d)/u.test(code);
  const found = isElements ? elements(code) : null;
  const gtin = found?.get('01') ?? found?.get('02');
  if (found !== null && gtin !== undefined && /^\d{14}$/u.test(gtin)) {
    return { codes: gtinCodes(gtin), quantity: weightOf(found), labelPrice: priceOf(found) };
  }
  const label = labelled(code, rules);
  if (label !== null) return { ...label, codes: [code, ...label.codes] };
  // The same number is an EAN-13 to one scanner or catalogue, and a UPC-A or a GTIN-14 with noughts before it to another.
  return written.test(code)
    ? { ...plain, codes: [...new Set([code, ...gtinCodes(code.padStart(14, '0'))])] }
    : plain;
}
