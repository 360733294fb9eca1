import { describe, expect, it } from 'vitest';
import { receiptOf, receiptText } from '../../../main/receipt/index.ts';
import { ore } from '../../../main/sale/money.ts';
import { byCard, coffee, completed, threeRatesInCash } from './sales.ts';

describe('a receipt', () => {
  it('in training is marked, and is not called a sales receipt anywhere', () => {
    const receipt = receiptOf(completed({ training: true }), 'nb');
    expect(receipt.marking).toEqual(['Treningskvittering –', 'IKKE KVITTERING FOR KJØP']);
    expect(receipt.title).toBeNull();
    const text = receiptText(receipt, 42);
    expect(text).not.toContain('Salgskvittering');
    expect(text.split('\n').slice(0, 4)).toEqual([
      '*'.repeat(42),
      '           Treningskvittering –',
      '         IKKE KVITTERING FOR KJØP',
      '*'.repeat(42),
    ]);
  });

  it('printed once more says KOPI, and COPY in English', () => {
    expect(receiptOf(completed(), 'nb', 'copy').marking).toEqual(['KOPI']);
    expect(receiptOf(completed(), 'en', 'copy').marking).toEqual(['COPY']);
    expect(receiptOf(completed(), 'nb').marking).toEqual([]);
  });

  it('names the register for a company and leaves MVA out for a seller without VAT', () => {
    const { sale } = completed();
    const sellerOf = (name: string, vatRegistered: boolean): readonly string[] =>
      receiptOf(completed({ seller: { ...sale.seller, name, vatRegistered } }), 'nb').seller;
    expect(sellerOf('Nordlys ASA', true)).toContain('Foretaksregisteret');
    expect(sellerOf('Vaskas', true)).not.toContain('Foretaksregisteret');
    expect(sellerOf('Kari Nordmann', false)).toContain('Org.nr 923663487');
  });

  it('shows Norwegian summer time in summer', () => {
    const { sale } = completed();
    const receipt = receiptOf({ sale, at: '2026-06-30T22:30:00.000Z', operator: null }, 'nb');
    expect(receipt.facts).toEqual([
      { label: 'Kvittering nr', value: '12' },
      { label: 'Dato', value: '01.07.2026' },
      { label: 'Klokkeslett', value: '00:30:00' },
      { label: 'Kasse', value: 'K7F3QD' },
    ]);
  });

  it('says so when a person decided that a card payment stands', () => {
    const rows = receiptOf(completed({ payments: [{ ...byCard, transactionId: null }] }), 'en').payments[0]
      ?.rows;
    expect(rows).toContainEqual({ label: 'Payment confirmed by hand', value: '' });
    expect(rows?.map((row) => row.label)).not.toContain('Transaction');
  });

  it('gives the scanner the till and the number', () => {
    expect(receiptOf(completed(), 'nb').barcode).toBe('K7F3QD-R12');
  });

  it('has lines and discounts that add up to the total', () => {
    const receipt = receiptOf(completed(threeRatesInCash), 'en');
    const inOre = (text: string): number => Number(text.replace(/[.,]/g, ''));
    const shown = receipt.lines.flatMap((line) => [line.amount, line.discount?.value ?? '0']).map(inOre);
    expect(shown.reduce((sum, one) => sum + one, 0)).toBe(29540);
    expect(receipt.totals[0]).toEqual({ label: 'Total NOK', value: '295.40' });
  });

  it('still names a line whose description has nothing to print', () => {
    const receipt = receiptOf(completed({ lines: [{ ...coffee, description: '\u200b\u0007' }] }), 'nb');
    expect(receipt.lines[0]?.description).toBe('?');
  });

  it('writes a minus that every printer has', () => {
    const receipt = receiptOf(completed({ total: ore(-123456) }), 'nb');
    expect(receipt.totals[0]?.value).toBe('-1 234,56');
  });
});
