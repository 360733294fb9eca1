import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallDisk } from '../../../helpers/small-disk.ts';
import { folder, month } from './month.ts';
import { take, taken } from './take.ts';

let dir: string;
let journal: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'files-month-'));
  journal = path.join(dir, 'journal.sqlite');
  month(journal);
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('the files of an export', () => {
  it('lie whole in their folder, each with its SHA-256 as sha256sum checks it', async () => {
    const out = path.join(folder(), 'new', 'folder');
    await taken(journal, out, 'csv');
    const names = ['linjer', 'betalinger', 'dager'].map(
      (table) => `Kvitt_K7F3QD_2026-03-01_2026-03-31_20260401100000_${table}.csv`,
    );
    expect(readdirSync(out).sort()).toEqual(names.flatMap((name) => [name, `${name}.sha256`]).sort());
    for (const name of names) {
      expect(execFileSync('sha256sum', ['-c', `${name}.sha256`], { cwd: out, encoding: 'utf8' })).toBe(
        `${name}: OK\n`,
      );
    }
  });

  it('are never written over what lies there', async () => {
    const out = folder();
    const files = await taken(journal, out, 'csv');
    const second = files[1] ?? '';
    for (const file of files) if (file !== second) rmSync(file);
    writeFileSync(second, 'something of somebody’s');
    const before = readdirSync(out);
    expect(await take(journal, out, 'csv')).toMatchObject({ ok: false, error: { code: 'EXPORT-EXISTS' } });
    expect(readdirSync(out)).toEqual(before);
    expect(readFileSync(second, 'utf8')).toBe('something of somebody’s');
  });

  it('are not there when the export was cancelled', async () => {
    for (const pausesBefore of [0, 1, 4]) {
      const out = folder();
      let pauses = 0;
      const made = await take(journal, out, 'saft', {
        isCancelled: () => pauses > pausesBefore,
        pause: () => {
          pauses += 1;
          return Promise.resolve();
        },
      });
      expect(made).toMatchObject({ ok: false, error: { code: 'EXPORT-CANCELLED' } });
      expect(readdirSync(out)).toEqual([]);
    }
  });

  it('leave nothing half on a disk that is full', async () => {
    const disk = smallDisk(2);
    try {
      disk.fillUpTo(400_000);
      const before = readdirSync(disk.folder);
      const made = await take(journal, disk.folder, 'saft');
      expect(made).toMatchObject({ ok: false, error: { code: 'EXPORT-FULL' } });
      expect(readdirSync(disk.folder)).toEqual(before);
      disk.emptyAgain();
      expect(await take(journal, disk.folder, 'saft')).toMatchObject({ ok: true });
    } finally {
      disk.remove();
    }
  });

  it('cannot be put where nothing can be written', async () => {
    const place = path.join(folder(), 'a file');
    writeFileSync(place, '');
    expect(await take(journal, place, 'jsonl')).toMatchObject({
      ok: false,
      error: { code: 'EXPORT-NOT-WRITABLE' },
    });
  });

  it('are made bit by bit, telling how far, from the beginning to the end', async () => {
    for (const format of ['jsonl', 'saft'] as const) {
      const shares: number[] = [];
      await taken(journal, folder(), format, { onProgress: (share) => shares.push(share) });
      expect(shares.length).toBeGreaterThan(5);
      expect(shares).toEqual(shares.toSorted((one, other) => one - other));
      expect(shares.at(-1)).toBe(1);
    }
  });
});
