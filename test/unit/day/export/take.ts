import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  type ExportError,
  exportJournal,
  type ExportParts,
  type Period,
  type WholeFile,
} from '../../../../main/day/export/index.ts';
import type { ExportFormat } from '../../../../main/journal/entries/till.ts';
import { openSource } from '../../../../main/journal/source.ts';
import type { Result } from '../../../../main/result.ts';
import { value } from './month.ts';
import { accounts } from '../../../../preload/contract/books.ts';

export const march: Period = { from: '2026-03-01', to: '2026-03-31' };

/** Exports from a journal file as on the first of April. */
export async function take(
  file: string,
  out: string,
  format: ExportFormat,
  more: Partial<Omit<ExportParts, 'source'>> & { readonly period?: Period } = {},
): Promise<Result<WholeFile[], ExportError>> {
  const source = value(openSource(file));
  const { period = march, ...parts } = more;
  try {
    return await exportJournal(
      { format, period, folder: out, accounts: accounts.parse({}), createdAt: '2026-04-01T08:00:00.000Z' },
      {
        source,
        isCancelled: () => false,
        pause: () => setImmediate(),
        onProgress: () => undefined,
        ...parts,
      },
    );
  } finally {
    source.close();
  }
}

/** The same, giving the files' places; throws when nothing came of it. */
export async function taken(...given: Parameters<typeof take>): Promise<string[]> {
  const files = value(await take(...given));
  return files.map(({ name }) => path.join(given[1], name));
}

export const saftAssets = path.resolve(import.meta.dirname, '../../../../assets/saft');
export const schema = path.join(saftAssets, 'Norwegian_SAF-T_Cash_Register_Schema_v_1.00.xsd');

/** What xmllint says of a file against the official schema. */
export function validated(file: string): string {
  const { stderr, error } = spawnSync('xmllint', ['--noout', '--schema', schema, file], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return stderr.trim();
}
