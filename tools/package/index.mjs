import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { runToEnd } from '../child.mjs';
import { dist as electronDist, electronInPlace } from '../setup/electron.mjs';
import { modules, root, till24 } from '../setup/process.mjs';
import { refusal, usage, wishOf } from './arguments.mjs';
import { fileList } from './file-list.mjs';
import { signUpdateLists } from './sign.mjs';
import { layOut } from './stage.mjs';

/** @typedef {import('./arguments.mjs').Wish} Wish */

const dist = path.join(root, 'dist');
/** Where the application lies when it is packaged for Linux. */
const unpacked = path.join(dist, 'linux-unpacked');

/**
 * Makes what a shop installs, in dist/.
 * @param {readonly string[]} args
 * @param {string} folder the folder that relative paths in them start from
 * @returns {Promise<number>} exit code: 1 where no release can be made, 2 for a command line that makes no sense
 */
export async function packageTill(args, folder) {
  const wish = wishOf(args, process.platform);
  if (wish === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const electron = electronInPlace();
  const refused = refusal(wish, electron);
  if (refused !== null) {
    process.stderr.write(`${refused}\n`);
    return 1;
  }
  if (!(await ensureBuilt())) return 1;
  const privateKey =
    wish.updateKey === null ? null : createPrivateKey(readFileSync(path.resolve(folder, wish.updateKey)));
  const electronVersion = readFileSync(path.join(electronDist, 'version'), 'utf8').trim().replace(/^v/, '');
  layOut(
    {
      platform: wish.platform,
      testing: wish.testing,
      electronVersion,
      updateKey: privateKey && createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    },
    electron === 'stand-in',
  );
  rmSync(unpacked, { recursive: true, force: true });
  const code = await runToEnd(
    till24(),
    [path.join(modules, 'electron-builder', 'cli.js'), ...builderArguments(wish, electronVersion)],
    { cwd: root },
  );
  if (code !== 0) return code;
  if (wish.testing) return finishTesting();
  if (wish.platform === 'linux') writeFileList('Kvitt-linux.sha256');
  if (privateKey !== null) signUpdateLists(dist, privateKey);
  return 0;
}

/**
 * @param {Wish} wish
 * @param {string} electronVersion
 * @returns {string[]}
 */
function builderArguments({ platform, testing }, electronVersion) {
  const always = ['--publish', 'never', '--config', 'electron-builder.yml'];
  const version = `-c.electronVersion=${electronVersion}`;
  if (!testing) return [`--${platform}`, ...always, version];
  return [
    '--linux',
    'dir',
    ...always,
    version,
    `-c.electronDist=${electronDist}`,
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ];
}

/** @param {string} name */
function writeFileList(name) {
  writeFileSync(path.join(dist, name), `${fileList(unpacked).join('\n')}\n`);
}

/**
 * electron-builder fetches a program of its own for an archive; the system's tar makes one without it, with nothing in
 * it that changes from one build to the next.
 * @returns {Promise<number>}
 */
async function finishTesting() {
  // electron-builder leaves these out where it downloads Electron itself; the snapshot is the stand-in's former owner's.
  for (const left of ['resources/default_app.asar', 'version', 'browser_v8_context_snapshot.bin']) {
    rmSync(path.join(unpacked, left), { force: true });
  }
  writeFileList('Kvitt-testing.sha256');
  return runToEnd(
    'tar',
    [
      '--create',
      '--use-compress-program=gzip -n -1',
      '--sort=name',
      '--mtime=@0',
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      `--file=${path.join(dist, 'Kvitt-testing.tar.gz')}`,
      '--transform=s,^linux-unpacked,Kvitt-testing,',
      'linux-unpacked',
    ],
    { cwd: dist },
  );
}
