import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryKinds } from '../../../main/journal/entries/index.ts';
import { waitAfter } from '../../../main/operator/throttle.ts';
import { operatorSettings } from '../../../preload/contract/operator.ts';
import { openShop } from '../../helpers/shop.ts';
import { kari, staff } from '../../helpers/staff.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(root, 'docs/operators.md'), 'utf8');

describe('The page on operators', () => {
  it('names every entry about them, and none that does not exist', () => {
    const kinds = Object.keys(entryKinds).filter((kind) => /^(operator|manager|credentials)\./.test(kind));
    const named = [...page.matchAll(/`((?:operator|manager|credentials)\.[a-z-]+)`/g)].map(
      ([, kind = '']) => kind,
    );
    expect(new Set(named)).toEqual(new Set(kinds));
  });

  it('says what holds until it is changed', () => {
    const usual = operatorSettings.parse({});
    expect(usual).toMatchObject({
      lockAfterMinutes: 5,
      refundOver: 50_000,
      discountOver: 1_000,
      moveCashOver: 50_000,
    });
    expect(Object.values(usual).filter((value) => typeof value === 'boolean')).not.toContain(false);
    expect([2, 3, 4, 5, 6, 7, 8, 9, 20].map((refused) => waitAfter(refused) / 1000)).toEqual([
      0, 5, 15, 30, 60, 120, 300, 900, 900,
    ]);
  });

  it('shows who did what with the command that it gives', async () => {
    const command = /^npm run journal -- (.+)$/m.exec(page)?.[1]?.split(' ') ?? [];
    const shop = await openShop({ settings: { operators: await staff() } });
    try {
      await shop.ask('operator.logIn', kari);
      const args = command.map((word) => (word === 'journal.sqlite' ? shop.journalPath : word));
      const said = execFileSync(process.execPath, [path.join(root, 'main/journal/cli.ts'), ...args], {
        encoding: 'utf8',
      });
      expect(said).toMatch(/operator\.logged-in {2}Kari/);
    } finally {
      await shop.close();
    }
  });
});
