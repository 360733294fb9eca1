import { createHash } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { derivedTables } from '../../../main/journal/derive/tables.ts';
import { migrations } from '../../../main/journal/migrations/index.ts';
import { folder, newJournal, noon } from './shop.ts';
import { openJournal } from '../../../main/journal/index.ts';

/** A step in this list is in shops' files: it is never edited. A new step adds a line. */
const shipped = [
  'db85746024c67c61c0116c055b5c9ae8a1c4002957b93486bc56b206fdc6cfca',
  '021ccc87c1f04130bb18ac16946754a86558a9bf3c528bfd3a8e460f14bbe978',
  '0cdd8a87a693b22e45dfacc77a3c2586935b46ea2dd3064de5e0ffc0e60ea593',
  'b1db58d0da165e45a3fb3ff1bf3789876094be2d6e7813c4f8135ba8a5db276a',
  'b724cb4592d3fdaaf9557b8766fc6719d1c0ccb88fb64a85b4143c813249d09e',
];

function laidOut(): Database.Database {
  const db = new Database(':memory:');
  for (const step of migrations) db.exec(step);
  return db;
}

it('has not touched a step that has shipped', () => {
  expect(migrations.map((step) => createHash('sha256').update(step).digest('hex'))).toEqual(shipped);
});

it('makes the tables that every part relies on', async () => {
  const schema = laidOut()
    .prepare<[], string>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'article_text_%' ORDER BY name",
    )
    .pluck()
    .all();
  await expect(`${schema.join(';\n\n')};\n`).toMatchFileSnapshot('./schema.snapshot.sql');
});

it('rebuilds and compares every column of every table but the entries', () => {
  const db = laidOut();
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(derivedTables.map(({ name }) => name).sort()).toEqual(
    tables.filter((name) => name !== 'entry').sort(),
  );
  for (const { name, columns } of derivedTables) {
    expect(columns.split(', ')).toEqual(
      db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name),
    );
  }
});

it('refuses a file that a newer program has written', () => {
  const file = path.join(folder(), 'journal.sqlite');
  newJournal(file).close();
  const db = new Database(file);
  db.pragma(`user_version = ${migrations.length + 1}`);
  db.close();
  const opened = openJournal({ path: file, now: () => noon });
  expect(opened).toMatchObject({ ok: false, error: { code: 'JOURNAL-BROKEN' } });
  expect(opened.ok ? '' : opened.error.detail).toMatch(/newer version/);
});
