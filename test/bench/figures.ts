/** One figure of the bench. `runs` are what each run gave; `value` is their median. A figure without a limit is told only. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly limit: number | null;
  /** The limit is what it must be at least; otherwise at most. */
  readonly atLeast?: true;
  readonly runs: readonly number[];
};

/** The value at a share (0 to 1) of the sorted values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('Nothing was measured');
  return found;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Three decimals are more than any of these figures is good for. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export type Reported = {
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly atLeast?: true;
  readonly ok: boolean;
  readonly runs: readonly number[];
};

/** A figure as it is written to the file. */
export function report({ unit, limit, atLeast, runs }: Figure): Reported {
  const value = median(runs);
  return {
    value: rounded(value),
    unit,
    limit,
    ...(atLeast !== undefined && { atLeast }),
    ok: limit === null || (atLeast === true ? value >= limit : value <= limit),
    runs: runs.map(rounded),
  };
}

/** The figures as a table for people. */
export function table(reports: ReadonlyMap<string, Reported>): string {
  const rows = [...reports].map(([name, { value, unit, limit, atLeast, ok }]) => [
    name,
    `${String(value)} ${unit}`,
    limit === null ? '-' : `at ${atLeast === true ? 'least' : 'most'} ${String(limit)}`,
    ok ? 'ok' : 'MISSED',
  ]);
  const all = [['figure', 'value', 'limit', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
