import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CopyOrder, copyFolder, createCopyKeeper } from '../../../../main/journal/copy/index.ts';
import type { Journal } from '../../../../main/journal/index.ts';
import { folder, newJournal, noon, tillId } from '../shop.ts';

/** A till's folder with a journal in it, and a stick to copy it to. */
export interface Counter {
  readonly order: CopyOrder;
  readonly journal: Journal;
  /** The copy's own folder on the stick. */
  readonly copy: string;
}

export function counter(): Counter {
  const home = folder();
  const from = path.join(home, 'till');
  const place = path.join(home, 'stick');
  mkdirSync(from);
  mkdirSync(place);
  writeFileSync(path.join(from, 'settings.json'), '{"set":true}');
  writeFileSync(path.join(from, 'identity.json'), '{"who":true}');
  writeFileSync(path.join(from, 'secrets.bin'), 'sealed');
  const order = { from, place, anotherDisk: false, tillId, install: 'first', machine: 'kassa-1' };
  return {
    order,
    journal: newJournal(path.join(from, 'journal.sqlite')),
    copy: copyFolder(place, tillId),
  };
}

/** The helper of a till that was just started. */
export function keeper(): ReturnType<typeof createCopyKeeper> {
  let now = noon;
  return createCopyKeeper({
    now: () => new Date((now += 60_000)).toISOString(),
    onProgress: () => undefined,
  });
}
