import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { printer } from '../../preload/contract/printer.ts';
import { systemClock } from '../clock.ts';
import { openJournal } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { FileSwitch } from './arguments.ts';
import { createCatalogueDoor } from './catalogue-door.ts';
import { readSettings } from './installed.ts';
import { checkProvisioningFile, type KeepPrinter, keepProvisioning } from './provision.ts';
import type { Refusal } from './refusal.ts';
import { type KeyStore, openSecretStore } from './secrets.ts';
import type { SettingsFile } from './settings-file.ts';

/** Installs this till as `--provision` says, or names everything that stands in the way. Without the switch nothing happens. */
export async function provisionFromSwitch(
  asked: FileSwitch,
  folder: string,
  file: SettingsFile,
  keyStore: () => Promise<KeyStore>,
): Promise<Result<void, readonly Refusal[]>> {
  if (asked.kind === 'absent') return ok(undefined);
  if (asked.kind === 'empty') return err([{ kind: 'no-file-named' }]);
  const installed = readSettings(file);
  if (!installed.ok) return err([installed.error]);

  const catalogue = createCatalogueDoor(async (work) => {
    const journal = openJournal({ path: join(folder, 'journal.sqlite'), now: () => systemClock.now() });
    if (!journal.ok) return [{ kind: 'not-kept', detail: journal.error.detail }];
    try {
      return await work(journal.value);
    } finally {
      journal.value.close();
    }
  }, randomUUID);

  const checked = await checkProvisioningFile(asked.file, installed.value, catalogue);
  if (!checked.ok) return checked;
  const kept = await keepProvisioning(checked.value, {
    installed: installed.value,
    secrets: openSecretStore(join(folder, 'secrets.bin'), await keyStore()),
    catalogue,
    keepPrinter: (wanted) => keepPrinter(folder, wanted),
    save: (settings) => file.write(settings),
  });
  return kept.ok ? ok(undefined) : kept;
}

/** Over what the till has of it already, in the journal, where every setting of the shop's is kept. */
function keepPrinter(folder: string, wanted: Parameters<KeepPrinter>[0]): ReturnType<KeepPrinter> {
  const opened = openJournal({ path: join(folder, 'journal.sqlite'), now: () => systemClock.now() });
  if (!opened.ok) return err(opened.error.detail);
  try {
    const before = printer.safeParse(opened.value.read.setting('printer') ?? {}).data ?? printer.parse({});
    const value = printer.parse({ ...before, ...wanted });
    if (isDeepStrictEqual(before, value)) return ok(undefined);
    const written = opened.value.write(null, (tx) =>
      tx.append('settings.changed', { section: 'printer', value }),
    );
    return written.ok ? ok(undefined) : err(written.error.detail);
  } finally {
    opened.value.close();
  }
}
