import { z } from 'zod';
import { beforeFirst, hashOf, toEntry } from '../../../journal/entry.ts';
import { createReceiptWalk } from '../../../journal/verify/receipts.ts';
import { type CheckReport, Findings } from './findings.ts';

const lineField = z.strictObject({
  previous: z.string(),
  seq: z.int().positive(),
  at: z.string(),
  kind: z.string(),
  operator: z.string().nullable(),
  body: z.string(),
  hash: z.string(),
});

/**
 * Checks entries that were exported as JSON Lines: the chain of hashes, and each body. Receipts and their signatures are
 * checked where the file begins with the first entry: before that nothing says which keys there are.
 */
export function checkEntryLines(texts: Iterable<string>): CheckReport {
  const findings = new Findings();
  const receipts = createReceiptWalk();
  let before: Before | null = null;
  let first = 0;
  let entries = 0;

  for (const text of linesOf(texts)) {
    const line = readLine(text);
    if (line === null) {
      findings.add(`Line ${entries + 1} is no entry.`);
      break;
    }
    if (before === null) first = line.seq;
    const expected: Before = before ?? { seq: first - 1, hash: first === 1 ? beforeFirst : line.previous };
    if (line.seq !== expected.seq + 1) {
      findings.add(`Entry ${line.seq} follows entry ${expected.seq}: entries were removed or reordered.`);
      break;
    }
    if (line.previous !== expected.hash || line.hash !== hashOf(expected.hash, line)) {
      findings.add(`Entry ${line.seq} was changed, or something before it was.`);
      break;
    }
    const wrong = wrongIn(line, first === 1 ? receipts : null);
    if (wrong !== null) {
      findings.add(wrong);
      break;
    }
    before = { seq: line.seq, hash: line.hash };
    entries += 1;
  }
  return {
    checked: [
      `${entries} entries${before === null ? '' : ` (${first} to ${before.seq})`}: the chain of their hashes, and their shapes.`,
      first === 1
        ? `${receipts.receipts()} receipts: numbers without a gap, and the chain of signatures.`
        : 'Receipts and signatures were not checked: the file does not begin with the first entry.',
      `Last hash: ${before?.hash ?? 'none'}. Compare it with the journal's or another copy's.`,
    ],
    wrong: findings.wrong,
  };
}

interface Before {
  readonly seq: number;
  readonly hash: string;
}

type Line = z.infer<typeof lineField>;

function readLine(text: string): Line | null {
  try {
    const parsed = lineField.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function wrongIn(line: Line, receipts: ReturnType<typeof createReceiptWalk> | null): string | null {
  try {
    const entry = toEntry(line);
    return receipts?.check(entry) ?? null;
  } catch {
    return `Entry ${line.seq} cannot be what the till wrote.`;
  }
}

function* linesOf(texts: Iterable<string>): Generator<string> {
  let rest = '';
  for (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
