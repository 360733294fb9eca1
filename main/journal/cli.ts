import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type Database from 'better-sqlite3';
import {
  exportCommand,
  type ExportOptions,
  readExportOptions,
  type Said,
  verifyExportCommand,
} from '../day/export/command.ts';
import { journalError } from './error.ts';
import { openForReading } from './open.ts';
import { rebuildFile } from './rebuild.ts';
import { recoverJournal } from './recover.ts';
import { show } from './show.ts';
import { verify } from './verify/index.ts';

const usage = `Usage: npm run journal -- verify FILE
       npm run journal -- rebuild FILE
       npm run journal -- recover FILE
       npm run journal -- show FILE [--from N] [--to N] [--json]
       npm run journal -- export FILE --from DATE --to DATE --format saft|csv|jsonl|voucher
                                 [--out FOLDER] [--accounts FILE] [--no-entry]

verify   reads the whole journal, or a file that was exported, and says what is wrong first, if anything is
rebuild  makes the tables again that are made from the entries (not while the till runs)
recover  sets a damaged journal aside and makes a new one of what is whole in it (not while the till runs)
show     prints the entries, one a line
export   takes whole days (YYYY-MM-DD, both included) out of a journal into files, and writes that down in the journal;
         --no-entry leaves the journal as it is, --accounts names a JSON file of account numbers for vouchers instead of
         those in the till's settings

Exit codes: 0 done, 1 found something wrong (said on the last line), 2 wrong usage.`;

type ExitCode = 0 | 1 | 2;

async function main(): Promise<ExitCode> {
  const asked = readArguments(process.argv.slice(2));
  if (asked === null) {
    console.error(usage);
    return 2;
  }
  switch (asked.command) {
    case 'verify':
      return (
        sayChecked(verifyExportCommand(asked.file)) ??
        reading(asked.file, (db) => sayVerified(db, asked.file))
      );
    case 'rebuild':
      return sayRebuilt(asked.file);
    case 'recover':
      return sayRecovered(asked.file);
    case 'show':
      return reading(asked.file, async (db) => {
        await print(show(db, asked));
        return 0 as const;
      });
    case 'export':
      return sayExported(await exportCommand(asked.file, asked.options));
  }
}

type Asked =
  | {
      readonly command: 'verify' | 'rebuild' | 'recover' | 'show';
      readonly file: string;
      readonly from: number;
      readonly to: number;
      readonly json: boolean;
    }
  | { readonly command: 'export'; readonly file: string; readonly options: ExportOptions };

function readArguments(given: string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean' },
        format: { type: 'string' },
        out: { type: 'string' },
        accounts: { type: 'string' },
        'no-entry': { type: 'boolean' },
      },
    });
    const [command, file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    if (command === 'export') {
      const options = readExportOptions(values);
      return options === null ? null : { command, file, options };
    }
    if (!isCommand(command)) return null;
    if (Object.keys(values).some((name) => !showOptions.includes(name))) return null;
    if (command !== 'show' && Object.keys(values).length > 0) return null;
    const from = entryNumber(values.from, 1);
    const to = entryNumber(values.to, Number.MAX_SAFE_INTEGER);
    if (from === null || to === null) return null;
    return { command, file, from, to, json: values.json ?? false };
  } catch {
    return null;
  }
}

const commands: readonly string[] = ['verify', 'rebuild', 'recover', 'show'];
const showOptions: readonly string[] = ['from', 'to', 'json'];

function isCommand(given: string | undefined): given is Exclude<Asked['command'], 'export'> {
  return given !== undefined && commands.includes(given);
}

function entryNumber(given: string | undefined, otherwise: number): number | null {
  if (given === undefined) return otherwise;
  return /^[1-9]\d{0,14}$/.test(given) ? Number(given) : null;
}

async function reading(
  file: string,
  work: (db: Database.Database) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = openForReading(file);
  if (!opened.ok) return wrong(`${file} cannot be read: ${opened.error.detail}`);
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}

function sayVerified(db: Database.Database, file: string): ExitCode {
  const report = verify(db);
  const whole = report.wrong === null ? '' : ' before the first that is wrong';
  console.log(
    `${path.basename(file)}: ${report.entries} entries and ${report.receipts} signed receipts read${whole}.`,
  );
  console.log(`Last of them: entry ${report.last.seq}, hash ${report.last.hash}`);
  if (report.wrong !== null) return wrong(report.wrong);
  console.log(
    'A file whose newest entries were cut off looks whole: compare the last entry with a copy or a report.',
  );
  console.log('OK: no entry was changed, removed, added or reordered.');
  return 0;
}

function sayExported({ lines, wrong: sentence }: Said): ExitCode {
  for (const line of lines) console.log(line);
  if (sentence !== null) return wrong(sentence);
  console.log('OK: every file is whole, with its SHA-256 in a file beside it.');
  return 0;
}

function sayChecked(said: Said | null): ExitCode | null {
  if (said === null) return null;
  for (const line of said.lines) console.log(line);
  if (said.wrong !== null) return wrong(said.wrong);
  console.log('OK: the file is whole, and nothing in it contradicts the rest of it.');
  return 0;
}

function sayRebuilt(file: string): ExitCode {
  const rebuilt = rebuildFile(file);
  if (!rebuilt.ok) return wrong(`${file} was left as it was: ${rebuilt.error.detail}`);
  console.log(`OK: the tables were made again from ${rebuilt.value} entries.`);
  return 0;
}

/** A journal that is whole is left in its place: recovering is for one that is not. */
function sayRecovered(file: string): ExitCode {
  if (isWhole(file)) {
    console.log('OK: nothing is wrong with this journal; it was left as it was.');
    return 0;
  }
  const recovered = recoverJournal({ path: file, now: Date.now });
  if (!recovered.ok) return wrong(`${file} was left as it was: ${recovered.error.detail}`);
  const { setAside, lastGoodSeq, lostFromSeq, reason } = recovered.value;
  console.log(`The damaged file is kept beside it as ${setAside}.`);
  console.log(`What was wrong: ${reason}`);
  const lost =
    lostFromSeq === null
      ? 'no entry was lost'
      : `entries from ${lostFromSeq} on are only in the damaged file`;
  console.log(`OK: entries 1 to ${lastGoodSeq} were kept, ${lost}.`);
  return 0;
}

function isWhole(file: string): boolean {
  const opened = openForReading(file);
  if (!opened.ok) return false;
  try {
    return verify(opened.value).wrong === null;
  } catch (thrown) {
    if (journalError(thrown) === null) throw thrown;
    return false;
  } finally {
    opened.value.close();
  }
}

async function print(lines: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
  } catch (thrown) {
    // The reader of a pipe (head, less) had enough.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE')) throw thrown;
  }
}

function wrong(sentence: string): ExitCode {
  console.log(`WRONG: ${sentence}`);
  return 1;
}

try {
  process.exitCode = await main();
} catch (thrown) {
  process.exitCode = wrong(thrown instanceof Error ? thrown.message.replaceAll(/\s+/g, ' ') : String(thrown));
}
