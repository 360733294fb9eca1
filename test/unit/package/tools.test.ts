import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { icnsFile, icoFile } from '../../../tools/icons/containers.mjs';
import { refusal, wishOf } from '../../../tools/package/arguments.mjs';
import { folderOf } from '../../../tools/package/licences.mjs';
import { signUpdateLists } from '../../../tools/package/sign.mjs';

describe('the command that packages', () => {
  it('makes what the machine runs, or what it is asked for', () => {
    expect(wishOf([], 'linux')).toEqual({ platform: 'linux', testing: false, updateKey: null });
    expect(wishOf([], 'darwin')).toMatchObject({ platform: 'mac' });
    expect(wishOf(['--win', '--update-key=key.pem'], 'linux')).toEqual({
      platform: 'win',
      testing: false,
      updateKey: 'key.pem',
    });
    expect(wishOf(['--testing'], 'linux')).toMatchObject({ testing: true });
  });

  it.each([
    [['--nonsense']],
    [['--testing', '--win']],
    [['--testing', '--update-key=k']],
    [['--update-key=']],
  ])('makes nothing of %j', (args) => {
    expect(wishOf(args, 'linux')).toBeNull();
  });

  it('makes no release from anything but Electron itself', () => {
    const release = { platform: 'linux', testing: false, updateKey: null } as const;
    expect(refusal(release, 'official')).toBeNull();
    expect(refusal(release, 'stand-in')).toMatch(/^No release was made/);
    expect(refusal({ ...release, testing: true }, 'stand-in')).toBeNull();
  });
});

describe('the licences of what ships', () => {
  it('are looked for in the folder of the innermost package', () => {
    expect(folderOf('/till/node_modules/zod/v4/core.js')).toBe('/till/node_modules/zod');
    expect(folderOf('/till/node_modules/a/node_modules/@b/c/d.js')).toBe(
      '/till/node_modules/a/node_modules/@b/c',
    );
  });
});

describe('the lists of an update', () => {
  it('are signed, each beside itself', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kvitt-sign-'));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    for (const name of ['latest.yml', 'latest-linux.yml', 'builder-debug.yml']) {
      writeFileSync(path.join(folder, name), `version: 1.2.3 # ${name}\n`);
    }
    signUpdateLists(folder, privateKey);
    expect(readdirSync(folder).filter((name) => name.endsWith('.sig'))).toEqual([
      'latest-linux.yml.sig',
      'latest.yml.sig',
    ]);
    const signature = Buffer.from(readFileSync(path.join(folder, 'latest.yml.sig'), 'utf8'), 'base64');
    expect(verify(null, readFileSync(path.join(folder, 'latest.yml')), publicKey, signature)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

describe('the icons', () => {
  const pictures = new Map(
    [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, Buffer.alloc(size, 7)]),
  );

  it('lie in a Windows icon where its head says', () => {
    const ico = icoFile(pictures);
    expect(ico.readUInt16LE(4)).toBe(7);
    const last = 6 + 16 * 6;
    expect([ico.readUInt8(last), ico.readUInt32LE(last + 8)]).toEqual([0, 256]);
    expect(ico.readUInt32LE(last + 12) + 256).toBe(ico.length);
  });

  it('fill a macOS icon to its end', () => {
    const icns = icnsFile(pictures);
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    let at = 8;
    const names: string[] = [];
    while (at < icns.length) {
      names.push(icns.toString('latin1', at, at + 4));
      at += icns.readUInt32BE(at + 4);
    }
    expect(at).toBe(icns.length);
    expect(names).toContain('ic10');
  });
});
