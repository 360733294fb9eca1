import { describe, expect, it } from 'vitest';
import { table } from '../../fault/table/index.ts';
import { mistakes, play } from '../../fault/table/play.ts';

describe.concurrent.each(table)('$list', ({ rows }) => {
  it.each(rows)('$fault', async (row) => {
    expect(mistakes(row, await play(row))).toEqual([]);
  });
});
