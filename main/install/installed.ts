import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import type { Refusal } from './refusal.ts';
import type { SettingsFile } from './settings-file.ts';
import type { InstallSettings } from './settings.ts';
import { trainingSettings } from './training-settings.ts';

/** What is installed: live in the profile's folder, or else training in a folder of its own below it. */
export interface Installed {
  readonly mode: 'live' | 'training';
  readonly folder: string;
  readonly settings: InstallSettings;
  readonly file: SettingsFile;
}

/** Reads the settings of the profile in `folder`; without any, the till is in training. */
export function readInstalled(
  folder: string,
  settingsIn: (folder: string) => SettingsFile,
): Result<Installed, Refusal> {
  const live = settingsIn(folder);
  const installed = readSettings(live);
  if (!installed.ok) return installed;
  if (installed.value !== null) return ok({ mode: 'live', folder, settings: installed.value, file: live });

  const below = join(folder, 'training');
  mkdirSync(below, { recursive: true, mode: 0o700 });
  const file = settingsIn(below);
  const practised = readSettings(file);
  if (!practised.ok) return practised;
  // Not written before there is something to remember: the demo's settings may change with the program.
  return ok({ mode: 'training', folder: below, settings: practised.value ?? trainingSettings, file });
}

/** The settings in a file, null when there is none; as a refusal to start when they cannot be read. */
export function readSettings(file: SettingsFile): Result<InstallSettings | null, Refusal> {
  const read = file.read();
  return read.ok ? read : err({ kind: 'settings-unreadable', file: file.path, detail: read.error });
}
