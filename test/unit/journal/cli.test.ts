import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../../main/journal/index.ts';
import { folder, newJournal, sell } from './shop.ts';

let dir: string;
let file: string;
let journal: Journal;

beforeEach(() => {
  dir = folder();
  file = path.join(dir, 'journal.sqlite');
  journal = newJournal(file);
  sell(journal);
});

function run(...given: string[]): { code: number | null; lines: string[]; last: string; said: string } {
  const cli = path.resolve(import.meta.dirname, '../../../main/journal/cli.ts');
  const ended = spawnSync(process.execPath, [cli, ...given], { encoding: 'utf8' });
  const lines = ended.stdout.trimEnd().split('\n');
  return { code: ended.status, lines, last: lines.at(-1) ?? '', said: ended.stderr };
}

describe('npm run journal', () => {
  it('verifies a journal while the till runs, and names its last entry', () => {
    const { code, lines, last } = run('verify', file);
    expect(last).toBe('OK: no entry was changed, removed, added or reordered.');
    expect(lines.join('\n')).toContain(`entry 4, hash ${journal.read.lastEntry()?.hash ?? 'none'}`);
    expect(code).toBe(0);
  });

  it('verifies a copied file and leaves the folder as it was', () => {
    journal.close();
    const copy = path.join(folder(), 'copy.sqlite');
    copyFileSync(file, copy);
    expect(run('verify', copy).code).toBe(0);
    expect(readdirSync(path.dirname(copy))).toEqual(['copy.sqlite']);
    expect(readFileSync(copy)).toEqual(readFileSync(file));
  });

  it('sees the entries in the side file of a copy, and leaves them there', () => {
    const copy = path.join(folder(), 'copy.sqlite');
    for (const end of ['', '-wal']) copyFileSync(file + end, copy + end);
    expect(run('show', copy).lines).toHaveLength(4);
    expect(readFileSync(`${copy}-wal`)).toEqual(readFileSync(`${file}-wal`));
  });

  it('says on the last line what is wrong, and ends with 1', () => {
    journal.close();
    const db = new Database(file);
    db.exec("DROP TRIGGER entry_is_never_changed; UPDATE entry SET operator = 'Ola' WHERE seq = 3");
    db.close();
    const { code, last } = run('verify', file);
    expect([code, last]).toEqual([
      1,
      'WRONG: Entry 3 was changed, or entry 2 was changed and given a new hash.',
    ]);
  });

  it('shows entries as lines and as JSON', () => {
    const { lines } = run('show', file, '--from', '2', '--to', '3');
    expect(lines.map((line) => line.trim().split(/\s+/).slice(0, 4).join(' '))).toEqual([
      '2 2026-11-22T12:00:02.000Z sale.opened Kari',
      '3 2026-11-22T12:00:02.000Z sale.line-added Kari',
    ]);
    const rows = run('show', file, '--json').lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map((row) => row['seq'])).toEqual([1, 2, 3, 4]);
    expect(Object.keys(rows[0] ?? {})).toEqual(['seq', 'at', 'kind', 'operator', 'body', 'hash']);
  });

  it('makes the tables again', () => {
    journal.close();
    const db = new Database(file);
    db.exec('UPDATE receipt SET total = 1');
    db.close();
    expect(run('verify', file).code).toBe(1);
    expect(run('rebuild', file)).toMatchObject({
      code: 0,
      last: 'OK: the tables were made again from 4 entries.',
    });
    expect(run('verify', file).code).toBe(0);
  });

  it('recovers a damaged journal, keeps the damaged file and says what was lost', () => {
    journal.close();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('"receiptNumber":1');
    bytes.write('"receiptNumber":7', at);
    writeFileSync(file, bytes);
    const { code, lines, last } = run('recover', file);
    expect([code, last]).toEqual([
      0,
      'OK: entries 1 to 3 were kept, entries from 4 on are only in the damaged file.',
    ]);
    const kept = readdirSync(dir).find((name) => name.startsWith('journal.sqlite.damaged-'));
    expect(lines[0]).toContain(kept);
    expect(readFileSync(path.join(dir, kept ?? ''))).toEqual(bytes);
    expect(run('verify', file).code).toBe(0);
  });

  it('leaves a journal alone that has nothing to be recovered from', () => {
    journal.close();
    const before = readFileSync(file);
    expect(run('recover', file)).toMatchObject({
      code: 0,
      last: 'OK: nothing is wrong with this journal; it was left as it was.',
    });
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(dir)).toEqual(['journal.sqlite']);
  });

  it('touches nothing when not even the numbers that were taken can be read', () => {
    journal.close();
    writeFileSync(file, 'not a journal');
    const { code, last } = run('recover', file);
    expect(code).toBe(1);
    expect(last).toContain('was left as it was');
    expect(readFileSync(file, 'utf8')).toBe('not a journal');
  });

  it('ends with 1 for a file that is no journal', () => {
    const text = path.join(dir, 'text.sqlite');
    writeFileSync(text, 'Dear diary');
    for (const name of [text, path.join(dir, 'missing.sqlite'), path.join(dir, 'no', 'folder.sqlite')]) {
      for (const command of ['verify', 'show', 'rebuild']) {
        const { code, last } = run(command, name);
        expect(code).toBe(1);
        expect(last).toMatch(/^WRONG: /);
      }
    }
  });

  it.each([
    [[]],
    [['verify']],
    [['polish', 'x']],
    [['show', 'x', '--from', '0']],
    [['verify', 'x', '--json']],
    [['show', 'x', 'y']],
  ])('explains itself and ends with 2 for %j', (given) => {
    const { code, said } = run(...given);
    expect(code).toBe(2);
    expect(said).toMatch(/^Usage: npm run journal/);
  });
});
