import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreSwitch } from '../../../main/install/arguments.ts';
import { installIdOf, parseIdentity } from '../../../main/install/identity.ts';
import { refusalSentences } from '../../../main/install/refusal.ts';
import { restoreTill } from '../../../main/install/restore.ts';
import { readAbout } from '../../../main/journal/copy/index.ts';
import { demoMerchant } from '../../../main/simulator/index.ts';
import { wordsFor } from '../../../main/words/index.ts';
import { settingsFor } from '../../helpers/settings.ts';
import { counter, keeper } from '../journal/copy/helpers.ts';
import { folder, open, sell, tillId } from '../journal/shop.ts';

const installed = { tillId, installedAt: '2026-01-02T08:00:00.000Z' };

/** A till with its copy on a stick, and an empty folder on another machine. */
async function lost(): Promise<{ copy: string; place: string; from: string; fresh: string }> {
  const { order, journal, copy } = counter();
  writeFileSync(
    path.join(order.from, 'settings.json'),
    JSON.stringify(settingsFor(demoMerchant, 'https://checkout.dintero.com/v1')),
  );
  writeFileSync(path.join(order.from, 'identity.json'), JSON.stringify(installed));
  sell(journal);
  await keeper().round(order);
  return { copy, place: order.place, from: order.from, fresh: folder() };
}

function restore(from: string, fresh: string, more: { again?: boolean; lastReceipt?: number } = {}) {
  return restoreTill(
    { kind: 'restore', folder: from, again: more.again ?? false, lastReceipt: more.lastReceipt ?? null },
    { folder: fresh, machine: 'kassa-2', now: '2026-11-23T08:00:00.000Z' },
  );
}

function saidOf(result: ReturnType<typeof restore>, language: 'en' | 'nb' = 'en'): string {
  if (result.ok) throw new Error('It was not refused');
  return refusalSentences([result.error], wordsFor(language)).join('\n');
}

describe('A till restored from its second copy', () => {
  it('is the same till with the same settings, is another install, and holds nothing else', async () => {
    const { copy, fresh } = await lost();
    expect(restore(copy, fresh).ok).toBe(true);
    expect(readdirSync(fresh).sort()).toEqual(['identity.json', 'journal.sqlite', 'settings.json']);
    const identity = parseIdentity(readFileSync(path.join(fresh, 'identity.json'), 'utf8'));
    if (!identity.ok) throw new Error(identity.error);
    expect(identity.value.tillId).toBe(tillId);
    expect(installIdOf(identity.value)).not.toBe(installIdOf(installed));
    expect(readFileSync(path.join(fresh, 'settings.json'))).toEqual(
      readFileSync(path.join(copy, 'settings.json')),
    );
    expect(open(path.join(fresh, 'journal.sqlite')).read.lastEntry()?.kind).toBe('till.restored');
  });

  it('is found when the place itself is named', async () => {
    const { place, fresh } = await lost();
    expect(restore(place, fresh).ok).toBe(true);
  });

  it('marks the copy: a second till is not made of it unless a person insists', async () => {
    const { copy, fresh } = await lost();
    restore(copy, fresh);
    const third = folder();
    expect(saidOf(restore(copy, third))).toMatch(
      /restored from .* already, on kassa-2 \(23 Nov 2026 09:00\)/,
    );
    expect(saidOf(restore(copy, third), 'nb')).toContain('--restore-again');
    expect(readdirSync(third)).toEqual([]);
    expect(restore(copy, third, { again: true }).ok).toBe(true);
    const about = readAbout(copy);
    expect(about.ok && about.value?.restored).toBe(2);
    const [one, two] = [fresh, third].map((at) =>
      open(path.join(at, 'journal.sqlite')).read.nextSaleNumber(),
    );
    expect(one).not.toBe(two);
  });

  it('is never made over a till', async () => {
    const { copy, from } = await lost();
    const before = readFileSync(path.join(from, 'identity.json'));
    expect(saidOf(restore(copy, from))).toMatch(/There is a till in .* \(journal\.sqlite\)/);
    expect(readFileSync(path.join(from, 'identity.json'))).toEqual(before);
    const about = readAbout(copy);
    expect(about.ok && about.value?.taken).toBeNull();
  });

  it('is not made of what is no copy, or a copy that lacks something', async () => {
    const { copy, fresh } = await lost();
    expect(saidOf(restore(path.join(copy, 'nowhere'), fresh))).toContain('There is no second copy in');
    expect(saidOf(restore(folder(), fresh))).toContain('There is no second copy in');
    rmSync(path.join(copy, 'identity.json'));
    expect(saidOf(restore(copy, fresh))).toContain('There is no second copy in');
    writeFileSync(path.join(copy, 'identity.json'), '{"tillId":"OOOOOO"}');
    expect(saidOf(restore(copy, fresh), 'nb')).toContain('identity.json');
    expect(existsSync(path.join(fresh, 'journal.sqlite'))).toBe(false);
  });

  it('is not made of a copy whose journal does not check out', async () => {
    const { copy, fresh } = await lost();
    writeFileSync(path.join(copy, 'journal.sqlite'), 'no journal at all, but a text of some length');
    expect(saidOf(restore(copy, fresh))).toContain('does not check out');
    expect(existsSync(path.join(fresh, 'settings.json'))).toBe(false);
    const about = readAbout(copy);
    expect(about.ok && about.value?.taken).toBeNull();
  });
});

describe('The switches of a restore', () => {
  it('are read from the command line', () => {
    expect(restoreSwitch(['kvitt'])).toEqual({ kind: 'absent' });
    expect(restoreSwitch(['kvitt', '--restore='])).toEqual({ kind: 'empty' });
    expect(restoreSwitch(['kvitt', '--restore=/a b'])).toMatchObject({
      folder: '/a b',
      again: false,
      lastReceipt: null,
    });
    expect(
      restoreSwitch(['kvitt', '--restore', '/a', '--restore-again', '--last-receipt=417']),
    ).toMatchObject({ folder: '/a', again: true, lastReceipt: 417 });
    expect(restoreSwitch(['kvitt', '--restore=/a', '--last-receipt=R417'])).toMatchObject({
      kind: 'wrong-number',
    });
  });

  it('that are wrong end the program with a sentence', () => {
    const parts = { folder: folder(), machine: 'kassa-2', now: '2026-11-23T08:00:00.000Z' };
    expect(saidOf(restoreTill({ kind: 'empty' }, parts))).toContain('--restore=FOLDER');
    expect(saidOf(restoreTill({ kind: 'wrong-number', text: 'R7' }, parts))).toContain('--last-receipt=R7');
  });
});
