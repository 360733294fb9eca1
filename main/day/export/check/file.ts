import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { checkEntryLines } from './entry-lines.ts';
import type { CheckReport } from './findings.ts';
import { checkSaft } from './saft.ts';

const chunkBytes = 256 * 1024;

/** What an exported file is, by its name; null for anything else, a journal among it. */
export function kindOfExport(file: string): 'saft' | 'jsonl' | 'table' | null {
  switch (path.extname(file).toLowerCase()) {
    case '.xml':
      return 'saft';
    case '.jsonl':
      return 'jsonl';
    case '.csv':
      return 'table';
    default:
      return null;
  }
}

/** Checks an exported file, and its SHA-256 against the file beside it. Throws when it cannot be read. */
export function checkExport(file: string, kind: 'saft' | 'jsonl' | 'table'): CheckReport {
  const digest = checkDigest(file);
  const inside = checkInside(file, kind);
  return { checked: [...inside.checked, ...digest.checked], wrong: [...inside.wrong, ...digest.wrong] };
}

function checkInside(file: string, kind: 'saft' | 'jsonl' | 'table'): CheckReport {
  switch (kind) {
    case 'saft':
      return checkSaft(textsOf(file));
    case 'jsonl':
      return checkEntryLines(textsOf(file));
    case 'table':
      return { checked: [], wrong: [] };
  }
}

function checkDigest(file: string): CheckReport {
  const hash = createHash('sha256');
  for (const bytes of chunksOf(file)) hash.update(bytes);
  const sha256 = hash.digest('hex');
  const beside = `${file}.sha256`;
  if (!existsSync(beside)) {
    return { checked: [`SHA-256 ${sha256}: no .sha256 file lies beside it to compare with.`], wrong: [] };
  }
  const said = readFileSync(beside, 'utf8').split(/\s/)[0];
  const wrong = said === sha256 ? [] : ['The file is not the one that was exported: its SHA-256 is another.'];
  return { checked: [`SHA-256 ${sha256}, as the .sha256 file beside it says.`].slice(wrong.length), wrong };
}

function* textsOf(file: string): Generator<string> {
  const decoder = new StringDecoder('utf8');
  for (const bytes of chunksOf(file)) yield decoder.write(bytes);
}

/** The bytes of a file; each chunk is good until the next one is asked for. */
function* chunksOf(file: string): Generator<Buffer> {
  const buffer = Buffer.alloc(chunkBytes);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const read = readSync(descriptor, buffer);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}
