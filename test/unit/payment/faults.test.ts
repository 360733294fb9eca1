import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { elsewhere } from '../../fault/table/elsewhere.ts';
import { table } from '../../fault/table/index.ts';
import type { Row } from '../../fault/table/row.ts';
import { pageOf, type PlayedRow } from '../../fault/table/page.ts';
import { mistakes, play } from '../../fault/table/play.ts';

const root = path.join(import.meta.dirname, '../../..');
const allPlayed: PlayedRow[] = [];

async function holds(row: Row): Promise<void> {
  const played = await play(row);
  expect(mistakes(row, played)).toEqual([]);
  allPlayed.push({ row, played });
}

for (const { list, rows } of table) {
  describe.concurrent(list, () => {
    for (const row of rows) if (row.alone !== true) it(row.fault, () => holds(row));
  });
}

describe('Played elsewhere', () => {
  it.each(elsewhere)('$fault', ({ test: [file, name] }) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toContain(name);
  });
});

describe('Played with nothing beside it', () => {
  for (const row of table.flatMap(({ rows }) => rows))
    if (row.alone === true) it(row.fault, () => holds(row));
});

describe('The page on faults', () => {
  it('says what came of each of them', () => {
    expect(readFileSync(path.join(root, 'docs/faults.md'), 'utf8')).toBe(pageOf(allPlayed));
  });
});
