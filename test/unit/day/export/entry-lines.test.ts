import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkEntryLines } from '../../../../main/day/export/check/entry-lines.ts';
import { day, folder, newShop, start } from './month.ts';
import { taken } from './take.ts';

/** Two days, as lines of a file. */
async function linesOf(from: string): Promise<string[]> {
  const dir = folder();
  const shop = newShop(path.join(dir, 'journal.sqlite'), '2026-03-01T08:00:00.000Z');
  start(shop);
  day(shop, '2026-03-02', 1);
  day(shop, '2026-03-03', 2);
  shop.journal.close();
  const period = { from, to: '2026-03-03' };
  const [file = ''] = await taken(shop.file, path.join(dir, 'out'), 'jsonl', { period });
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

function check(lines: readonly string[]) {
  return checkEntryLines(lines.map((line) => `${line}\n`));
}

describe('entries as JSON Lines', () => {
  it('carry the chain, so that anybody can make each hash again', async () => {
    for (const line of await linesOf('2026-03-01')) {
      const entry = JSON.parse(line) as Record<string, string | number | null>;
      const text = ['previous', 'seq', 'at', 'kind', 'operator', 'body']
        .map((name) => entry[name] ?? '')
        .join('\n');
      expect(createHash('sha256').update(text).digest('hex')).toBe(entry['hash']);
    }
  });

  it('are found whole, with their receipts', async () => {
    const lines = await linesOf('2026-03-01');
    const { checked, wrong } = check(lines);
    expect(wrong).toEqual([]);
    expect(checked[1]).toBe('10 receipts: numbers without a gap, and the chain of signatures.');
    expect(checked[2]).toContain((JSON.parse(lines.at(-1) ?? '') as { hash: string }).hash);
  });

  it('are found whole from the middle on, and say what could not be checked', async () => {
    const { checked, wrong } = check(await linesOf('2026-03-03'));
    expect(wrong).toEqual([]);
    expect(checked[1]).toMatch(/^Receipts and signatures were not checked/);
  });

  it('betray a change, a gap, another order, an addition and something that is no entry', async () => {
    const lines = await linesOf('2026-03-01');
    const changed = lines.map((line, index) => (index === 9 ? line.replace('2026', '2027') : line));
    expect(changed).not.toEqual(lines);
    expect(check(changed).wrong).toEqual(['Entry 10 was changed, or something before it was.']);
    expect(check(lines.filter((_, index) => index !== 9)).wrong).toEqual([
      'Entry 11 follows entry 9: entries were removed or reordered.',
    ]);
    const [one = '', other = ''] = lines.slice(9, 11);
    expect(check([...lines.slice(0, 9), other, one, ...lines.slice(11)]).wrong).toEqual([
      'Entry 11 follows entry 9: entries were removed or reordered.',
    ]);
    expect(check([...lines, 'Dear diary']).wrong).toEqual([`Line ${lines.length + 1} is no entry.`]);
  });
});
