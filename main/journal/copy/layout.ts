import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * What lies in a copy's folder. The journal's copy is two things: a whole journal as of one moment, made anew seldom,
 * and the entries since then, one a line, which is all that is written from minute to minute.
 */
export const copyFiles = {
  journal: 'journal.sqlite',
  /** Whose copy it is, how far it goes, and whether a till was restored from it. */
  about: 'copy.json',
  settings: 'settings.json',
  identity: 'identity.json',
} as const;

const linesForm = /^entries-after-(\d{1,15})\.jsonl$/;

/** The folder of a till's copy, within the place that the shop chose. */
export function copyFolder(place: string, tillId: string): string {
  return path.join(place, `kvitt-${tillId}`);
}

/** The file of the entries that came after the entry `seq`. */
export function linesFile(folder: string, seq: number): string {
  return path.join(folder, `entries-after-${String(seq)}.jsonl`);
}

/** The files of entries in a copy, the oldest first, each with the entry that it goes on from. */
export function linesFiles(folder: string): { readonly file: string; readonly after: number }[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const after = linesForm.exec(name)?.[1];
      return after === undefined ? [] : [{ file: path.join(folder, name), after: Number(after) }];
    })
    .sort((a, b) => a.after - b.after);
}
