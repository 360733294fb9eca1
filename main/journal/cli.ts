import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type Database from 'better-sqlite3';
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

verify   reads the whole journal and says what is wrong first, if anything is
rebuild  makes the tables again that are made from the entries (not while the till runs)
recover  sets a damaged journal aside and makes a new one of what is whole in it (not while the till runs)
show     prints the entries, one a line

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
      return reading(asked.file, (db) => sayVerified(db, asked.file));
    case 'rebuild':
      return sayRebuilt(asked.file);
    case 'recover':
      return sayRecovered(asked.file);
    case 'show':
      return reading(asked.file, async (db) => {
        await print(show(db, asked));
        return 0 as const;
      });
  }
}

interface Asked {
  readonly command: 'verify' | 'rebuild' | 'recover' | 'show';
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly json: boolean;
}

function readArguments(given: string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [command, file, ...more] = positionals;
    if (!isCommand(command)) return null;
    if (file === undefined || more.length > 0) return null;
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

function isCommand(given: string | undefined): given is Asked['command'] {
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
