import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkExport } from '../../../../main/day/export/check/file.ts';
import { elementsOf, textOf } from '../../../../main/day/export/check/xml-elements.ts';
import { day, folder, newShop, start } from './month.ts';
import { taken, validated } from './take.ts';

const mark = '0123456789abcdef';

it('The tax authority’s file names who came, who went and what a manager let through, each with the person', async () => {
  const dir = folder();
  const file = path.join(dir, 'journal.sqlite');
  const shop = newShop(file, '2026-03-02T08:00:00.000Z');
  start(shop);
  day(shop, '2026-03-02', 1);
  shop.write(null, (tx) =>
    tx.append('operator.replaced', { operators: [{ name: 'Kari', role: 'manager', mark }] }),
  );
  shop.write('Kari', (tx) => {
    tx.append('operator.logged-in', {});
    tx.append('operator.added', { name: 'Ola', role: 'cashier', mark });
    tx.append('operator.changed', { name: 'Ola', newName: 'Ola N', role: 'cashier' });
    tx.append('operator.pin-changed', { name: 'Ola N', mark });
    tx.append('credentials.replaced', { clientIdEnding: 'abcd' });
    tx.append('credentials.not-replaced', { why: 'The key store is shut' });
    tx.append('operator.logged-out', {});
  });
  shop.write(null, (tx) => tx.append('operator.pin-refused', { name: 'Ola N', wanted: 'log-in', inARow: 1 }));
  shop.write('Ola N', (tx) => {
    tx.append('operator.logged-in', {});
    tx.append('manager.approved', { manager: 'Kari', act: 'open-drawer', about: 'Change' });
    tx.append('drawer.opened', { why: 'Change' });
    tx.append('operator.locked', { why: 'idle' });
  });
  shop.write('Kari', (tx) => tx.append('operator.removed', { name: 'Ola N' }));
  shop.journal.close();

  const [xml = ''] = await taken(file, path.join(dir, 'out'), 'saft');
  expect(validated(xml)).toBe(`${xml} validates`);
  expect(checkExport(xml, 'saft').wrong).toEqual([]);
  const events = [...elementsOf([readFileSync(xml, 'utf8')], new Set(['event']))].map((one) => [
    textOf(one, 'eventType'),
    textOf(one, 'empID'),
    textOf(one, 'eventText'),
  ]);
  expect(events.slice(-14)).toEqual([
    ['EMPLOYEES', '', 'replaced from outside the till; now Kari manager'],
    ['LOGIN', 'Kari', ''],
    ['EMPLOYEES', 'Kari', 'added Ola; cashier'],
    ['EMPLOYEES', 'Kari', 'changed Ola; now Ola N; cashier'],
    ['EMPLOYEES', 'Kari', 'new PIN of Ola N'],
    ['SETTING', 'Kari', 'client secret replaced; client id ends in abcd'],
    ['SETTING', 'Kari', 'client secret not replaced; The key store is shut'],
    ['LOGOUT', 'Kari', ''],
    ['PINREFUSED', '', 'Ola N; 1 in a row'],
    ['LOGIN', 'Ola N', ''],
    ['APPROVED', 'Ola N', 'Kari approved open-drawer; Change'],
    ['DRAWOPENMAN', 'Ola N', 'Change'],
    ['LOGOUT', 'Ola N', 'locked; idle'],
    ['EMPLOYEES', 'Kari', 'removed Ola N'],
  ]);
});
