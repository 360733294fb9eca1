import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../../install/file.ts';
import { err, ok, type Result } from '../../result.ts';
import { instantField } from '../entries/fields.ts';
import { copyFiles } from './layout.ts';

const about = z.strictObject({
  format: z.literal(1),
  tillId: z.string(),
  /** The install whose copy this is: another install of the same till keeps away from it. */
  install: z.string(),
  machine: z.string(),
  /** The last entry that the copy held when it was last written to, and when that was. */
  seq: z.int().nonnegative(),
  copiedAt: instantField,
  /** How often a till was restored from it: each time the numbers leave room for the ones before. */
  restored: z.int().nonnegative(),
  /** The install that was restored from it last; null again when that install keeps it up to date. */
  taken: z.strictObject({ install: z.string(), machine: z.string(), at: instantField }).nullable(),
});

/** What a copy says of itself. */
export type CopyAbout = z.infer<typeof about>;

/** Reads it; null when the copy has never been whole. The error is the disk's words, or the fields that do not fit. */
export function readAbout(folder: string): Result<CopyAbout | null, string> {
  let text: string;
  try {
    text = readFileSync(path.join(folder, copyFiles.about), 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return parseAbout(text);
}

/** Checks what a copy says of itself. The error names the fields that do not fit. */
export function parseAbout(text: string): Result<CopyAbout, string> {
  try {
    const parsed = about.safeParse(JSON.parse(text));
    return parsed.success
      ? ok(parsed.data)
      : err(parsed.error.issues.map(({ path: at }) => at.join('.')).join(', '));
  } catch {
    return err(`${copyFiles.about} is not JSON`);
  }
}

export function writeAbout(folder: string, said: CopyAbout): Result<void, string> {
  return replaceFile(path.join(folder, copyFiles.about), `${JSON.stringify(said, null, 2)}\n`);
}

/** The install that has this copy now, when it is not `install`. */
export function takenBy(
  said: CopyAbout,
  install: string,
): { readonly machine: string; readonly at: string } | null {
  if (said.taken !== null) return said.taken.install === install ? null : said.taken;
  return said.install === install ? null : { machine: said.machine, at: said.copiedAt };
}
