import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type CopyAbout,
  copyFiles,
  type Restored,
  readAbout,
  restoreJournal,
  writeAbout,
} from '../journal/copy/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { RestoreSwitch } from './arguments.ts';
import { diskWords, replaceFile } from './file.ts';
import { installIdOf, parseIdentity } from './identity.ts';
import type { CopyRefusal } from './copy-refusal.ts';
import type { Refusal } from './refusal.ts';
import { parseSettings } from './settings-file.ts';

/** Where the till is restored, and by which machine. */
export interface RestoreParts {
  readonly folder: string;
  readonly machine: string;
  /** UTC ISO 8601. */
  readonly now: string;
}

/** What makes a folder one of a till: none of it may be there before. */
const ofATill = ['journal.sqlite', 'settings.json', 'identity.json', 'secrets.bin'];

/**
 * Sets this till up as another one was, from its second copy. The journal is made and read through first; the copy is
 * marked as taken before this till comes into being, so that no two go on from it by accident. The settings come last:
 * without them there is no till.
 */
export function restoreTill(
  asked: Exclude<RestoreSwitch, { kind: 'absent' }>,
  parts: RestoreParts,
): Result<Restored, Refusal> {
  if (asked.kind === 'empty') return refused({ kind: 'not-named' });
  if (asked.kind === 'wrong-number') return refused(asked);
  const found = findCopy(resolve(asked.folder));
  if (!found.ok) return found;
  const { copy, about, tillId, settings } = found.value;
  const taken = about?.taken ?? null;
  if (taken !== null && !asked.again)
    return refused({ kind: 'taken', folder: copy, machine: taken.machine, at: taken.at });
  const there = ofATill.find((name) => existsSync(join(parts.folder, name)));
  if (there !== undefined) return refused({ kind: 'folder-in-use', folder: parts.folder, file: there });

  const fresh = join(parts.folder, 'restoring');
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
  } catch (thrown) {
    return err({ kind: 'not-kept', detail: diskWords(thrown) });
  }
  const journal = join(fresh, copyFiles.journal);
  const restored = restoreJournal({
    copy,
    target: journal,
    machine: parts.machine,
    now: parts.now,
    copiedAt: about?.copiedAt ?? null,
    restored: about?.restored ?? 0,
    lastReceipt: asked.lastReceipt,
  });
  if (!restored.ok) return refused({ kind: 'wrong', folder: copy, detail: restored.error });

  const identity = { tillId, installedAt: parts.now };
  const marked = writeAbout(copy, {
    format: 1,
    tillId,
    install: about?.install ?? '',
    machine: about?.machine ?? '',
    seq: restored.value.copiedTo,
    copiedAt: about?.copiedAt ?? parts.now,
    restored: (about?.restored ?? 0) + 1,
    taken: { install: installIdOf(identity), machine: parts.machine, at: parts.now },
  });
  if (!marked.ok) return refused({ kind: 'not-marked', folder: copy, detail: marked.error });
  return putInPlace(parts.folder, journal, identity, settings, restored.value);
}

function refused(why: CopyRefusal['why']): Result<never, Refusal> {
  return err({ kind: 'copy', why });
}

function putInPlace(
  folder: string,
  journal: string,
  identity: { readonly tillId: string; readonly installedAt: string },
  settings: Buffer,
  restored: Restored,
): Result<Restored, Refusal> {
  const steps = [
    () => replaceFile(join(folder, copyFiles.identity), `${JSON.stringify(identity, null, 2)}\n`),
    () => replaceFile(join(folder, copyFiles.settings), settings),
  ];
  try {
    renameSync(journal, join(folder, copyFiles.journal));
  } catch (thrown) {
    return err({ kind: 'not-kept', detail: diskWords(thrown) });
  }
  for (const step of steps) {
    const done = step();
    if (!done.ok) return err({ kind: 'not-kept', detail: done.error });
  }
  rmSync(join(folder, 'restoring'), { recursive: true, force: true });
  return ok(restored);
}

type Found = {
  readonly copy: string;
  readonly about: CopyAbout | null;
  readonly tillId: string;
  readonly settings: Buffer;
};

/** The copy in a folder, or in the one folder of a copy below it, as the shop's place holds it. */
function findCopy(folder: string): Result<Found, Refusal> {
  const missing = (detail: string): Result<never, Refusal> => refused({ kind: 'missing', folder, detail });
  try {
    const below = readdirSync(folder).filter((name) => existsSync(join(folder, name, copyFiles.about)));
    const copy = existsSync(join(folder, copyFiles.journal)) ? folder : join(folder, below[0] ?? '');
    if (copy !== folder && below.length !== 1) return missing(below.join(', '));
    const settings = readFileSync(join(copy, copyFiles.settings));
    const installed = parseSettings(JSON.parse(settings.toString('utf8')));
    if (!installed.ok) return missing(`${copyFiles.settings}: ${installed.error}`);
    const identity = parseIdentity(readFileSync(join(copy, copyFiles.identity), 'utf8'));
    if (!identity.ok) return missing(`${copyFiles.identity}: ${identity.error}`);
    const about = readAbout(copy);
    if (!about.ok) return missing(about.error);
    return ok({ copy, about: about.value, tillId: identity.value.tillId, settings });
  } catch (thrown) {
    return missing(diskWords(thrown));
  }
}
