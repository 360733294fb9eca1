import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { readBuild } from '../install/build.ts';
import type { Log } from '../log.ts';
import type { NoUpdates, UpdateEngine } from '../update/engine.ts';

/** What updates this program as it lies on this machine. Nothing of it is read from disk before the first look. */
export function machineUpdates(log: Log): UpdateEngine | NoUpdates {
  if (!app.isPackaged) return { none: 'development' };
  const { updateKey } = readBuild(app.getAppPath());
  if (updateKey === null || (process.platform === 'win32' && !namesPublisher())) return { none: 'no-key' };
  const appImage = process.env['APPIMAGE'] ?? null;
  const placed = existsSync(join(process.resourcesPath, 'package-type'));
  if (process.platform === 'linux' && appImage === null && !placed) return { none: 'by-hand' };

  let loaded: UpdateEngine | null = null;
  async function load(): Promise<UpdateEngine> {
    const [{ default: updaters }, { createEngine }] = await Promise.all([
      import('electron-updater'),
      import('../update/electron-updater.ts'),
    ]);
    return createEngine({ updater: updaters.autoUpdater, updateKey: updateKey ?? '', appImage, leave, log });
  }
  return {
    look: async (address) => {
      loaded ??= await load();
      return loaded.look(address);
    },
    fetch: () => engine().fetch(),
    install: () => engine().install(),
  };

  function engine(): UpdateEngine {
    if (loaded === null) throw new Error('There is nothing to fetch before something was found');
    return loaded;
  }
}

/** Without a publisher to compare with, Windows' own check of a signature would be left out. */
function namesPublisher(): boolean {
  const file = join(process.resourcesPath, 'app-update.yml');
  return existsSync(file) && /^publisherName:/m.test(readFileSync(file, 'utf8'));
}

/** The program ends in good order; from `file` it starts again, with the switches of this one. */
function leave(file: string | null): void {
  if (file !== null) app.relaunch({ execPath: file, args: process.argv.slice(1) });
  app.quit();
}
