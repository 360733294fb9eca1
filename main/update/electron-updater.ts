import { linkSync, renameSync, rmSync } from 'node:fs';
import type { AppUpdater, BaseUpdater, UpdateInfo } from 'electron-updater';
import {
  parseUpdateInfo,
  Provider,
  type ProviderRuntimeOptions,
  resolveFiles,
} from 'electron-updater/out/providers/Provider.js';
import type { Log } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import type { UpdateEngine, UpdateFailure } from './engine.ts';
import { isSigned } from './signed-list.ts';

export type EngineParts = {
  readonly updater: AppUpdater;
  /** PEM; what is not signed with it is not looked at. */
  readonly updateKey: string;
  /** The file that this program runs from and that an update replaces, where it is one file. */
  readonly appImage: string | null;
  /** Ends this program in good order. `file`: starts it again from there, as it was started. */
  readonly leave: (file: string | null) => void;
  readonly log: Log;
};

class NotSigned extends Error {}

/** The shop's server as electron-updater sees it: a list, and the list's signature beside it. */
class SignedLists extends Provider<UpdateInfo> {
  readonly #base: URL;
  readonly #key: string;

  constructor(
    place: { address: string; updateKey: string },
    _updater: AppUpdater,
    options: ProviderRuntimeOptions,
  ) {
    super(options);
    this.#base = new URL(place.address.endsWith('/') ? place.address : `${place.address}/`);
    this.#key = place.updateKey;
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const address = new URL(name, this.#base);
    const list = (await this.httpRequest(address)) ?? '';
    const signature = (await this.httpRequest(new URL(`${name}.sig`, this.#base))) ?? '';
    if (!isSigned(list, signature, this.#key))
      throw new NotSigned(`${name} is not signed with the key of this till`);
    return parseUpdateInfo(list, name, address);
  }

  override resolveFiles(info: UpdateInfo): ReturnType<typeof resolveFiles> {
    return resolveFiles(info, this.#base);
  }
}

/** electron-updater, made to trust signed lists only and to do nothing by itself. */
export function createEngine(parts: EngineParts): UpdateEngine {
  const { updater, log } = parts;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.logger = {
    info: (said) => log.info('updater', { said }),
    warn: (said) => log.warn('updater', { said }),
    error: (said) => log.warn('updater', { said }),
  };
  // It throws for itself what nobody listens to; the promises tell the same.
  updater.on('error', () => undefined);
  let moved: string | null = null;
  updater.on('appimage-filename-updated' as 'error', (file: unknown) => {
    moved = String(file);
  });

  return {
    look: async (address) => {
      updater.setFeedURL({
        provider: 'custom',
        updateProvider: SignedLists,
        address,
        updateKey: parts.updateKey,
      } as never);
      const looked = await attempt('unreachable', () => updater.checkForUpdates());
      if (!looked.ok) return looked;
      if (looked.value === null) return err({ kind: 'not-installed', detail: 'the updater is not active' });
      return ok(looked.value.isUpdateAvailable ? looked.value.updateInfo.version : null);
    },
    fetch: async () => {
      const fetched = await attempt('not-whole', () => updater.downloadUpdate());
      return fetched.ok ? ok(undefined) : fetched;
    },
    install: () => {
      const { appImage } = parts;
      if (!('install' in updater)) {
        updater.quitAndInstall(true, true);
        return ok(undefined);
      }
      // electron-updater takes the old file away before the new one is there.
      const before = appImage === null ? null : keepProgram(appImage);
      // On Windows the installer starts the new program; a file is started here, with the switches of this one.
      const installed = (updater as BaseUpdater).install(true, appImage === null);
      if (!installed) {
        if (appImage !== null && before !== null) putBack(before, appImage);
        return err({ kind: 'not-installed', detail: 'see the lines above' });
      }
      parts.leave(appImage === null ? null : (moved ?? appImage));
      return ok(undefined);
    },
  };
}

/** The program as it was lies beside the new one, to be put back by hand. */
function keepProgram(file: string): string {
  const kept = `${file}.before`;
  rmSync(kept, { force: true });
  linkSync(file, kept);
  return kept;
}

function putBack(kept: string, file: string): void {
  renameSync(kept, file);
  // Where both were still the same file, renaming one to the other does nothing (POSIX).
  rmSync(kept, { force: true });
}

async function attempt<T>(
  otherwise: UpdateFailure['kind'],
  work: () => Promise<T>,
): Promise<Result<T, UpdateFailure>> {
  try {
    return ok(await work());
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return err({ kind: kindOf(thrown) ?? otherwise, detail });
  }
}

function kindOf(thrown: unknown): UpdateFailure['kind'] | null {
  if (thrown instanceof NotSigned) return 'not-signed';
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'not-signed';
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'not-whole';
  return null;
}
