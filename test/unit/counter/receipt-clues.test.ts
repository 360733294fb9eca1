import { describe, expect, it } from 'vitest';
import { giftCode } from '../../../main/sale/gift-card.ts';
import { understand } from '../../../main/counter/receipt-clues.ts';

const now = '2026-11-22T12:00:00.000Z';
const said = (text: string) => understand(text, 'K7F3QD', now);

describe('What somebody says who looks for a receipt', () => {
  it.each([
    ['the barcode of a receipt', 'K7F3QD-R417', [{ by: 'number', value: 417 }]],
    ['the same in small letters', ' k7f3qd-r417 ', [{ by: 'number', value: 417 }]],
    ['a sale', 'K7F3QD-17', [{ by: 'sale', saleId: 'K7F3QD-17' }]],
    ['the reference of a card payment', 'K7F3QD-17-2', [{ by: 'sale', saleId: 'K7F3QD-17' }]],
    ['a refund', 'K7F3QD-F3', [{ by: 'refund', refundId: 'K7F3QD-F3' }]],
    ['Dintero’s transaction', 'T12345678.5aBc', [{ by: 'transaction', id: 'T12345678.5aBc' }]],
    ['an amount with a comma', '168,90', [{ by: 'amount', value: 16_890 }]],
    ['an amount with a point', '168.90', [{ by: 'amount', value: 16_890 }]],
    ['a large amount', '1 168,90', [{ by: 'amount', value: 116_890 }]],
    ['kroner alone', 'kr 168', [{ by: 'amount', value: 16_800 }]],
    ['kroner as on a sign', '168,-', [{ by: 'amount', value: 16_800 }]],
    ['the end of a card', '**** 1234', [{ by: 'card', ending: '1234' }]],
    [
      'a gift card in small letters',
      ` ${giftCode('K7F3QD', '4829157306').toLowerCase()} `,
      [{ by: 'gift-card', code: giftCode('K7F3QD', '4829157306') }],
    ],
    [
      'another till’s gift card',
      giftCode('R9ABCD', '4829157306'),
      [{ by: 'gift-card', code: giftCode('R9ABCD', '4829157306') }],
    ],
    ['nothing', '  ', []],
  ])('is understood: %s', (_what, text, clues) => {
    expect(said(text)).toEqual({ clues, from: null, to: null, elsewhere: null });
  });

  it('may be several things at once, and counts as each', () => {
    expect(said('1234').clues).toEqual([
      { by: 'number', value: 1234 },
      { by: 'amount', value: 123_400 },
      { by: 'card', ending: '1234' },
      { by: 'article', articleId: '1234' },
    ]);
    expect(said('kanelbolle').clues).toContainEqual({ by: 'words', text: 'kanelbolle' });
  });

  it.each(['R9ABCD-R12', 'R9ABCD-12-1', 'R9ABCD-12'])('names another till: %s', (text) => {
    expect(said(text)).toMatchObject({ clues: [], elsewhere: { tillId: 'R9ABCD' } });
  });

  it.each([
    ['a day of winter', '22.11.2026', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['a day of summer', '1.7.2026', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
    ['a short year', '01.07.26', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
    ['the day summer time ends', '25.10.2026', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['a day without its year', '22.11', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['a day of last year', '23.12', '2025-12-22T23:00:00.000Z', '2025-12-23T23:00:00.000Z'],
    ['a day as computers write it', '2026-11-20', '2026-11-19T23:00:00.000Z', '2026-11-20T23:00:00.000Z'],
    ['a period', '20.11 - 22.11', '2026-11-19T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
  ])('is a time: %s', (_what, text, from, to) => {
    expect(said(text)).toEqual({ clues: [], from, to, elsewhere: null });
  });

  it('may have a day beside anything else', () => {
    expect(said('22.11 168,90')).toMatchObject({
      clues: [{ by: 'amount', value: 16_890 }],
      from: '2026-11-21T23:00:00.000Z',
    });
    expect(said('kanelbolle 22.11.2026').clues).toContainEqual({ by: 'words', text: 'kanelbolle' });
  });

  it.each(['31.02.2026', '22.11.2026-20.11.2026'])(
    'is no time that the calendar does not have: %s',
    (text) => {
      expect(said(text)).toMatchObject({ from: null, to: null });
    },
  );
});
