import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstallSettings } from '../../../main/install/settings.ts';
import { err, ok } from '../../../main/result.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { kari, ola, staff } from '../../helpers/staff.ts';

let shop: Shop;
let kept: InstallSettings['operators'] | null;
let diskIsFull: boolean;

async function open(operators: InstallSettings['operators'], folder?: string): Promise<void> {
  shop = await openShop({
    settings: { operators },
    ...(folder !== undefined && { folder }),
    desk: {
      keepOperators: (next) => {
        if (diskIsFull) return err('ENOSPC');
        kept = next;
        return ok(undefined);
      },
    },
  });
}

beforeEach(async () => {
  kept = null;
  diskIsFull = false;
  await open(await staff());
});
afterEach(() => shop.close());

const told = () =>
  entriesIn(shop.journalPath).filter(
    ({ kind }) => kind.startsWith('operator.') && !/logged|locked|refused/.test(kind),
  );
const per = { name: 'Per', role: 'cashier', pin: '2468' } as const;

describe('Who may log in', () => {
  it('is written down at the first start, without a PIN or its hash', () => {
    expect(told()).toMatchObject([
      {
        kind: 'operator.replaced',
        operator: null,
        body: {
          operators: [
            { name: 'Kari', role: 'manager' },
            { name: 'Ola', role: 'cashier' },
          ],
        },
      },
    ]);
  });

  it('is changed by a manager: somebody comes, gets another name, another PIN, and goes', async () => {
    await shop.ask('operator.logIn', kari);
    await shop.ask('operator.add', per);
    await shop.ask('operator.change', { name: 'Per', newName: 'Per Hansen', role: 'manager' });
    await shop.ask('operator.setPin', { name: 'Per Hansen', pin: '8642' });
    expect(kept?.map(({ name, role }) => [name, role])).toEqual([
      ['Kari', 'manager'],
      ['Ola', 'cashier'],
      ['Per Hansen', 'manager'],
    ]);
    expect(await shop.refused('operator.logIn', { name: 'Per Hansen', pin: '2468' })).toBe('PIN-WRONG');
    await shop.ask('operator.logIn', { name: 'Per Hansen', pin: '8642' });
    await shop.ask('operator.remove', { name: 'Kari' });
    expect(told().map(({ kind, operator }) => [kind, operator])).toEqual([
      ['operator.replaced', null],
      ['operator.added', 'Kari'],
      ['operator.changed', 'Kari'],
      ['operator.pin-changed', 'Kari'],
      ['operator.removed', 'Per Hansen'],
    ]);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('follows a manager’s own new name, and locks out one who removed themselves', async () => {
    await shop.ask('operator.logIn', kari);
    await shop.ask('operator.change', { name: 'Kari', newName: 'Kari N', role: 'manager' });
    expect(shop.view().access).toMatchObject({ kind: 'logged-in', name: 'Kari N' });
    await shop.ask('operator.add', { ...per, role: 'manager' });
    await shop.ask('operator.remove', { name: 'Kari N' });
    expect(shop.view().access.kind).toBe('locked');
    expect(await shop.refused('day.openDrawer', { reason: 'Change' })).toBe('LOCKED');
  });

  it('always has a manager among them, and nobody twice', async () => {
    await shop.ask('operator.logIn', kari);
    const demoted = { name: 'Kari', newName: 'Kari', role: 'cashier' } as const;
    expect(await shop.refused('operator.change', demoted)).toBe('OPERATOR-LAST-MANAGER');
    expect(await shop.refused('operator.remove', { name: 'Kari' })).toBe('OPERATOR-LAST-MANAGER');
    expect(await shop.refused('operator.add', { ...per, name: 'OLA' })).toBe('OPERATOR-EXISTS');
    expect(kept).toBeNull();
    expect(told()).toHaveLength(1);
  });

  it('may become nobody: then the till asks nobody', async () => {
    await shop.ask('operator.logIn', kari);
    await shop.ask('operator.remove', { name: 'Ola' });
    await shop.ask('operator.remove', { name: 'Kari' });
    expect(shop.view().access).toEqual({ kind: 'free' });
    expect(await shop.refused('operator.add', per)).toBe('OPERATOR-LAST-MANAGER');
    await shop.ask('operator.add', { ...per, role: 'manager' });
    expect(shop.view().access.kind).toBe('locked');
  });

  it('is not a cashier’s to change, nor to see more of than names', async () => {
    await shop.ask('operator.logIn', ola);
    expect(await shop.refused('operator.add', per)).toBe('MANAGER-NEEDED');
    expect(await shop.refused('operator.setPin', { name: 'Kari', pin: '4321' })).toBe('MANAGER-NEEDED');
    expect(await shop.ask('operator.list', {})).toEqual([
      { name: 'Kari', role: 'manager' },
      { name: 'Ola', role: 'cashier' },
    ]);
  });

  it('stays as it was when the settings cannot be written, and the journal says so', async () => {
    await shop.ask('operator.logIn', kari);
    diskIsFull = true;
    expect(await shop.refused('operator.add', per)).toBe('SETTINGS-NOT-KEPT');
    expect(told().map(({ kind }) => kind)).toEqual([
      'operator.replaced',
      'operator.added',
      'operator.replaced',
    ]);
    expect(await shop.refused('operator.logIn', per)).toBe('OPERATOR-UNKNOWN');
  });
});

describe('Operators changed from outside', () => {
  it('leave a trace: the settings hold others than the journal knew', async () => {
    const { folder } = shop;
    await shop.ask('operator.logIn', kari);
    await shop.till().stop();
    const before = shop;
    const [manager] = await staff();
    if (manager === undefined) throw new Error('There is no manager');
    await open([{ ...manager, name: 'Nora' }], folder);
    expect(told().at(-1)).toMatchObject({
      kind: 'operator.replaced',
      operator: null,
      body: { operators: [{ name: 'Nora', role: 'manager' }] },
    });
    await shop.close();
    // A new PIN alone is another operator to the journal as well.
    const [same] = await staff();
    if (same === undefined) throw new Error('There is no manager');
    await open([{ ...same, name: 'Nora' }], folder);
    expect(told().filter(({ kind }) => kind === 'operator.replaced')).toHaveLength(3);
    expect(await shop.refused('operator.logIn', kari)).toBe('OPERATOR-UNKNOWN');
    await shop.ask('operator.logIn', { name: 'Nora', pin: kari.pin });
    await shop.close();
    shop = before;
  });
});
