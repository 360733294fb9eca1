import path from 'node:path';
import { expect, it } from 'vitest';
import { createShopSettings } from '../../../main/install/shop-settings.ts';
import { calls } from '../../../preload/contract/calls.ts';
import type { Log } from '../../../main/log.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { folder, newJournal, value, write } from '../journal/shop.ts';

function logOf(lines: string[]): Log {
  const say = (text: string): void => {
    lines.push(text);
  };
  return { info: say, warn: say, error: say };
}

it('sets a till that nobody has changed anything on', () => {
  const journal = newJournal(path.join(folder(), 'journal.sqlite'));
  expect(createShopSettings(journal, logOf([])).now('receipt')).toEqual({ closing: '' });
});

it('keeps what a manager changed, names the manager, and has it again after a restart', () => {
  const journal = newJournal(path.join(folder(), 'journal.sqlite'));
  const shop = createShopSettings(journal, logOf([]));
  value(shop.change('Kari', { section: 'receipt', value: { closing: 'Åpent 9–17' } }));
  expect(shop.now('receipt').closing).toBe('Åpent 9–17');
  expect(journal.read.lastEntry()).toMatchObject({ kind: 'settings.changed' });
  expect(createShopSettings(journal, logOf([])).now('receipt').closing).toBe('Åpent 9–17');
});

it('leaves a journal that checks out, in whatever order the fields of a section were given', () => {
  const file = path.join(folder(), 'journal.sqlite');
  const journal = newJournal(file);
  write(journal, (tx) =>
    tx.append('settings.changed', { section: 'later', value: { b: 1, a: { d: 2, c: 3 } } }),
  );
  const db = value(openForReading(file));
  expect(verify(db).wrong).toBeNull();
  db.close();
});

it('goes on as an untouched till, and says so in the log, when a section means nothing to this program', () => {
  const journal = newJournal(path.join(folder(), 'journal.sqlite'));
  write(journal, (tx) => tx.append('settings.changed', { section: 'receipt', value: { closing: 7 } }));
  const lines: string[] = [];
  expect(createShopSettings(journal, logOf(lines)).now('receipt')).toEqual({ closing: '' });
  expect(lines).toEqual(['a section of the settings cannot be read']);
});

it('takes no path from the window: a folder is chosen in the system’s own dialog', () => {
  const { asks } = calls['settings.change'];
  expect(asks.safeParse({ section: 'exportFolder', value: { path: '/etc' } }).success).toBe(false);
});
