import type { ReportSummaryView } from '../../preload/contract/day.ts';
import { read } from '../acts.ts';
import { createGrowing, type Page } from './growing.ts';
import type { Listing } from './listing.ts';

const page = 50;

async function pageBefore(before: number | null): Promise<Page<ReportSummaryView> | null> {
  const rows = await read('report.list', { before, limit: page });
  return rows === null ? null : { rows, more: rows.length === page };
}

/** Every X and Z report, newest first; null when the till could not tell. */
export async function everyReport(): Promise<Listing<ReportSummaryView> | null> {
  const first = await pageBefore(null);
  if (first === null) return null;
  return createGrowing({ first, keyOf: ({ seq }) => seq, ask: ({ seq }) => pageBefore(seq) });
}
