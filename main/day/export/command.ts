import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { exportFormats } from '../../journal/entries/till.ts';
import { openJournal } from '../../journal/index.ts';
import { type JournalSource, openSource } from '../../journal/source.ts';
import { checkExport, kindOfExport } from './check/file.ts';
import { accounts, type Accounts } from '../../../preload/contract/books.ts';
import { exportJournal, isDate, type WholeFile } from './index.ts';

/** What the command line says to a person: sentences, and whether all is well. */
export interface Said {
  readonly lines: readonly string[];
  /** What is wrong, for the last line; null when nothing is. */
  readonly wrong: string | null;
}

const date = z.string().refine(isDate);

/** `--from`, `--to` and so on, as they were given. */
const options = z.strictObject({
  from: date,
  to: date,
  format: z.enum(exportFormats),
  out: z.string().default('.'),
  accounts: z.string().optional(),
  'no-entry': z.boolean().default(false),
});

export type ExportOptions = z.infer<typeof options>;

/** Reads the options of `export`; null when they do not make sense. */
export function readExportOptions(given: Readonly<Record<string, unknown>>): ExportOptions | null {
  const read = options.safeParse(given);
  return read.success && read.data.from <= read.data.to ? read.data : null;
}

/** Exports a period of a journal file, and writes that down in it unless it is a copy to be left as it is. */
export async function exportCommand(file: string, asked: ExportOptions): Promise<Said> {
  const opened = openSource(file);
  if (!opened.ok) return { lines: [], wrong: `${file} cannot be read: ${opened.error.detail}` };
  const { from, to, format, out } = asked;
  try {
    const chosen = readAccounts(asked.accounts, opened.value);
    if (typeof chosen === 'string') return { lines: [], wrong: chosen };
    const createdAt = new Date().toISOString();
    const order = { format, period: { from, to }, folder: out, accounts: chosen, createdAt };
    const made = await exportJournal(order, {
      source: opened.value,
      isCancelled: () => false,
      pause: () => setImmediate(),
      onProgress: () => undefined,
    });
    if (!made.ok)
      return { lines: [], wrong: `Nothing was exported (${made.error.code}): ${made.error.detail}` };
    const lines = made.value.map(
      ({ name, bytes, sha256 }) => `${path.join(out, name)}: ${bytes} bytes, SHA-256 ${sha256}`,
    );
    if (asked['no-entry']) return { lines, wrong: null };
    const wrong = writeEntry(file, asked, made.value);
    return { lines, wrong };
  } finally {
    opened.value.close();
  }
}

/** The shop's accounts stand in the journal's settings, unless a file names others. A sentence where they cannot be read. */
function readAccounts(file: string | undefined, source: JournalSource): Accounts | string {
  if (file === undefined) {
    const read = accounts.safeParse(source.setting('accounts') ?? {});
    return read.success
      ? read.data
      : 'The accounts in the journal’s settings cannot be read by this program.';
  }
  try {
    const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const read = accounts.safeParse(given);
    if (read.success) return read.data;
    return `${file} does not fit: ${read.error.issues.map(({ path: at }) => at.join('.')).join(', ')}`;
  } catch (thrown) {
    return `${file} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}

/** The files are whole either way: a journal that cannot be written to is said, not hidden. */
function writeEntry(
  file: string,
  { format, from, to }: ExportOptions,
  files: readonly WholeFile[],
): string | null {
  const opened = openJournal({ path: file, now: () => Date.now() });
  if (!opened.ok) return `The files are whole, but the journal does not say so: ${opened.error.detail}`;
  try {
    const written = opened.value.write(null, (tx) =>
      tx.append('journal.exported', { format, from, to, files: [...files] }),
    );
    return written.ok
      ? null
      : `The files are whole, but the journal does not say so: ${written.error.detail}`;
  } finally {
    opened.value.close();
  }
}

/** Checks an exported file; null when the name is not one of an export. */
export function verifyExportCommand(file: string): Said | null {
  const kind = kindOfExport(file);
  if (kind === null) return null;
  const { checked, wrong } = checkExport(file, kind);
  return { lines: [...checked.map((one) => `Checked: ${one}`), ...wrong.slice(1)], wrong: wrong[0] ?? null };
}
