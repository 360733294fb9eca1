import { err, ok, type Result } from '../result.ts';
import { type InstallSettings, installSettings } from './settings.ts';

/** Where the settings are kept. `read` gives null when the till was never installed. Errors are the disk's words. */
export interface SettingsFile {
  readonly path: string;
  read(): Result<InstallSettings | null, string>;
  write(settings: InstallSettings): Result<void, string>;
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
