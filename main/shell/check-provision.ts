import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { createAccount } from '../dintero/index.ts';
import type { FileSwitch } from '../install/arguments.ts';
import { createCatalogueDoor } from '../install/catalogue-door.ts';
import { checkFile, checkReport } from '../install/check-file.ts';
import { settingsIn } from '../install/settings-file.ts';
import { readSettings } from '../install/installed.ts';
import type { Refusal } from '../install/refusal.ts';
import { openSecretStore } from '../install/secrets.ts';
import { err, ok, type Result } from '../result.ts';
import type { CheckWords } from '../words/check-words.ts';
import { machineKeyStore } from './key-store.ts';
import { machineFetch } from './network.ts';

/** Tests the provisioning file that `--check-provision` names, for a till in `folder`; what to print, and the exit code. */
export async function checkProvision(
  asked: FileSwitch,
  folder: string,
  version: string,
  words: CheckWords,
): Promise<Result<ReturnType<typeof checkReport>, readonly Refusal[]>> {
  if (asked.kind !== 'file') return err([{ kind: 'no-file-named' }]);
  const installed = readSettings(settingsIn(folder));
  if (!installed.ok) return err([installed.error]);
  const checked = await checkFile(asked.file, {
    installed: installed.value,
    // A test imports nothing, so it needs no journal.
    catalogue: createCatalogueDoor(() => Promise.resolve([]), randomUUID),
    installedSecret: async () => {
      const secrets = openSecretStore(join(folder, 'secrets.bin'), await machineKeyStore());
      const read = await secrets.read('client-secret');
      return read.ok ? read.value : null;
    },
    account: (options) =>
      createAccount({
        ...options,
        systemName: 'Kvitt',
        systemVersion: version,
        fetch: machineFetch(),
        now: () => systemClock.now(),
      }),
  });
  return checked.ok ? ok(checkReport(checked.value, words)) : checked;
}
