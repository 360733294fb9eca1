import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { derivedTables } from '../../../main/journal/derive/tables.ts';
import { migrations } from '../../../main/journal/migrations/index.ts';
import { openJournal } from '../../../main/journal/index.ts';
import { smallDisk } from '../../helpers/small-disk.ts';
import { folder, newJournal, noon, open, sell } from './shop.ts';

/** A step in this list is in shops' files: it is never edited. A new step adds a line. */
const shipped = [
  'db85746024c67c61c0116c055b5c9ae8a1c4002957b93486bc56b206fdc6cfca',
  '021ccc87c1f04130bb18ac16946754a86558a9bf3c528bfd3a8e460f14bbe978',
  '0cdd8a87a693b22e45dfacc77a3c2586935b46ea2dd3064de5e0ffc0e60ea593',
  'b1db58d0da165e45a3fb3ff1bf3789876094be2d6e7813c4f8135ba8a5db276a',
  'b724cb4592d3fdaaf9557b8766fc6719d1c0ccb88fb64a85b4143c813249d09e',
  'b0c7a5dc1e4f5f1ba9ea7a1a7d64f2e426c0f6e89a00b15b0eb67d5a8f321839',
  'f2ad96780beb438abe1d6e7e910b189a02469160290412ed9d6954be61ea0591',
  '0db976091e0e4b71cb78b0095db8e178391f204752d5980392cda39e9dfea33d',
  'c1c625b9c8d045793a1c83f515ab4401abe3b1cbcd15b45cb4546af7d9ca5e74',
  '5e2724a46147c97edfc1dada94fd58e96aa5657dcef06fcd90fd19cdf217eb1f',
  'c8949c0e3eb7437d46a0cfc821c3e8aba54f21c001517079f706ad55e29a3f4a',
  'b074692cd1959c2ae3ca0ca016cd7a59fc10d0fdf4cb10b3f92c074efb51b976',
  '2d1679ebb62e21115d3d756615f49541f48e874cd3cd33320f5b7655823ff9d2',
  'b469580f48f840002a5d708945951093c1203f2fc6d1e9a7110d1836c0b6af64',
  '0165171dc922eb1e8aa38b60ab2c9787be0dd86386a9a11e82ff075ec3f8d952',
  '8b19f8051fc25e6d2da08c2f47767945814a54cf8fcb5ea87dc2d8dcaa33e8d2',
  'f287c9f0fdeee8891b7c8b971f994892b36ed0d111c5222e7529f223510afa48',
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

it('refuses a file that a newer program has written, and leaves it as it is', () => {
  const file = path.join(folder(), 'journal.sqlite');
  newJournal(file).close();
  const db = new Database(file);
  db.pragma(`user_version = ${migrations.length + 1}`);
  db.close();
  const before = hashOf(file);
  const opened = openJournal({ path: file, now: () => noon });
  expect(opened).toMatchObject({ ok: false, error: { code: 'JOURNAL-NEWER' } });
  expect(hashOf(file)).toBe(before);
});

/** A journal with one sale, as a program that knew only the first step left it. */
function ofAnOlderProgram(): string {
  const newer = path.join(folder(), 'newer.sqlite');
  const journal = newJournal(newer);
  sell(journal);
  journal.close();
  const file = path.join(folder(), 'journal.sqlite');
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec(migrations[0] ?? '');
  db.pragma('user_version = 1');
  db.prepare('ATTACH ? AS newer').run(newer);
  db.exec('INSERT INTO entry SELECT * FROM newer.entry');
  db.close();
  return file;
}

const entriesIn = (file: string): unknown[] => {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT * FROM entry ORDER BY seq').all();
  db.close();
  return rows;
};

const copiesBeside = (file: string): string[] =>
  readdirSync(path.dirname(file)).filter((name) => name.includes('.before-'));

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

it('keeps a whole copy of the journal before it changes its tables, for its owner only', () => {
  const file = ofAnOlderProgram();
  const before = entriesIn(file);
  open(file).close();
  const copy = `${file}.before-${migrations.length}`;
  expect(copiesBeside(file)).toEqual([path.basename(copy)]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(entriesIn(copy)).toEqual(before);
  expect(entriesIn(file)).toEqual(before);
  const older = new Database(copy);
  expect(older.pragma('user_version', { simple: true })).toBe(1);
  older.close();
});

it('makes no copy where nothing is changed, and keeps one of two updates', () => {
  const file = ofAnOlderProgram();
  open(file).close();
  const made = hashOf(`${file}.before-${migrations.length}`);
  open(file).close();
  expect(hashOf(`${file}.before-${migrations.length}`)).toBe(made);

  const again = ofAnOlderProgram();
  new Database(`${again}.before-2`).close();
  open(again).close();
  expect(copiesBeside(again)).toEqual([`journal.sqlite.before-${migrations.length}`]);
});

it('changes nothing when there is no room for the copy, and opens when there is', () => {
  const disk = smallDisk(2);
  onTestFinished(() => {
    disk.remove();
  });
  const file = path.join(disk.folder, 'journal.sqlite');
  copyFileSync(ofAnOlderProgram(), file);
  const before = hashOf(file);
  disk.fillUpTo(70_000);
  expect(openJournal({ path: file, now: () => noon })).toMatchObject({ error: { code: 'JOURNAL-FULL' } });
  expect(hashOf(file)).toBe(before);
  expect(copiesBeside(file)).toEqual([]);
  disk.emptyAgain();
  open(file).close();
  expect(copiesBeside(file)).toHaveLength(1);
});
