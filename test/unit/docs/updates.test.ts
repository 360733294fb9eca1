import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSigned } from '../../../main/update/signed-list.ts';
import { wishOf } from '../../../tools/package/arguments.mjs';
import { commandsOf } from '../../helpers/commands.ts';
import { openShop } from '../../helpers/shop.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'kvitt-updates-'));
  const shop = await openShop();
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.cash', { total: 3900, given: 5000 });
  await shop.till().stop();
  copyFileSync(shop.journalPath, path.join(dir, 'journal.sqlite'));
  copyFileSync(`${shop.journalPath}-wal`, path.join(dir, 'journal.sqlite-wal'));
  await shop.close();
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** As a person in the journal's folder types it; npm finds the till's folder by its own switch. */
function run(command: string): { code: number | null; said: string } {
  const here = command.replace('npm run', `npm --prefix "${root}" run`);
  const ended = spawnSync('sh', ['-euc', here], { cwd: dir, encoding: 'utf8' });
  return { code: ended.status, said: ended.stdout + ended.stderr };
}

describe('docs/updates.md', () => {
  it('shows what a journal was written by, and that it is whole', () => {
    const [verify = '', show = ''] = commandsOf('updates.md');
    expect(run(verify)).toMatchObject({
      code: 0,
      said: expect.stringContaining('1 signed receipts read') as string,
    });
    const { code, said } = run(show);
    expect(code).toBe(0);
    expect(said).toContain('till.started');
    expect(said).toContain('"version":"0.0.0"');
  });
});

describe('docs/packaging.md', () => {
  const [release = '', openssl = '', check = '', testing = ''] = commandsOf('packaging.md');
  const argumentsOf = (command: string): string[] => command.replace('npm run package -- ', '').split(' ');

  it('has a command for each of the things that are tried here and in the packaged till’s own tests', () => {
    expect(check).toContain('sha256sum');
  });

  it('packages as it says', () => {
    expect(wishOf(argumentsOf(release), 'linux')).toEqual({
      platform: 'linux',
      testing: false,
      updateKey: 'update-key.pem',
    });
    expect(wishOf(argumentsOf(testing), 'linux')).toMatchObject({ testing: true });
  });

  it('makes a key that updates are signed with', () => {
    expect(run(openssl)).toMatchObject({ code: 0 });
    const key = createPrivateKey(readFileSync(path.join(dir, 'update-key.pem')));
    const signature = sign(null, Buffer.from('version: 1.0.0\n'), key).toString('base64');
    const trusted = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    expect(isSigned('version: 1.0.0\n', signature, trusted)).toBe(true);
    expect(isSigned('version: 1.0.1\n', signature, trusted)).toBe(false);
  });
});
