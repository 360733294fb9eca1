import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../clock.ts';
import {
  type Copied,
  copyFiles,
  copyFolder,
  type CopyOrder,
  parseAbout,
  takenBy,
} from '../journal/copy/index.ts';
import type { Log } from '../log.ts';
import { err, type Result } from '../result.ts';
import type { Checked, FromHelper, HelperProcess, ToHelper } from './messages.ts';

/** Where the shop wants its second copy. */
export type CopyPlace = Pick<CopyOrder, 'place' | 'anotherDisk'>;

/** How the copy stands. `at`: when everything in the journal was in the copy, as far as is known since the start. */
export interface CopyStanding {
  readonly at: string | null;
  /** How much of the first, whole copy is made, in percent; null when none is being made. */
  readonly making: number | null;
  /** What the last round came to when it was not a copy. */
  readonly trouble: Exclude<Copied, { kind: 'kept' }> | null;
}

/** The second copy as the till has it: orders for the process that copies, and what that last said. */
export interface Copies {
  keep(place: CopyPlace | null): void;
  /** The other install that has the copy now, as far as the place tells within a moment; null when there is none. */
  takenBy(place: CopyPlace): Promise<{ readonly machine: string; readonly at: string } | null>;
  /** Something was written down: it is copied within seconds. */
  written(): void;
  standing(): CopyStanding;
  onCopied(listener: (copied: Copied) => void): void;
  onChange(listener: () => void): void;
  /** Reads the whole journal through, beside the till. */
  check(): Promise<Result<Checked, string>>;
  /** Copies what is left, as long as that takes no longer than a moment, and ends the process. */
  end(): Promise<void>;
}

/** What is written in one breath is copied in one round (ms). */
const breathMs = 1_500;
const patienceAtStartMs = 2_000;
const patienceAtEndMs = 3_000;
/** A process that died is started again after this long (ms). */
const restartMs = 30_000;

export function createCopies(parts: {
  readonly start: () => HelperProcess;
  readonly order: Omit<CopyOrder, keyof CopyPlace>;
  readonly clock: Clock;
  readonly log: Log;
}): Copies {
  const { clock, log } = parts;
  let helper: HelperProcess | null = null;
  let place: CopyPlace | null = null;
  let standing: CopyStanding = { at: null, making: null, trouble: null };
  let breathing = false;
  let over = false;
  const changed = new Set<() => void>();
  const told = new Set<(copied: Copied) => void>();
  let checking: ((checked: Result<Checked, string>) => void)[] = [];
  let onDone: () => void = () => undefined;

  function become(next: Partial<CopyStanding>): void {
    standing = { ...standing, ...next };
    for (const listener of changed) listener();
  }

  function heard(message: FromHelper): void {
    switch (message.kind) {
      case 'making':
        if (message.percent !== standing.making) become({ making: message.percent });
        return;
      case 'copied': {
        const { copied } = message;
        if (copied.kind !== 'kept' && copied.kind !== standing.trouble?.kind)
          log.warn('the second copy was not brought up to date', { ...copied });
        become(
          copied.kind === 'kept'
            ? { at: copied.at, making: null, trouble: null }
            : { making: null, trouble: copied },
        );
        for (const listener of told) listener(copied);
        return;
      }
      case 'done':
        onDone();
        return;
      case 'checked':
        for (const answer of checking) answer(message.checked);
        checking = [];
        return;
    }
  }

  function running(): HelperProcess {
    if (helper !== null) return helper;
    const started = parts.start();
    helper = started;
    started.onMessage(heard);
    started.onGone(() => {
      if (helper === started) helper = null;
      for (const answer of checking) answer(err('the process that reads it ended'));
      checking = [];
      onDone();
      if (over) return;
      log.error('the process that copies ended');
      become({ making: null });
      clock.after(restartMs, () => {
        if (!over && place !== null && helper === null) keep(place);
      });
    });
    return started;
  }

  function say(message: ToHelper): void {
    running().send(message);
  }

  function keep(wanted: CopyPlace | null): void {
    if (wanted?.place !== place?.place) standing = { at: null, making: null, trouble: null };
    place = wanted;
    if (wanted === null && helper === null) return;
    say({ kind: 'keep', order: wanted === null ? null : { ...parts.order, ...wanted } });
  }

  async function readOther(where: string): Promise<{ machine: string; at: string } | null> {
    try {
      const file = path.join(copyFolder(where, parts.order.tillId), copyFiles.about);
      const about = parseAbout(await readFile(file, 'utf8'));
      return about.ok ? takenBy(about.value, parts.order.install) : null;
    } catch {
      // A place that is not there is told by the process that copies.
      return null;
    }
  }

  return {
    keep,
    takenBy: ({ place: where }) =>
      new Promise((resolve) => {
        // A share that hangs must not keep the till from its payments.
        const callOff = clock.after(patienceAtStartMs, () => resolve(null));
        void readOther(where).then((other) => {
          callOff();
          resolve(other);
        });
      }),
    written: () => {
      if (breathing || place === null || over) return;
      breathing = true;
      clock.after(breathMs, () => {
        breathing = false;
        if (!over && helper !== null) say({ kind: 'now' });
      });
    },
    standing: () => standing,
    onCopied: (listener) => void told.add(listener),
    onChange: (listener) => void changed.add(listener),
    check: () =>
      new Promise((resolve) => {
        checking.push(resolve);
        if (checking.length === 1)
          say({ kind: 'check', journal: path.join(parts.order.from, copyFiles.journal) });
      }),
    end: async () => {
      over = true;
      if (helper === null) return;
      const last = helper;
      if (place !== null) {
        await new Promise<void>((resolve) => {
          onDone = resolve;
          clock.after(patienceAtEndMs, resolve);
          last.send({ kind: 'last' });
        });
      }
      last.kill();
    },
  };
}
