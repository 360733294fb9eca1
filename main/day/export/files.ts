import { createHash, type Hash } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../result.ts';
import type { Piece } from './piece.ts';

/** Something was sold with a VAT rate that the shop's accounts do not know. */
export class NoAccount extends Error {
  readonly rate: string;

  constructor(rate: string) {
    super(`No account is set for the VAT rate ${rate}`);
    this.rate = rate;
  }
}

export interface ExportError {
  readonly code:
    | 'EXPORT-EMPTY'
    | 'EXPORT-EXISTS'
    | 'EXPORT-NO-ACCOUNT'
    | 'EXPORT-FULL'
    | 'EXPORT-NOT-WRITABLE'
    | 'EXPORT-CANCELLED';
  readonly detail: string;
}

/** A file that lies whole where it was asked for. */
export interface WholeFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Writing {
  readonly folder: string;
  readonly isCancelled: () => boolean;
  /** Lets everything else have its turn: called every few milliseconds of work. */
  readonly pause: () => Promise<void>;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** A few milliseconds of work: then everything else has its turn. */
const piecesATurn = 100;
/** Written at once, so that a disk or a share is not asked for every line. */
const chunkBytes = 256 * 1024;

/**
 * Writes files beside their places and puts them there when all of them are whole and on disk, each with its SHA-256 in
 * a file of its own. Nothing that lies there is written over; when anything fails, nothing is left behind.
 */
export async function writeFiles(
  names: readonly string[],
  pieces: Iterable<Piece>,
  writing: Writing,
): Promise<Result<WholeFile[], ExportError>> {
  const { folder } = writing;
  const all = names.flatMap((name) => [name, digestName(name)]);
  const begun: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const name of all) {
      if (await exists(path.join(folder, name))) return err({ code: 'EXPORT-EXISTS', detail: name });
    }
    const whole = await writeBeside(names, pieces, writing, begun);
    if (whole === null) {
      await leaveNothing(begun);
      return err({ code: 'EXPORT-CANCELLED', detail: '' });
    }
    const digests = whole.map(({ name, sha256 }, file) => ({ file, text: `${sha256}  ${name}\n`, done: 1 }));
    await writeBeside(names.map(digestName), digests, { ...writing, isCancelled: () => false }, begun);
    for (const name of all) await putInPlace(path.join(folder, name), begun);
    return ok(whole);
  } catch (thrown) {
    await leaveNothing(begun);
    const error = exportError(thrown);
    if (error === null) throw thrown;
    return err(error);
  }
}

function digestName(name: string): string {
  return `${name}.sha256`;
}

function beside(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.part`);
}

/** Null when it was called off. */
async function writeBeside(
  names: readonly string[],
  pieces: Iterable<Piece>,
  { folder, isCancelled, pause, onProgress }: Writing,
  begun: string[],
): Promise<WholeFile[] | null> {
  const outs: Out[] = [];
  try {
    for (const name of names) {
      const part = beside(path.join(folder, name));
      outs.push(createOut(name, await open(part, 'wx', 0o600)));
      begun.push(part);
    }
    let written = 0;
    let done = 0;
    for (const piece of pieces) {
      if (piece !== null) {
        const out = outs[piece.file];
        if (out === undefined) throw new Error(`There is no file ${piece.file}`);
        if (out.add(piece.text)) await out.flush();
        done = piece.done;
      }
      written += 1;
      if (written % piecesATurn !== 0) continue;
      if (isCancelled()) return null;
      onProgress(done);
      await pause();
    }
    if (isCancelled()) return null;
    onProgress(1);
    const whole: WholeFile[] = [];
    for (const out of outs) whole.push(await out.end());
    return whole;
  } finally {
    for (const out of outs) await out.close();
  }
}

interface Out {
  /** True when there is enough to write. */
  add(text: string): boolean;
  flush(): Promise<void>;
  /** Everything is on disk when this resolves. */
  end(): Promise<WholeFile>;
  close(): Promise<void>;
}

function createOut(name: string, handle: FileHandle): Out {
  const hash: Hash = createHash('sha256');
  let waiting = '';
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const chunk = Buffer.from(waiting, 'utf8');
    waiting = '';
    hash.update(chunk);
    await handle.appendFile(chunk);
    bytes += chunk.length;
  };
  return {
    add: (text) => {
      waiting += text;
      return waiting.length >= chunkBytes;
    },
    flush,
    end: async () => {
      await flush();
      await handle.sync();
      return { name, bytes, sha256: hash.digest('hex') };
    },
    close: () => handle.close(),
  };
}

/** A link is refused where a name is taken, a move would take its place; not every disk knows links. */
async function putInPlace(file: string, begun: string[]): Promise<void> {
  const part = beside(file);
  try {
    await link(part, file);
    begun.push(file);
    await rm(part);
  } catch (thrown) {
    if (hasCode(thrown, 'EEXIST') || (await exists(file))) throw thrown;
    await rename(part, file);
    begun.push(file);
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return false;
    throw thrown;
  }
}

async function leaveNothing(begun: readonly string[]): Promise<void> {
  for (const file of begun) await rm(file, { force: true });
}

function hasCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}

/** What the file system threw, in its own words; null for anything else, which is a programming error. */
function exportError(thrown: unknown): ExportError | null {
  if (thrown instanceof NoAccount) return { code: 'EXPORT-NO-ACCOUNT', detail: thrown.rate };
  if (!(thrown instanceof Error && 'syscall' in thrown)) return null;
  const isFolder = thrown.syscall === 'mkdir';
  if (!isFolder && hasCode(thrown, 'EEXIST')) return { code: 'EXPORT-EXISTS', detail: thrown.message };
  const full = hasCode(thrown, 'ENOSPC') || hasCode(thrown, 'EDQUOT');
  return { code: full ? 'EXPORT-FULL' : 'EXPORT-NOT-WRITABLE', detail: thrown.message };
}
