import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../../main/log.ts';
import { createEngine } from '../../../main/update/electron-updater.ts';
import type { UpdateEngine } from '../../../main/update/engine.ts';
import { startUpdateServer, type UpdateServer } from './server.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const program = '#!/bin/sh\n# the newer program\nexit 0\n';

let server: UpdateServer;
let folder: string;
let appImage: string;
let left: (string | null)[];

beforeEach(async () => {
  server = await startUpdateServer();
  folder = mkdtempSync(path.join(tmpdir(), 'kvitt-update-'));
  appImage = path.join(folder, 'Kvitt.AppImage');
  writeFileSync(appImage, '#!/bin/sh\n# the program as it was\nexit 0\n');
  chmodSync(appImage, 0o755);
  writeFileSync(path.join(folder, 'app-update.yml'), 'provider: generic\nurl: https://updates.invalid/\n');
  process.env['APPIMAGE'] = appImage;
  left = [];
});

afterEach(async () => {
  delete process.env['APPIMAGE'];
  await server.close();
  rmSync(folder, { recursive: true });
});

/** electron-updater as it is on Linux, under plain Node: only what asks Electron for the network is another. */
function engine(version = '1.0.0'): UpdateEngine {
  const updater = new AppImageUpdater(null, {
    version,
    name: 'kvitt',
    isPackaged: true,
    appUpdateConfigPath: path.join(folder, 'app-update.yml'),
    userDataPath: folder,
    baseCachePath: path.join(folder, 'cache'),
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  const executor = Object.assign(new ElectronHttpExecutor(), {
    createRequest: (options: RequestOptions, answered: (response: IncomingMessage) => void) =>
      request(options, answered),
  });
  Object.assign(updater, { httpExecutor: executor });
  return createEngine({
    updater,
    updateKey: server.publicKey,
    appImage,
    leave: (file) => left.push(file),
    log: silent,
  });
}

describe('an update on Linux', () => {
  it('is found, fetched, checked, and put in the place of the program, which stays beside it', async () => {
    server.publish('1.1.0', program);
    const one = engine();
    expect(await one.look(server.address)).toEqual({ ok: true, value: '1.1.0' });
    expect(await one.fetch()).toEqual({ ok: true, value: undefined });
    expect(readFileSync(appImage, 'utf8')).toContain('as it was');
    expect(one.install()).toEqual({ ok: true, value: undefined });
    expect(readFileSync(appImage, 'utf8')).toBe(program);
    expect(readFileSync(`${appImage}.before`, 'utf8')).toContain('as it was');
    expect(left).toEqual([appImage]);
  });

  it('is none where the server has this version, or an older one', async () => {
    for (const version of ['1.0.0', '0.9.9']) {
      server.publish(version, program);
      expect(await engine().look(server.address)).toEqual({ ok: true, value: null });
    }
    expect(server.asked.filter((name) => name.endsWith('.AppImage'))).toEqual([]);
  });

  it('is refused before anything is fetched when its list is not signed with the till’s key', async () => {
    server.publish('1.1.0', program, generateKeyPairSync('ed25519').privateKey);
    expect(await engine().look(server.address)).toMatchObject({ error: { kind: 'not-signed' } });

    server.publish('1.1.0', program);
    const list = server.files.get('latest-linux.yml')?.toString() ?? '';
    server.files.set('latest-linux.yml', Buffer.from(list.replace('1.1.0', '1.2.0')));
    expect(await engine().look(server.address)).toMatchObject({ error: { kind: 'not-signed' } });

    server.files.set('latest-linux.yml.sig', Buffer.from('no signature'));
    expect(await engine().look(server.address)).toMatchObject({ error: { kind: 'not-signed' } });
    expect(server.asked.filter((name) => name.endsWith('.AppImage'))).toEqual([]);
  });

  it('is thrown away when the file is not the one that was signed', async () => {
    server.publish('1.1.0', program);
    server.files.set('Kvitt-1.1.0.AppImage', Buffer.from(program.replace('newer', 'other')));
    const one = engine();
    await one.look(server.address);
    expect(await one.fetch()).toMatchObject({ error: { kind: 'not-whole' } });
    expect(one.install()).toMatchObject({ error: { kind: 'not-installed' } });
    expect(readFileSync(appImage, 'utf8')).toContain('as it was');
    expect(left).toEqual([]);
  });

  it('is told from a server that does not answer, or has nothing', async () => {
    expect(await engine().look(server.address)).toMatchObject({ error: { kind: 'unreachable' } });
    server.publish('1.1.0', program);
    server.files.delete('latest-linux.yml.sig');
    expect(await engine().look(server.address)).toMatchObject({ error: { kind: 'unreachable' } });
    const { address } = server;
    await server.close();
    expect(await engine().look(address)).toMatchObject({ error: { kind: 'unreachable' } });
    server = await startUpdateServer();
  });

  it('that cannot be put in place leaves the program as it was', async () => {
    server.publish('1.1.0', '#!/bin/sh\nexit 3\n');
    const one = engine();
    await one.look(server.address);
    await one.fetch();
    // The new program is run once, to settle in; this one fails.
    expect(one.install()).toMatchObject({ error: { kind: 'not-installed' } });
    expect(readFileSync(appImage, 'utf8')).toContain('as it was');
    expect(existsSync(`${appImage}.before`)).toBe(false);
    expect(left).toEqual([]);
  });
});
