import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openJournal } from '../../../main/journal/index.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop } from '../../helpers/shop.ts';

it('a till that starts with another version than before says so in the journal, once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-version-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const journalPath = path.join(folder, 'journal.sqlite');
  const older = openJournal({ path: journalPath, now: () => Date.now() });
  if (!older.ok) throw new Error(older.error.detail);
  older.value.write(null, (tx) =>
    tx.append('till.started', {
      tillId: 'TEST22',
      version: '0.0.0-before',
      mode: 'live',
      storeId: 'oslo-center',
      terminalId: 'T0292',
      platform: 'linux',
    }),
  );
  older.value.close();

  const shop = await openShop({ folder });
  shop.cutPower();
  shop.switchOn();
  await shop.close();
  const kinds = entriesIn(journalPath).filter(
    ({ kind }) => kind === 'till.started' || kind === 'till.updated',
  );
  expect(kinds.map(({ kind, body }) => [kind, body])).toMatchObject([
    ['till.started', { version: '0.0.0-before' }],
    ['till.updated', { from: '0.0.0-before', to: '0.0.0' }],
    ['till.started', { version: '0.0.0' }],
    ['till.started', { version: '0.0.0' }],
  ]);
  expect(wrongIn(journalPath)).toBeNull();
});
