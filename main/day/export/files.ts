import { createHash, type Hash } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../result.ts';

export interface ExportError {
  readonly code:
    'EXPORT-EMPTY' | 'EXPORT-EXISTS' | 'EXPORT-FULL' | 'EXPORT-NOT-WRITABLE' | 'EXPORT-CANCELLED';
  readonly detail: string;
}

/** A file that lies whole where it was asked for. */
export interface WholeFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface FileToWrite {
  readonly name: string;
  /** Texts one after the other; each may be empty. */
  texts(): Iterable<string>;
}

export interface Writing {
  readonly folder: string;
  readonly isCancelled: () => boolean;
  /** Lets everything else have its turn: called every few milliseconds of work. */
  readonly pause: () => Promise<void>;
}

/** Written at once, so that a disk or a share is not asked for every line. */
const chunkBytes = 256 * 1024;

/**
 * Writes files beside their places and puts them there when all of them are whole and on disk, each with its SHA-256 in
 * a file of its own. Nothing that lies there is written over; when anything fails, nothing is left behind.
 */
export async function writeFiles(
  files: readonly FileToWrite[],
  writing: Writing,
): Promise<Result<WholeFile[], ExportError>> {
  const { folder } = writing;
  const begun: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const { name } of files.flatMap(withDigest)) {
      if (await exists(path.join(folder, name))) return err({ code: 'EXPORT-EXISTS', detail: name });
    }
    const whole: WholeFile[] = [];
    for (const file of files) {
      const written = await writeBeside(file, writing, begun);
      if (written === null) return err(await leaveNothing(begun, cancelled));
      whole.push(written);
    }
    for (const file of whole) {
      const text = `${file.sha256}  ${file.name}\n`;
      await writeBeside({ name: digestName(file.name), texts: () => [text] }, writing, begun);
    }
    for (const { name } of files.flatMap(withDigest)) await putInPlace(path.join(folder, name), begun);
    return ok(whole);
  } catch (thrown) {
    const error = exportError(thrown);
    await leaveNothing(begun, error ?? cancelled);
    if (error === null) throw thrown;
    return err(error);
  }
}

const cancelled: ExportError = { code: 'EXPORT-CANCELLED', detail: '' };

function digestName(name: string): string {
  return `${name}.sha256`;
}

function withDigest({ name }: { readonly name: string }): { readonly name: string }[] {
  return [{ name }, { name: digestName(name) }];
}

function beside(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.part`);
}

/** Null when it was called off. */
async function writeBeside(
  file: FileToWrite,
  { folder, isCancelled, pause }: Writing,
  begun: string[],
): Promise<WholeFile | null> {
  const part = beside(path.join(folder, file.name));
  const handle = await open(part, 'wx', 0o600);
  begun.push(part);
  try {
    const out = createOut(handle);
    const clock = createTurn();
    for (const text of file.texts()) {
      if (out.add(text)) await out.flush();
      if (clock.isOver()) {
        if (isCancelled()) return null;
        await pause();
        clock.begin();
      }
    }
    await out.flush();
    await handle.sync();
    return { name: file.name, ...out.written() };
  } finally {
    await handle.close();
  }
}

/** How long (ms) an export works before everything else has its turn. */
const turnMs = 8;

function createTurn(): { isOver(): boolean; begin(): void } {
  let begun = performance.now();
  return {
    isOver: () => performance.now() - begun >= turnMs,
    begin: () => {
      begun = performance.now();
    },
  };
}

interface Out {
  /** True when there is enough to write. */
  add(text: string): boolean;
  flush(): Promise<void>;
  written(): { bytes: number; sha256: string };
}

function createOut(handle: FileHandle): Out {
  const hash: Hash = createHash('sha256');
  let waiting = '';
  let bytes = 0;
  return {
    add: (text) => {
      waiting += text;
      return waiting.length >= chunkBytes;
    },
    flush: async () => {
      const chunk = Buffer.from(waiting, 'utf8');
      waiting = '';
      hash.update(chunk);
      await handle.appendFile(chunk);
      bytes += chunk.length;
    },
    written: () => ({ bytes, sha256: hash.digest('hex') }),
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

async function leaveNothing(begun: readonly string[], error: ExportError): Promise<ExportError> {
  for (const file of begun) await rm(file, { force: true });
  return error;
}

function hasCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}

/** What the file system threw, in its own words; null for anything else, which is a programming error. */
function exportError(thrown: unknown): ExportError | null {
  if (!(thrown instanceof Error && 'syscall' in thrown)) return null;
  const isFolder = thrown.syscall === 'mkdir';
  if (!isFolder && hasCode(thrown, 'EEXIST')) return { code: 'EXPORT-EXISTS', detail: thrown.message };
  const full = hasCode(thrown, 'ENOSPC') || hasCode(thrown, 'EDQUOT');
  return { code: full ? 'EXPORT-FULL' : 'EXPORT-NOT-WRITABLE', detail: thrown.message };
}
