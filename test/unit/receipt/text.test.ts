import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptOf, receiptText } from '../../../main/receipt/index.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import { byCard, coffee, completed, threeRatesInCash } from './sales.ts';

const drawn = (changes = {}, language: 'nb' | 'en' = 'nb', width = 42): string[] =>
  receiptText(receiptOf(completed(changes), language), width).split('\n');

/** Columns on a terminal, counted apart from the till's own counting: accents none, emoji and Han at most two. */
const terminalColumns = (line: string): number =>
  Array.from(line).reduce((sum, char) => {
    if (/\p{M}/u.test(char)) return sum;
    return sum + (/[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}]/u.test(char) ? 2 : 1);
  }, 0);

describe('a receipt as plain text', () => {
  it('has all that the law wants of the specified example, in bokmål', () => {
    expect(drawn()).toEqual([
      '             Salgskvittering',
      '',
      '             Kaffehjørnet AS',
      '                Storgata 1',
      '                0155 Oslo',
      '           Org.nr 923663487 MVA',
      '            Foretaksregisteret',
      '',
      'Kvittering nr                           12',
      'Dato                            22.11.2026',
      'Klokkeslett                       12:00:05',
      'Kasse                               K7F3QD',
      'Betjent av                            Kari',
      '',
      '------------------------------------------',
      'Premium Coffee Beans 1kg      12 %  399,00',
      '  2 × 199,50',
      '------------------------------------------',
      'Totalt NOK                          399,00',
      '',
      'MVA i NOK',
      'Sats                  Netto    MVA  Brutto',
      '12 %                 356,25  42,75  399,00',
      '',
      'Betalt med kort                     399,00',
      'Kort                        Visa **** 1234',
      'Lest med                       contactless',
      'Transaksjon',
      '          T12345678.5XXEbZQwTeFJXWx9ueg4Hz',
      'Referanse                     K7F3QD-417-1',
      '',
      '------------------------------------------',
      'Signatur                1:QmFzZTY0IG9mIGEg',
      '                K7F3QD-R12',
      '',
    ]);
  });

  it('has the same in English on narrow paper', () => {
    expect(drawn({}, 'en', 32)).toEqual([
      '         Sales receipt',
      '',
      '        Kaffehjørnet AS',
      '           Storgata 1',
      '           0155 Oslo',
      '     Org. no. 923663487 MVA',
      '       Foretaksregisteret',
      '',
      'Receipt no.                   12',
      'Date                 22 Nov 2026',
      'Time                    12:00:05',
      'Till                      K7F3QD',
      'Served by                   Kari',
      '',
      '--------------------------------',
      'Premium Coffee      12 %  399.00',
      'Beans 1kg',
      '  2 × 199.50',
      '--------------------------------',
      'Total NOK                 399.00',
      '',
      'VAT in NOK',
      'Rate          Net    VAT   Gross',
      '12 %       356.25  42.75  399.00',
      '',
      'Paid by card              399.00',
      'Card              Visa **** 1234',
      'Read by              contactless',
      'Transaction',
      'T12345678.5XXEbZQwTeFJXWx9ueg4Hz',
      'Reference           K7F3QD-417-1',
      '',
      '--------------------------------',
      'Signature     1:QmFzZTY0IG9mIGEg',
      '           K7F3QD-R12',
      '',
    ]);
  });

  it('sums each VAT rate apart, shows the reduction, and rounds only what is paid in cash', () => {
    const lines = drawn(threeRatesInCash);
    expect(lines.slice(14, 37)).toEqual([
      '------------------------------------------',
      'Premium Coffee Beans 1kg      12 %  199,50',
      'Blåbærsyltetøy                15 %   12,48',
      '  0,25 × 49,90',
      '  Rabatt                             -1,00',
      'Krus                          25 %   84,42',
      '------------------------------------------',
      'Totalt NOK                          295,40',
      'Rabatter i alt                       -1,00',
      '',
      'MVA i NOK',
      'Sats                  Netto    MVA  Brutto',
      '25 %                  67,54  16,88   84,42',
      '15 %                   9,98   1,50   11,48',
      '12 %                 178,12  21,38  199,50',
      'Sum                  255,64  39,76  295,40',
      '',
      'Avrunding                            -0,40',
      'Betalt kontant                      295,00',
      'Mottatt                             300,00',
      'Vekslepenger                          5,00',
      '',
      '------------------------------------------',
    ]);
  });

  it('stacks the VAT of amounts that are too wide for the paper', () => {
    const big = ore(123_456_789_012);
    const lines = drawn(
      { vat: [{ rate: vatRate(2500), gross: big, net: big, vat: big }], total: big },
      'nb',
      32,
    );
    const at = lines.indexOf('MVA i NOK');
    expect(lines.slice(at + 1, at + 5)).toEqual([
      'Sats                        25 %',
      '  Netto         1 234 567 890,12',
      '  MVA           1 234 567 890,12',
      '  Brutto        1 234 567 890,12',
    ]);
  });

  it('lines its columns up under letters that take two code points', () => {
    const [rule, composed, , decomposed] = drawn({
      lines: [
        { ...coffee, description: 'Brød på grønn æske' },
        { ...coffee, description: 'Brød på grønn æske'.normalize('NFD') },
      ],
    }).slice(14);
    expect(rule).toBe('-'.repeat(42));
    expect(decomposed).toBe(composed);
  });

  it('shows the slip of the terminal beneath the payment it belongs to', () => {
    const card = {
      ...byCard,
      card: { ...byCard.card, customerReceipt: '\n VISA\u001b[1m DEBIT\r\nAID:  A00\n\n' },
    };
    const lines = drawn({ payments: [card] });
    const at = lines.indexOf('            Fra kortterminalen');
    expect(lines.slice(at - 2, at + 4)).toEqual([
      'Referanse                     K7F3QD-417-1',
      '',
      '            Fra kortterminalen',
      ' VISA DEBIT',
      'AID:  A00',
      '',
    ]);
  });

  it('is never wider than the paper, whatever articles, sellers and terminals are called', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc
        .array(
          fc.constantFrom(
            'å',
            'a\u030a',
            '👨‍👩‍👧',
            '日本',
            '🇳🇴',
            'ord ',
            '\u202e',
            '\u001b[7m',
            '\t',
            'ø'.repeat(50),
          ),
        )
        .map((a) => a.join('')),
    );
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.constantFrom(32, 42, 48), (name, shop, slip, width) => {
        const card = {
          ...byCard,
          transactionId: name,
          card: { ...byCard.card, brand: shop, customerReceipt: slip },
        };
        const { sale } = completed();
        const receipt = receiptOf(
          completed(
            {
              lines: [{ ...coffee, description: name, quantity: thousandths(1234) }],
              seller: { ...sale.seller, name: shop, address: [slip] },
              payments: [card],
            },
            shop,
          ),
          'nb',
        );
        for (const line of receiptText(receipt, width).split('\n')) {
          expect(terminalColumns(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/\p{C}/u);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
