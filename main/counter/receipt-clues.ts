import { instant, shopTime } from '../clock.ts';
import type { Clue } from '../journal/index.ts';
import { readGiftCode } from '../sale/gift-card.ts';
import type { OtherTillCode } from '../refund/other-till.ts';

/** What somebody who looks for a receipt has said. */
export type Understood = {
  readonly clues: readonly Clue[];
  /** UTC instants: `from` and everything before `to`; null without a day or a period. */
  readonly from: string | null;
  readonly to: string | null;
  /** Another till's receipt: which till, and whether the text names the payment, so that Dintero can be asked. */
  readonly elsewhere: { readonly tillId: string; readonly canLookUp: boolean } | null;
};

/**
 * Understands what was scanned or typed to find a receipt: its number, its barcode (`K7F3QD-R417`) or QR code (the same
 * and its payment, `K7F3QD-R417.431-1`), a day (`22.11`,
 * `22.11.2026`) or a period (`20.11-22.11`), an amount (`168,90`), the card's last four digits, an article, a sale's or
 * payment's reference, a gift card's code, Dintero's transaction id. A plain number may be several of these, and counts as each. A day may
 * stand beside any of the others. `now` is a UTC instant: a day without a year is the last one there was.
 */
export function understand(text: string, tillId: string, now: string): Understood {
  const { period, rest } = periodIn(text.trim(), now);
  const { clues, elsewhere } = cluesIn(rest, tillId);
  return { clues, elsewhere, from: period?.from ?? null, to: period?.to ?? null };
}

/** A till's receipt, refund, sale or attempt by its name; a QR code names a receipt and its payment. */
const receiptName = /^([A-Z0-9]{4,12})-([RF]?)(\d{1,9})(?:-\d{1,4}|\.\d{1,9}-\d{1,4})?$/i;

/** The payment that a text names: a QR code with one, an attempt's or a sale's reference. */
export function otherTillCode(text: string): OtherTillCode | null {
  const typed = text.trim().toUpperCase();
  const [, scanned, receipt, attempt] = /^([A-Z0-9]{4,12})-R(\d{1,9})\.(\d{1,9}-\d{1,4})$/.exec(typed) ?? [];
  if (scanned !== undefined) {
    const by = { kind: 'attempt', attemptId: `${scanned}-${attempt ?? ''}` } as const;
    return { tillId: scanned, receiptNumber: Number(receipt), by };
  }
  const [, saleId, tillId, number] = /^(([A-Z0-9]{4,12})-\d{1,9})(-\d{1,4})?$/.exec(typed) ?? [];
  if (saleId === undefined || tillId === undefined) return null;
  const by =
    number === undefined
      ? ({ kind: 'sale', saleId } as const)
      : ({ kind: 'attempt', attemptId: `${saleId}${number}` } as const);
  return { tillId, receiptNumber: null, by };
}

type Found = Pick<Understood, 'clues' | 'elsewhere'>;

function cluesIn(text: string, tillId: string): Found {
  const here = (clue: Clue): Found => ({ clues: [clue], elsewhere: null });
  if (text === '') return { clues: [], elsewhere: null };
  const named = receiptName.exec(text);
  if (named !== null) {
    const till = (named[1] ?? '').toUpperCase();
    const number = named[3] ?? '';
    if (till !== tillId) {
      return { clues: [], elsewhere: { tillId: till, canLookUp: otherTillCode(text) !== null } };
    }
    switch ((named[2] ?? '').toUpperCase()) {
      case 'R':
        return here({ by: 'number', value: Number(number) });
      case 'F':
        return here({ by: 'refund', refundId: `${till}-F${number}` });
      default:
        return here({ by: 'sale', saleId: `${till}-${number}` });
    }
  }
  const giftCard = readGiftCode(text, tillId);
  if (giftCard !== null) {
    // Twelve figures alone may be an article's barcode too.
    const others = /^\d+$/.test(text) ? plainClues(text) : [];
    return { clues: [{ by: 'gift-card', code: giftCard.code }, ...others], elsewhere: null };
  }
  if (/^[PT]\d{8}\.\S+$/.test(text)) return here({ by: 'transaction', id: text });
  const ending = /^[*•x.… ]+(\d{4})$/i.exec(text)?.[1];
  if (ending !== undefined) return here({ by: 'card', ending });
  const amount = amountIn(text);
  if (amount !== null) return here({ by: 'amount', value: amount });
  return { clues: plainClues(text), elsewhere: null };
}

/** An amount that can be nothing else: with øre, or with the currency beside it. */
function amountIn(text: string): number | null {
  const match = /^(kr\.?\s*)?(\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,8})(?:[.,](\d{2}|-))?(\s*kr\.?)?$/i.exec(text);
  if (match === null || (match[1] ?? match[3] ?? match[4]) === undefined) return null;
  const kroner = (match[2] ?? '').replace(/\D/g, '');
  return Number(kroner + (match[3] ?? '00').replace('-', '00'));
}

function plainClues(text: string): Clue[] {
  const digits = /^\d{1,15}$/.test(text);
  if (!digits) {
    return [
      { by: 'words', text },
      { by: 'transaction', id: text },
    ];
  }
  const number = Number(text);
  return [
    { by: 'number', value: number },
    ...(text.length <= 8 ? [{ by: 'amount' as const, value: number * 100 }] : []),
    ...(text.length === 4 ? [{ by: 'card' as const, ending: text }] : []),
    { by: 'article', articleId: text },
  ];
}

type Period = { readonly from: string; readonly to: string };

const day = String.raw`(?:\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?|\d{4}-\d{2}-\d{2})`;
const dayOrPeriod = new RegExp(String.raw`(?:^|\s)(${day})(?:\s*[-–]\s*(${day}))?(?=\s|$)`);

function periodIn(text: string, now: string): { readonly period: Period | null; readonly rest: string } {
  const match = dayOrPeriod.exec(text);
  const first = match?.[1] === undefined ? null : dateOf(match[1], now);
  const last = match?.[2] === undefined ? first : dateOf(match[2], now);
  if (match === null || first === null || last === null || first > last) return { period: null, rest: text };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  return { period: { from: startOf(first), to: startOf(dayAfter(last)) }, rest };
}

/** The date (YYYY-MM-DD) that a day as typed means; null when the calendar has none. */
function dateOf(typed: string, now: string): string | null {
  const today = shopTime(now).date;
  const [dd = '', mm = '', yy = ''] = typed.includes('-') ? typed.split('-').toReversed() : typed.split('.');
  const dated = (year: string): string => `${year}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`;
  const thisYear = today.slice(0, 4);
  const year = yy.length === 2 ? `20${yy}` : yy;
  const date =
    year !== ''
      ? dated(year)
      : dated(thisYear) <= today
        ? dated(thisYear)
        : dated(String(Number(thisYear) - 1));
  const parsed = new Date(`${date}T00:00:00.000Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The UTC instant at which a date begins in the shop: summer time is two hours ahead, winter time one. */
function startOf(date: string): string {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  const summer = instant(midnight - 2 * 3_600_000);
  return shopTime(summer).date === date ? summer : instant(midnight - 3_600_000);
}
