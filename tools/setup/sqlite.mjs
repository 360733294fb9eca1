import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { cache, modules, mustRun, say, SetupError, till24, versionOf } from './process.mjs';

const home = path.join(modules, 'better-sqlite3');
const built = path.join(home, 'build', 'Release', 'better_sqlite3.node');

/** @returns {string} */
function keptFile() {
  return path.join(cache, `better-sqlite3-${versionOf('better-sqlite3')}-napi9.node`);
}

/** @returns {boolean} whether the journal's driver was built for the stand-in */
export function driverBuilt() {
  return existsSync(built);
}

/** The driver's own prebuild is right for the official Electron: takes a build for the stand-in away. */
export async function removeBuiltDriver() {
  await rm(path.join(home, 'build'), { recursive: true, force: true });
}

/**
 * Builds the journal's SQLite driver for an Electron with Node-API 9: the prebuild that comes with the package wants
 * Node-API 10 and crashes there.
 */
export async function buildDriver() {
  const kept = keptFile();
  if (!existsSync(kept)) await compile(kept);
  await mkdir(path.dirname(built), { recursive: true });
  await copyFile(kept, built);
}

/** @param {string} kept */
async function compile(kept) {
  say('building the SQLite driver for the stand-in (about two minutes)');
  const work = path.join(cache, `driver-${String(process.pid)}`);
  try {
    await cp(home, work, { recursive: true });
    const recipe = path.join(work, 'binding.gyp');
    const text = await readFile(recipe, 'utf8');
    const changed = text
      .replaceAll("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
      .replaceAll(", '-flto'", '')
      .replaceAll("'-flto', ", '')
      .replaceAll("['-flto']", '[]');
    if (changed === text || changed.includes('-flto')) {
      throw new SetupError(
        'the build recipe of better-sqlite3 has changed: tools/setup/sqlite.mjs must follow it.',
      );
    }
    await writeFile(recipe, changed);
    await mustRun(
      'building the SQLite driver',
      till24(),
      [
        path.join(modules, 'node-gyp', 'bin', 'node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        `--nodedir=${headers()}`,
        `--jobs=${String(availableParallelism())}`,
      ],
      {
        cwd: work,
        env: {
          ...process.env,
          PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
        },
      },
    );
    await rename(path.join(work, 'build', 'Release', 'better_sqlite3.node'), kept);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Where the Node that is on the machine keeps its header files.
 * @returns {string}
 */
function headers() {
  const places = [
    process.env['npm_config_nodedir'],
    '/usr',
    '/usr/local',
    path.resolve(process.execPath, '..', '..'),
  ];
  const found = places.find(
    (place) => place !== undefined && existsSync(path.join(place, 'include/node/node_api.h')),
  );
  if (found === undefined) {
    throw new SetupError(
      "Node's header files are missing: install the package of your system that holds them.",
    );
  }
  return found;
}

/**
 * Opens a database under every runtime that will.
 * @param {string} electron
 */
export async function checkDriver(electron) {
  const probe = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
  const asNode = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  await Promise.all([
    mustRun('loading the SQLite driver in Electron', electron, ['-e', probe], { env: asNode }),
    mustRun('loading the SQLite driver in Node', till24(), ['-e', probe]),
  ]);
}
