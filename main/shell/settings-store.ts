import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import Store from 'electron-store';
import { diskWords } from '../install/file.ts';
import { parseSettings, type SettingsFile } from '../install/settings-file.ts';
import type { InstallSettings } from '../install/settings.ts';
import { err, ok } from '../result.ts';

/** settings.json in a folder. Unreadable settings are an error, never a reason to begin anew. */
export function settingsIn(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  const open = (): Store<InstallSettings> => {
    const store = new Store<InstallSettings>({
      cwd: folder,
      name: 'settings',
      clearInvalidConfig: false,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
    });
    // It would tell any page the profile's folder; the till has one channel only.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  };
  return {
    path,
    read: () => {
      if (!existsSync(path)) return ok(null);
      try {
        return parseSettings({ ...open().store });
      } catch (thrown) {
        return err(diskWords(thrown));
      }
    },
    write: (settings) => {
      try {
        open().store = settings;
        return ok(undefined);
      } catch (thrown) {
        return err(diskWords(thrown));
      }
    },
  };
}
