import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { replaceFile } from '../../install/file.ts';
import { entryRows } from '../entry.ts';
import { journalError } from '../error.ts';
import { openForReading } from '../open.ts';
import { type CopyAbout, readAbout, takenBy, writeAbout } from './about.ts';
import { copyFiles, copyFolder, linesFile, linesFiles } from './layout.ts';
import { addLines, endOf, isAsLeft, type Link, LinesDamaged } from './lines.ts';
import { copyWhole, CopyWrong, hashAt, newest } from './whole.ts';

/** What is copied, and where to. */
export interface CopyOrder {
  /** The install's folder, with journal, settings and identity. */
  readonly from: string;
  /** The folder that the shop chose. */
  readonly place: string;
  /** The place was on another disk than the till when it was chosen: if it is not now, the disk is not plugged in. */
  readonly anotherDisk: boolean;
  readonly tillId: string;
  readonly install: string;
  readonly machine: string;
}

/** What became of one round of copying. `at`: when everything the journal held was in the copy. */
export type Copied =
  | { readonly kind: 'kept'; readonly seq: number; readonly at: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'taken'; readonly machine: string; readonly at: string }
  | { readonly kind: 'failed'; readonly why: 'full' | 'not-writable' | 'wrong'; readonly detail: string };

/** A copy that was looked at: where its entries end. */
interface Standing {
  readonly whole: string;
  readonly file: string;
  readonly bytes: number;
  readonly last: Link;
  /** Entries that lie in lines and not in the whole journal. */
  readonly lines: number;
}

/** So many entries in lines make a restore slow: then a whole journal is copied again. */
const mostLines = 200_000;

/** Keeps one copy; it remembers where the copy ended, and looks again when the copy is not as it left it. */
export interface CopyKeeper {
  /** Brings the copy up to the journal. Takes as long as the disks need: never to be called where the till sells. */
  round(order: CopyOrder): Promise<Copied>;
}

export function createCopyKeeper(parts: {
  readonly now: () => string;
  readonly onProgress: (percent: number) => void;
}): CopyKeeper {
  let standing: Standing | null = null;

  async function copy(order: CopyOrder, db: Database.Database): Promise<Copied> {
    const folder = copyFolder(order.place, order.tillId);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    let about = readAbout(folder);
    if (about.ok && about.value !== null) {
      const other = takenBy(about.value, order.install);
      if (other !== null) return { kind: 'taken', machine: other.machine, at: other.at };
    }
    const whole = path.join(folder, copyFiles.journal);
    if (standing === null || standing.whole !== whole || !isAsLeft(standing.file, standing.bytes))
      standing = existsSync(whole) ? look(folder, db) : null;
    if (standing === null && (existsSync(whole) || !about.ok)) {
      setAside(folder, parts.now());
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      about = { ok: true, value: null };
    }
    if (standing === null || standing.lines > mostLines) standing = await anew(folder, db);
    standing = addNew(standing, db);
    for (const name of [copyFiles.settings, copyFiles.identity]) takeAlong(order.from, folder, name);
    const before = about.ok ? about.value : null;
    const at = parts.now();
    if (before?.seq !== standing.last.seq || before.taken !== null) {
      const said: CopyAbout = {
        format: 1,
        tillId: order.tillId,
        install: order.install,
        machine: order.machine,
        seq: standing.last.seq,
        copiedAt: at,
        restored: before?.restored ?? 0,
        taken: null,
      };
      const written = writeAbout(folder, said);
      if (!written.ok) return { kind: 'failed', why: 'not-writable', detail: written.error };
    }
    return { kind: 'kept', seq: standing.last.seq, at };
  }

  async function anew(folder: string, db: Database.Database): Promise<Standing> {
    const whole = path.join(folder, copyFiles.journal);
    const last = await copyWhole(db, whole, parts.onProgress);
    const file = linesFile(folder, last.seq);
    const old = linesFiles(folder).filter((one) => one.file !== file);
    const { bytes } = addLines(file, 0, []);
    for (const one of old) rmSync(one.file, { force: true });
    return { whole, file, bytes, last, lines: 0 };
  }

  return {
    round: async (order) => {
      if (!isThere(order)) {
        standing = null;
        return { kind: 'missing' };
      }
      const opened = openForReading(path.join(order.from, copyFiles.journal));
      if (!opened.ok) return { kind: 'failed', why: 'wrong', detail: opened.error.detail };
      try {
        return await copy(order, opened.value);
      } catch (thrown) {
        standing = null;
        return failed(thrown);
      } finally {
        opened.value.close();
      }
    },
  };
}

/** Whether the place is there, and is still the disk that was chosen rather than an empty folder in its stead. */
function isThere({ place, anotherDisk, from }: CopyOrder): boolean {
  try {
    const there = statSync(place);
    return there.isDirectory() && !(anotherDisk && there.dev === statSync(from).dev);
  } catch {
    return false;
  }
}

/** Where a copy from before ends; null when it is not of this journal, or holds what the journal has lost. */
function look(folder: string, db: Database.Database): Standing | null {
  const whole = path.join(folder, copyFiles.journal);
  const opened = openForReading(whole);
  if (!opened.ok) return null;
  let base: Link;
  try {
    base = newest(opened.value);
  } finally {
    opened.value.close();
  }
  const files = linesFiles(folder).filter(({ after }) => after <= base.seq);
  const newestFile = files.at(-1)?.file;
  if (newestFile === undefined) return null;
  try {
    const { last, bytes } = endOf(newestFile, base);
    const end = last ?? base;
    if (hashAt(db, base.seq) !== base.hash || hashAt(db, end.seq) !== end.hash) return null;
    return { whole, file: newestFile, bytes, last: end, lines: end.seq - base.seq };
  } catch (thrown) {
    if (thrown instanceof LinesDamaged) return null;
    throw thrown;
  }
}

/** What may hold entries that are nowhere else is never written over. */
function setAside(folder: string, now: string): void {
  renameSync(folder, `${folder}.set-aside-${now.replaceAll(/[:.]/g, '')}`);
}

function addNew(standing: Standing, db: Database.Database): Standing {
  const { last, bytes } = addLines(standing.file, standing.bytes, entryRows(db, standing.last.seq + 1));
  if (last === null) return { ...standing, bytes };
  return { ...standing, bytes, last, lines: standing.lines + last.seq - standing.last.seq };
}

/** Copies a small file when it differs. One that is not there (nothing was ever set) is nothing to copy. */
function takeAlong(from: string, folder: string, name: string): void {
  const here = path.join(from, name);
  if (!existsSync(here)) return;
  const content = readFileSync(here);
  const there = path.join(folder, name);
  if (existsSync(there) && readFileSync(there).equals(content)) return;
  const written = replaceFile(there, content);
  if (!written.ok) throw new CopyWrong(written.error);
}

function failed(thrown: unknown): Copied {
  if (thrown instanceof CopyWrong || thrown instanceof LinesDamaged)
    return { kind: 'failed', why: 'wrong', detail: thrown.message };
  const error = journalError(thrown);
  if (error !== null) {
    const why =
      error.code === 'JOURNAL-FULL' ? 'full' : error.code === 'JOURNAL-BROKEN' ? 'wrong' : 'not-writable';
    return { kind: 'failed', why, detail: error.detail };
  }
  throw thrown;
}
