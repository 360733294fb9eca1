import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { end } from './child.mjs';
import { firstLine } from './display.mjs';
import { run } from './setup/process.mjs';

/**
 * Runs `work` with a key store that the till's secrets can go to: the session's own where there is one, else a private,
 * unlocked gnome-keyring on a private bus. For development and tests: whoever can read the folder can read the keys.
 * @template T
 * @param {string | undefined} folder where the keys stay; without one they are gone at the end
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withKeyring(folder, work) {
  if (process.platform !== 'linux' || process.env['DBUS_SESSION_BUS_ADDRESS']) return work();
  const home = folder ?? (await mkdtemp(path.join(tmpdir(), 'kvitt-keys-')));
  await mkdir(home, { recursive: true, mode: 0o700 });
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const desktop = process.env['XDG_CURRENT_DESKTOP'];
  try {
    process.env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine('dbus-daemon', bus, bus.stdio[3]);
    process.env['XDG_CURRENT_DESKTOP'] = 'GNOME';
    process.env['KVITT_PRIVATE_KEYRING'] = '1';
    return await withUnlockedKeys(home, work);
  } finally {
    delete process.env['DBUS_SESSION_BUS_ADDRESS'];
    delete process.env['KVITT_PRIVATE_KEYRING'];
    if (desktop === undefined) delete process.env['XDG_CURRENT_DESKTOP'];
    else process.env['XDG_CURRENT_DESKTOP'] = desktop;
    await end(bus);
    if (folder === undefined) await rm(home, { recursive: true, force: true });
  }
}

/**
 * @template T
 * @param {string} home
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withUnlockedKeys(home, work) {
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: { ...process.env, XDG_DATA_HOME: home },
  });
  try {
    daemon.stdin.end('till');
    await keysAnswer(daemon);
    return await work();
  } finally {
    await end(daemon);
  }
}

/** @param {import('node:child_process').ChildProcess} daemon */
async function keysAnswer(daemon) {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ];
  for (let tries = 0; tries < 100; tries += 1) {
    if (daemon.exitCode !== null) break;
    const { output } = await run('dbus-send', question);
    if (output.includes('boolean true')) return;
    await pause(50);
  }
  throw new Error('gnome-keyring-daemon did not open its key store.');
}
