import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, newShop } from '../day/export/month.ts';
import { schema, taken } from '../day/export/take.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/inspector.md'), 'utf8');
const commands = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, command = '']) => command);

let dir: string;
let environment: Record<string, string>;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'inspector-'));
  const shop = newShop(path.join(dir, 'journal.sqlite'), '2026-03-01T08:00:00.000Z');
  day(shop, '2026-03-02', 1);
  shop.journal.close();
  const [xml = ''] = await taken(shop.file, dir, 'saft');
  environment = { J: 'journal.sqlite', X: path.basename(xml), XSD: schema };
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function run(command: string): { code: number | null; said: string } {
  const ended = spawnSync('sh', ['-euc', command], {
    cwd: dir,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

/** What each command of the page says of records that are whole, in the page's order. */
const said = [
  /: OK\n$/,
  / validates\n$/,
  /^\d+\.\d\d\n$/,
  /1024 bit/,
  /^Verified OK\n$/,
  /^Signature before the first in this file: 0\n$/,
  /^ok\n$/,
  /^The chain is whole: [0-9a-f]{64}\n$/,
  /^\d+\|.*\|report\.z\|[0-9a-f]{64}\n$/,
  /^5\|5\n$/,
  /^(\d+)\n\1\n$/,
  /Kunden gikk\n/,
];

describe('docs/inspector.md', () => {
  it('has a command for each of the things that are tried here', () => {
    expect(commands).toHaveLength(said.length);
  });

  it('says what the commands say of records that are whole', () => {
    const outcomes = commands.map(run);
    for (const [index, { code, said: text }] of outcomes.entries()) {
      expect(text).toMatch(said[index] ?? /never/);
      expect(code).toBe(0);
    }
  });

  it('finds one changed amount in a journal', () => {
    execFileSync('cp', ['journal.sqlite', 'changed.sqlite'], { cwd: dir });
    const db = new Database(path.join(dir, 'changed.sqlite'));
    db.exec(
      `DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = replace(body, '3290', '3190') WHERE seq = 5`,
    );
    db.close();
    const chain = commands.find((command) => command.includes('The chain is whole')) ?? '';
    const { code, said: text } = run(chain.replaceAll('$J', 'changed.sqlite'));
    expect([code, text]).toEqual([1, 'Entry 5 is not what was written\n']);
  });

  it('finds one changed amount in a SAF-T file', () => {
    const verifying = commands.filter((command) => command.includes('openssl')).join('\n');
    const changed = readFileSync(path.join(dir, environment['X'] ?? ''), 'utf8').replace(
      /(<nr>4<\/nr>.*?<transAmntIn>-)\d/,
      '$19',
    );
    const given = verifying.replaceAll('"$X"', 'changed.xml');
    const file = path.join(dir, 'changed.xml');
    execFileSync('tee', [file], { input: changed, stdio: ['pipe', 'ignore', 'inherit'] });
    const { code, said: text } = run(given);
    expect(code).not.toBe(0);
    expect(text).toMatch(/Verification failure/);
  });
});
