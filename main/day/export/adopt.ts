import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '../../journal/entries/till.ts';
import type { WholeFile } from './files.ts';
import { tableNames } from './tables.ts';
import { voucherNames } from './voucher-files.ts';

/** How the files of a form end, each of which must be there. */
const endings: Readonly<Record<ExportFormat, readonly string[]>> = {
  saft: ['.xml'],
  jsonl: ['_journal.jsonl'],
  csv: tableNames.map((name) => `_${name}.csv`),
  voucher: voucherNames.map((name) => `_${name}.csv`),
};

/** Takes away what a crash left half written in a folder that only this till writes to. */
export async function removeParts(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (name.startsWith('.') && name.endsWith('.part')) await rm(path.join(folder, name), { force: true });
  }
}

/**
 * The files of a form that lie whole in a folder already, each with the SHA-256 beside it: the till was stopped between
 * writing them and saying so in the journal. Null when any is missing or is not what was written.
 */
export async function wholeFilesIn(folder: string, format: ExportFormat): Promise<WholeFile[] | null> {
  const names = await namesIn(folder);
  const files: WholeFile[] = [];
  for (const ending of endings[format]) {
    const its = names.filter((name) => !name.startsWith('.') && name.endsWith(ending));
    if (its.length === 0) return null;
    for (const name of its) {
      const whole = await wholeFile(path.join(folder, name));
      if (whole === null) return null;
      files.push({ name, ...whole });
    }
  }
  return files;
}

async function wholeFile(file: string): Promise<Omit<WholeFile, 'name'> | null> {
  const said = await readFile(`${file}.sha256`, 'utf8').catch(() => null);
  if (said === null) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const sha256 = hash.digest('hex');
  return said.startsWith(`${sha256} `) ? { bytes: (await stat(file)).size, sha256 } : null;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
