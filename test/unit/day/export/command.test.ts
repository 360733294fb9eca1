import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../../main/journal/index.ts';
import { day, folder, newShop, value } from './month.ts';

const cli = path.resolve(import.meta.dirname, '../../../../main/journal/cli.ts');

function run(
  cwd: string,
  ...given: string[]
): { code: number | null; lines: string[]; last: string; said: string } {
  const ended = spawnSync(process.execPath, [cli, ...given], { cwd, encoding: 'utf8' });
  const lines = ended.stdout.trimEnd().split('\n');
  return { code: ended.status, lines, last: lines.at(-1) ?? '', said: ended.stderr };
}

/** A folder with a journal of one day in it. */
function oneDay(): string {
  const dir = folder();
  const shop = newShop(path.join(dir, 'journal.sqlite'), '2026-03-01T08:00:00.000Z');
  day(shop, '2026-03-02', 1);
  shop.journal.close();
  return dir;
}

const march = ['--from', '2026-03-01', '--to', '2026-03-31'] as const;

function lastEntry(dir: string): { kind: string; body: string } {
  const { lines } = run(dir, 'show', 'journal.sqlite', '--json');
  return JSON.parse(lines.at(-1) ?? '') as { kind: string; body: string };
}

describe('npm run journal -- export', () => {
  it.each(['saft', 'csv', 'jsonl', 'voucher'])(
    'writes %s, says so in the journal, and verifies it',
    (format) => {
      const dir = oneDay();
      const { code, last } = run(
        dir,
        'export',
        'journal.sqlite',
        ...march,
        '--format',
        format,
        '--out',
        'books',
      );
      expect([code, last]).toEqual([0, 'OK: every file is whole, with its SHA-256 in a file beside it.']);
      const files = readdirSync(path.join(dir, 'books')).filter((name) => !name.endsWith('.sha256'));
      const { kind, body } = lastEntry(dir);
      expect(kind).toBe('journal.exported');
      expect(
        (JSON.parse(body) as { files: { name: string }[] }).files.map(({ name }) => name).sort(),
      ).toEqual(files.sort());
      for (const file of files) {
        expect(run(dir, 'verify', path.join('books', file))).toMatchObject({
          code: 0,
          last: 'OK: the file is whole, and nothing in it contradicts the rest of it.',
        });
      }
      expect(run(dir, 'verify', 'journal.sqlite').code).toBe(0);
    },
  );

  it('leaves a copy as it is when asked to', () => {
    const dir = oneDay();
    const before = readFileSync(path.join(dir, 'journal.sqlite'));
    expect(run(dir, 'export', 'journal.sqlite', ...march, '--format', 'jsonl', '--no-entry').code).toBe(0);
    expect(readFileSync(path.join(dir, 'journal.sqlite'))).toEqual(before);
    expect(readdirSync(dir).filter((name) => name.startsWith('journal'))).toEqual(['journal.sqlite']);
  });

  it('exports beside a till that is selling', () => {
    const dir = oneDay();
    const till = value(openJournal({ path: path.join(dir, 'journal.sqlite'), now: () => Date.now() }));
    expect(run(dir, 'export', 'journal.sqlite', ...march, '--format', 'csv').code).toBe(0);
    value(till.write('Kari', (tx) => tx.append('drawer.opened', { why: 'Veksle' })));
    till.close();
    expect(run(dir, 'verify', 'journal.sqlite').code).toBe(0);
  });

  it('takes the shop’s own accounts', () => {
    const dir = oneDay();
    writeFileSync(path.join(dir, 'accounts.json'), '{ "card": "1579", "cash": "1905" }');
    const asked = [
      'export',
      'journal.sqlite',
      ...march,
      '--format',
      'voucher',
      '--accounts',
      'accounts.json',
    ];
    expect(run(dir, ...asked).code).toBe(0);
    const file = readdirSync(dir).find((name) => name.endsWith('_bilag.csv')) ?? '';
    const text = readFileSync(path.join(dir, file), 'utf8');
    expect(text).toMatch(/;1579;Kort;/);
    expect(text).toMatch(/;1905;Kontant;/);
    expect(text).toMatch(/;3010;/);
    writeFileSync(path.join(dir, 'accounts.json'), '{ "carrd": "1579" }');
    expect(run(dir, ...asked)).toMatchObject({
      code: 1,
      last: expect.stringMatching(/^WRONG: accounts.json does not fit/) as string,
    });
  });

  it('ends with 1 where there is nothing, and where the file is no journal', () => {
    const dir = oneDay();
    const empty = run(
      dir,
      'export',
      'journal.sqlite',
      '--from',
      '2020-01-01',
      '--to',
      '2020-01-31',
      '--format',
      'csv',
    );
    expect([empty.code, empty.last]).toEqual([
      1,
      'WRONG: Nothing was exported (EXPORT-EMPTY): no entry lies in that period',
    ]);
    writeFileSync(path.join(dir, 'diary.sqlite'), 'Dear diary');
    expect(run(dir, 'export', 'diary.sqlite', ...march, '--format', 'csv').code).toBe(1);
  });

  it('finds a flipped amount in what it exported', () => {
    const dir = oneDay();
    run(dir, 'export', 'journal.sqlite', ...march, '--format', 'saft');
    const file = readdirSync(dir).find((name) => name.endsWith('.xml')) ?? '';
    const xml = path.join(dir, file);
    chmodSync(xml, 0o600);
    writeFileSync(xml, readFileSync(xml, 'utf8').replace('<paidAmnt>195.70', '<paidAmnt>185.70'));
    const { code, lines, last } = run(dir, 'verify', file);
    expect(code).toBe(1);
    expect(last).toBe(
      'WRONG: Transaction 1: the payments are not the amount and its rounding (185.70 and 195.70).',
    );
    expect(lines.join('\n')).toContain('its SHA-256 is another');
  });

  it.each([
    [['export', 'journal.sqlite']],
    [['export', 'journal.sqlite', '--from', '2026-03-01', '--to', '2026-03-31']],
    [['export', 'journal.sqlite', '--from', '2026-03-31', '--to', '2026-03-01', '--format', 'csv']],
    [['export', 'journal.sqlite', '--from', '2026-02-30', '--to', '2026-03-31', '--format', 'csv']],
    [['export', 'journal.sqlite', '--from', '2026-03-01', '--to', '2026-03-31', '--format', 'pdf']],
    [['export', 'journal.sqlite', '--from', '2026-03-01', '--to', '2026-03-31', '--format', 'csv', '--json']],
    [['show', 'journal.sqlite', '--format', 'csv']],
  ])('explains itself and ends with 2 for %j', (given) => {
    const { code, said } = run('.', ...given);
    expect(code).toBe(2);
    expect(said).toMatch(/^Usage: npm run journal/);
  });
});
