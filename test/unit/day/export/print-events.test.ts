import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkExport } from '../../../../main/day/export/check/file.ts';
import { elementsOf, textOf } from '../../../../main/day/export/check/xml-elements.ts';
import { day, folder, newShop, start } from './month.ts';
import { taken, validated } from './take.ts';

it('The tax authority’s file says how a receipt left the till, and which sale the drawer was opened for', async () => {
  const dir = folder();
  const file = path.join(dir, 'journal.sqlite');
  const shop = newShop(file, '2026-03-02T08:00:00.000Z');
  start(shop);
  day(shop, '2026-03-02', 1);
  // Receipt 2 was not printed that day.
  shop.write('Kari', (tx) => {
    tx.append('drawer.kicked', { receiptNumber: 2 });
    const { seq: wanted } = tx.append('print.wanted', {
      of: { kind: 'receipt', receiptNumber: 2, issue: 'original' },
      onto: 'mail',
    });
    tx.append('print.started', { wanted });
    tx.append('print.ended', { wanted, how: 'printed', code: 'mail', detail: '' });
    tx.append('receipt.mailed', { receiptNumber: 2 });
    tx.append('receipt.shown', { receiptNumber: 2 });
  });
  shop.journal.close();

  const [xml = ''] = await taken(file, path.join(dir, 'out'), 'saft');
  expect(validated(xml)).toBe(`${xml} validates`);
  expect(checkExport(xml, 'saft').wrong).toEqual([]);
  const events = [...elementsOf([readFileSync(xml, 'utf8')], new Set(['event']))].map((one) => [
    textOf(one, 'eventType'),
    textOf(one, 'transID'),
    textOf(one, 'empID'),
  ]);
  expect(events.slice(-3)).toEqual([
    ['DRAWOPEN', '2', 'Kari'],
    ['SALREC', '2', 'Kari'],
    ['COPYREC', '2', 'Kari'],
  ]);
  expect(events.filter(([type, receipt]) => type === 'NORECEIPT' && receipt === '2')).toEqual([]);
});
