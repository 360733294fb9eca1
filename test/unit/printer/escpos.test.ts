import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../preload/contract/view.ts';
import { escPos, type Paper } from '../../../main/printer/escpos.ts';
import { receiptOf } from '../../../main/receipt/index.ts';
import { receiptStrip } from '../../../main/receipt/layout.ts';
import { Interpreter, type Printed } from '../../helpers/escpos.ts';
import { coffee, completed, threeRatesInCash } from '../receipt/sales.ts';

const widths = [32, 42, 48] as const;
const codePages = ['cp865', 'cp858', 'windows1252'] as const;
const plain: Paper = { columns: 42, codePage: 'cp865', cut: 'partial', logo: null };

/** What comes out of the printer for a sale. */
function printed(
  paper: Partial<Paper> = {},
  changes: Parameters<typeof completed>[0] = threeRatesInCash,
  language: Language = 'nb',
  issue: 'original' | 'copy' = 'original',
): Printed[] {
  const all = { ...plain, ...paper };
  const strip = receiptStrip(receiptOf(completed(changes), language, issue), all.columns);
  return new Interpreter().take(escPos(strip, all)).filter((one) => one.kind !== 'ask-printed');
}

function linesOf(all: readonly Printed[]): Extract<Printed, { kind: 'line' }>[] {
  return all.filter((one) => one.kind === 'line');
}

function text(all: readonly Printed[]): string {
  return linesOf(all)
    .map((line) => line.text)
    .join('\n');
}

describe('a receipt on a receipt printer', () => {
  it.each(codePages.flatMap((codePage) => widths.map((columns) => ({ codePage, columns }))))(
    'has its Norwegian letters right and stays on the paper: $codePage, $columns characters',
    ({ codePage, columns }) => {
      const sale = { ...threeRatesInCash, lines: [{ ...coffee, description: 'ÆØÅ æøå é ö ü ä café' }] };
      const all = printed({ codePage, columns }, sale);
      expect(text(all)).toContain('ÆØÅ æøå é ö ü ä');
      expect(text(all)).toContain('Kaffehjørnet AS');
      for (const line of linesOf(all)) {
        expect(line.text.length).toBeLessThanOrEqual(columns);
      }
    },
  );

  it.each(['nb', 'en'] as const)('says the same as the receipt on the screen: %s', (language) => {
    const all = text(printed({ columns: 32 }, threeRatesInCash, language));
    expect(all).toMatch(language === 'nb' ? /Totalt NOK +295,40/ : /Total NOK +295\.40/);
    expect(all).toContain(language === 'nb' ? 'Vekslepenger' : 'Change');
    expect(all).toContain('923663487 MVA');
  });

  it('writes what a code page lacks as its nearest letter', () => {
    const sale = { lines: [{ ...coffee, description: 'Čaj – “Łódź” 漢' }] };
    expect(text(printed({ codePage: 'cp865' }, sale))).toContain('Caj - "Lódz" ?');
    expect(text(printed({ codePage: 'cp858' }))).toContain('0,25 × 49,90');
    expect(text(printed({ codePage: 'cp865' }))).toContain('0,25 x 49,90');
  });

  it('marks a copy, and a receipt of training, in letters twice as high', () => {
    for (const columns of widths) {
      const all = linesOf(printed({ columns }, { ...threeRatesInCash, training: true }, 'nb', 'copy'));
      const marking = all.filter((line) => line.high === 2);
      expect(marking[0]).toMatchObject({ wide: 2, high: 2 });
      expect(
        marking
          .map((line) => line.text.trim())
          .join(' ')
          .replace(/\s+/g, ' '),
      ).toBe('KOPI Treningskvittering – IKKE KVITTERING FOR KJØP'.replace('–', '-'));
      expect(all.filter((line) => /\d,\d\d$/.test(line.text)).every((line) => line.high === 1)).toBe(true);
    }
  });

  it('ends with its number for a camera and a scanner, and is cut as the shop wants', () => {
    const all = printed({ cut: 'full' });
    expect(all).toContainEqual({ kind: 'qr', text: 'K7F3QD-R12' });
    expect(all).toContainEqual({ kind: 'barcode', text: 'K7F3QD-R12' });
    expect(all.filter(({ kind }) => kind === 'cut')).toHaveLength(1);
    expect(printed({ cut: 'none' }).filter(({ kind }) => kind === 'cut')).toHaveLength(0);
  });

  it('begins with the shop’s logo', () => {
    const logo = { width: 16, height: 2, bits: Buffer.from([0xf0, 0x0f, 0xaa, 0x55]).toString('base64') };
    expect(printed({ logo })[0]).toEqual({ kind: 'picture', ...logo });
  });

  const obeyed = (description: string) =>
    printed({}, { lines: [{ ...coffee, description: description === '' ? '?' : description }] })
      .filter(({ kind }) => kind !== 'line')
      .map(({ kind }) => kind);
  /** Pictures that code pages have in the place of orders. */
  const pictures = Array.from('☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼⌂');

  it('obeys nothing that articles and sellers are called', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...pictures),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (letters) => {
        expect(obeyed(letters.join(''))).toEqual(['qr', 'barcode', 'cut']);
      }),
      { numRuns: 100 },
    );
  });

  it.each(pictures)('prints no order for %s', (picture) => {
    expect(obeyed(picture)).toEqual(['qr', 'barcode', 'cut']);
  });
});
