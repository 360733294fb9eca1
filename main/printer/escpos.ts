import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import CodepageEncoder from '@point-of-sale/codepage-encoder';
import type { Logo, PrinterSettings } from '../../preload/contract/printer.ts';
import { wrap } from '../receipt/fixed-width.ts';
import { cells } from '../receipt/printable.ts';
import type { Strip } from '../receipt/strip.ts';

export type Paper = Pick<PrinterSettings, 'columns' | 'codePage' | 'cut'> & { readonly logo: Logo | null };

/**
 * Draws a strip for a receipt printer (ESC/POS). The marking is twice as high as an amount, and twice as wide: 50 % more
 * is asked for (kassasystemforskrifta § 2-8-6).
 */
export function escPos(strip: Strip, { columns, codePage, cut, logo }: Paper): Uint8Array {
  const said = (text: string): string => inCodePage(text, codePage);
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    newline: '\n',
    imageMode: 'raster',
    feedBeforeCut: 4,
    // These three stand at the same place in nearly every printer's list, Epson's and its followers'.
    codepageMapping: { cp865: 5, windows1252: 16, cp858: 19 },
  });
  encoder.initialize().codepage(codePage);
  if (logo !== null) encoder.raw([...centreDots, ...raster(logo), ...leftDots]).newline();
  for (const text of strip.marking) {
    // A word that would be broken at twice the width is twice as high only: 58 mm are narrow.
    const wide = Math.max(...text.split(' ').map((word) => word.length)) <= columns / 2 ? 2 : 1;
    for (const line of wrap(text, columns / wide)) {
      encoder.align('center').bold(true).size(wide, 2).line(said(line)).size(1, 1).bold(false);
    }
  }
  strip.blocks.forEach((block, at) => {
    if (at > 0) encoder.newline();
    for (const { text, look } of block) {
      switch (look) {
        case 'title':
          for (const line of wrap(text, columns)) {
            encoder.align('center').bold(true).size(1, 2).line(said(line)).size(1, 1).bold(false);
          }
          break;
        case 'centred':
          for (const line of wrap(text, columns)) encoder.align('center').line(said(line));
          break;
        case 'strong':
          encoder.align('left').bold(true).line(said(text)).bold(false);
          break;
        case 'plain':
          encoder.align('left').line(said(text));
      }
    }
  });
  if (strip.code !== null) {
    encoder.newline().align('center').qrcode(strip.code, { model: 2, size: 6, errorlevel: 'm' });
    // The narrowest bar is two dots wide on 58 mm, where three would not fit, and three on 80 mm.
    encoder.barcode(strip.code, 'code128', { height: 60, width: columns === 32 ? 1 : 2, text: false });
    encoder.line(said(strip.code)).align('left');
  }
  encoder.newline(1);
  return cut === 'none' ? encoder.newline(4).encode() : encoder.cut(cut).encode();
}

/** What a code page lacks is written as its nearest letter. */
const nearest: Readonly<Record<string, string>> = {
  '×': 'x',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
  '•': '*',
  '€': 'EUR',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
};

function inCodePage(text: string, codePage: PrinterSettings['codePage']): string {
  return cells(text)
    .map((cell) => {
      if (isIn(cell, codePage)) return cell;
      const other = nearest[cell] ?? cell.normalize('NFD').replace(/\p{M}/gu, '');
      return isIn(other, codePage) ? other : '?';
    })
    .join('');
}

const known = new Map<string, boolean>();

function isIn(text: string, codePage: PrinterSettings['codePage']): boolean {
  const key = `${codePage} ${text}`;
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  // What stands below the space is a picture on some code pages (♣ is 5 on CP865), and an order to every printer.
  const is = !CodepageEncoder.encode(text, codePage).some(
    (byte, at) => byte < 0x20 || byte === 0x7f || (byte === 0x3f && text[at] !== '?'),
  );
  // Receipts need a few hundred letters; what strange names bring is not kept for ever.
  if (known.size > 5_000) known.clear();
  known.set(key, is);
  return is;
}

/** ESC a: the encoder pads text itself and knows nothing of raw dots. */
const centreDots = [0x1b, 0x61, 1] as const;
const leftDots = [0x1b, 0x61, 0] as const;

/** GS v 0: the dots as they are. */
function raster({ width, height, bits }: Logo): number[] {
  const across = width / 8;
  return [
    0x1d,
    0x76,
    0x30,
    0,
    across & 0xff,
    across >> 8,
    height & 0xff,
    height >> 8,
    ...Buffer.from(bits, 'base64'),
  ];
}
