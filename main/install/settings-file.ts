import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import { diskWords, replaceFile } from './file.ts';
import { type InstallSettings, installSettings } from './settings.ts';

/** Where the settings are kept. `read` gives null when the till was never installed. Errors are the disk's words. */
export interface SettingsFile {
  readonly path: string;
  read(): Result<InstallSettings | null, string>;
  write(settings: InstallSettings): Result<void, string>;
}

/** settings.json in a folder. Unreadable settings are an error, never a reason to begin anew. */
export function settingsIn(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  return {
    path,
    read: () => {
      try {
        return parseSettings(JSON.parse(readFileSync(path, 'utf8')));
      } catch (thrown) {
        const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
        return missing ? ok(null) : err(diskWords(thrown));
      }
    },
    write: (settings) => replaceFile(path, `${JSON.stringify(settings, null, 2)}\n`),
  };
}

/** Checks settings that were read. The error names the fields that do not fit. */
export function parseSettings(raw: unknown): Result<InstallSettings, string> {
  const parsed = installSettings.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')],
  );
  return err([...new Set(fields)].join(', '));
}
