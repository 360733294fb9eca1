import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shopCsv } from '../../../main/day/shop-csv.ts';
import { beginningOf, dayAfter, daysFrom, isDay } from '../../../main/day/shop-days.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { byCard, cash } from './helpers.ts';

describe('A day at the shop', () => {
  it('begins at its own midnight, in winter, in summer and when the clock changes', () => {
    expect(beginningOf('2026-11-22')).toBe('2026-11-21T23:00:00.000Z');
    expect(beginningOf('2026-07-01')).toBe('2026-06-30T22:00:00.000Z');
    expect(beginningOf('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(beginningOf('2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
    expect(beginningOf('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
    expect(beginningOf('2026-10-26')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is followed by the next one, over months and leap years', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
    expect([...daysFrom('2026-03-28', '2026-03-30')]).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect([...daysFrom('2026-03-30', '2026-03-28')]).toEqual([]);
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('2026-02-28')).toBe(true);
  });
});

describe('The shop’s own figures', () => {
  let shop: Shop;

  async function aMorning(): Promise<void> {
    shop = await openShop();
    onTestFinished(() => shop.close());
    // Half past nine in the morning at the shop.
    shop.moveClock(Date.parse('2026-11-22T08:30:00.000Z') - Date.now());
    await shop.ask('sale.enter', { text: '2*sku-coffee-001' });
    await shop.ask('sale.enter', { text: '1001' });
    await cash(shop, 43_800, 50_000);
    await shop.ask('sale.addFreeAmount', { amount: 5_055, vatRate: 2500, description: '=1+1' });
    await cash(shop, 5_055, 10_000);
    await shop.ask('sale.enter', { text: '1002' });
    await byCard(shop, 12_990);
  }

  it('are what was sold by hour, group, article, means of payment and operator', async () => {
    await aMorning();
    expect(await shop.ask('shop.figures', { from: '2026-11-22', to: '2026-11-22' })).toEqual({
      from: '2026-11-22',
      to: '2026-11-22',
      sales: { number: 3, amount: 61_845 },
      returns: { number: 0, amount: 0 },
      net: 61_845,
      vat: 4_275 + 509 + 1_011 + 2_598,
      hours: [{ name: '09-10', number: 3, amount: 61_845 }],
      groups: [
        { name: 'Kaffe', number: 2_000, amount: 39_900 },
        { name: 'Kjøkken', number: 1_000, amount: 12_990 },
        { name: '', number: 1_000, amount: 5_055 },
        { name: 'Bakevarer', number: 1_000, amount: 3_900 },
      ],
      articles: [
        { name: 'Premium Coffee Beans 1kg', number: 2_000, amount: 39_900 },
        { name: 'Kopp', number: 1_000, amount: 12_990 },
        { name: '=1+1', number: 1_000, amount: 5_055 },
        { name: 'Kanelbolle', number: 1_000, amount: 3_900 },
      ],
      means: [
        { name: 'cash', number: 2, amount: 48_900 },
        { name: 'card', number: 1, amount: 12_990 },
      ],
      operators: [{ name: '', number: 3, amount: 61_845 }],
    });
  });

  it('are of the days that were asked for and of no other', async () => {
    await aMorning();
    const days = await shop.ask('shop.figures', { from: '2026-11-20', to: '2026-11-21' });
    expect(days).toMatchObject({ sales: { number: 0, amount: 0 }, hours: [], articles: [] });
    const more = await shop.ask('shop.figures', { from: '2026-11-01', to: '2026-11-30' });
    expect(more.sales.number).toBe(3);
    const backwards = { from: '2026-11-22', to: '2026-11-21' };
    expect(await shop.refused('shop.figures', backwards)).toBe('MESSAGE-WRONG');
  });

  it('are a table that a Norwegian spreadsheet opens right, and that works nothing out', () => {
    const figures = {
      from: '2026-11-22',
      to: '2026-11-22',
      sales: { number: 1, amount: 5_055 },
      returns: { number: 1, amount: -123_450 },
      net: -118_395,
      vat: 1_011,
      hours: [],
      groups: [],
      articles: [{ key: '1', name: '=HYPERLINK("x";"y")', number: 1_500, amount: 5 }],
      means: [],
      operators: [],
    };
    const csv = shopCsv(figures, 'nb');
    expect(csv.startsWith('\ufeffFra;Til;Etter;Navn;Antall;Beløp\r\n')).toBe(true);
    expect(csv).toContain('2026-11-22;2026-11-22;Salg;Returkvitteringer;1;-1234,50\r\n');
    expect(csv).toContain(`2026-11-22;2026-11-22;Per vare;"'=HYPERLINK(""x"";""y"")";1,5;0,05\r\n`);
  });

  it('are written nowhere when the person closes the dialog', async () => {
    await aMorning();
    expect(await shop.ask('shop.saveCsv', { from: '2026-11-22', to: '2026-11-22' })).toEqual({
      saved: false,
    });
    await expect(readFile(path.join(shop.folder, '2026-11-22-2026-11-22.csv'))).rejects.toThrow(/ENOENT/);
  });
});
