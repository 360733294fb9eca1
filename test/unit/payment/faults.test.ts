import { describe, expect, it } from 'vitest';
import { table } from '../../fault/table/index.ts';
import type { Row } from '../../fault/table/row.ts';
import { mistakes, play } from '../../fault/table/play.ts';

async function holds(row: Row): Promise<void> {
  expect(mistakes(row, await play(row))).toEqual([]);
}

describe.concurrent.each(table)('$list', ({ rows }) => {
  it.each(rows.filter((row) => row.alone !== true))('$fault', holds);
});

describe('Played with nothing beside it', () => {
  it.each(table.flatMap(({ rows }) => rows.filter((row) => row.alone === true)))('$fault', holds);
});
