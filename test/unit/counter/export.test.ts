import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { exportCalls } from '../../../main/counter/export-calls.ts';
import { checkExport } from '../../../main/day/export/check/file.ts';
import type { Desk } from '../../../main/desk.ts';
import { openJournal } from '../../../main/journal/index.ts';
import { accounts } from '../../../preload/contract/books.ts';
import { day, folder, newShop, value } from '../day/export/month.ts';

/** A till's export buttons on a journal of five days; the person chooses `out`. */
function counter(out: string | null) {
  const dir = folder();
  const file = path.join(dir, 'journal.sqlite');
  const shop = newShop(file, '2026-03-01T08:00:00.000Z');
  for (const date of [2, 3, 4, 5, 6]) day(shop, `2026-03-0${date}`, date);
  shop.journal.close();
  const journal = value(openJournal({ path: file, now: () => Date.now() }));
  onTestFinished(() => {
    journal.close();
  });
  let onProgress: (percent: number) => void = () => undefined;
  const calls = exportCalls({
    journal,
    journalPath: file,
    desk: { chooseFolder: () => Promise.resolve(out) } as Desk,
    clock: systemClock,
    authorise: () => null,
    accounts: () => accounts.parse({}),
    operator: () => 'Kari',
    isOver: () => false,
    onProgress: ({ percent }) => {
      onProgress(percent);
    },
    onJournalError: () => undefined,
  });
  return {
    journal,
    start: (asks: Partial<Parameters<(typeof calls)['export.start']>[0]> = {}) =>
      Promise.resolve(
        calls['export.start']({ format: 'saft', from: '2026-03-01', to: '2026-03-31', ...asks }),
      ),
    cancel: () => calls['export.cancel']({}),
    whileExporting: (work: (percent: number) => void) => {
      onProgress = work;
    },
  };
}

describe('exporting from the window', () => {
  it('writes the files where the person chose, and an entry with who did it', async () => {
    const out = folder();
    const { start, journal } = counter(out);
    const made = value(await start());
    expect(made).toMatchObject({ folder: out, files: [expect.stringMatching(/^SAF-T Cash Register_/)] });
    const [file = ''] = made?.files ?? [];
    expect(checkExport(path.join(out, file), 'saft').wrong).toEqual([]);
    expect(journal.read.lastEntry()?.kind).toBe('journal.exported');
  });

  it('goes on selling meanwhile', async () => {
    const { start, journal, whileExporting } = counter(folder());
    let written = 0;
    whileExporting(() => {
      value(journal.write('Kari', (tx) => tx.append('drawer.opened', { why: 'Veksle' })));
      written += 1;
    });
    expect(value(await start({ format: 'jsonl' }))).not.toBeNull();
    expect(written).toBeGreaterThan(0);
  });

  it('leaves nothing when it is cancelled, and no entry', async () => {
    const out = folder();
    const { start, cancel, journal, whileExporting } = counter(out);
    const before = journal.read.lastEntry()?.seq;
    let told = 0;
    whileExporting(() => {
      told += 1;
      void cancel();
    });
    // Cancelled before the folder is chosen as well: the dialog's answer comes too late.
    const pressed = start();
    void cancel();
    expect(value(await pressed)).toBeNull();
    expect(value(await start({ format: 'jsonl' }))).toBeNull();
    expect(told).toBe(1);
    expect(readdirSync(out)).toEqual([]);
    expect(journal.read.lastEntry()?.seq).toBe(before);
  });

  it('does nothing when no folder is chosen', async () => {
    const { start, journal } = counter(null);
    expect(value(await start())).toBeNull();
    expect(journal.read.lastEntry()?.kind).not.toBe('journal.exported');
  });

  it('is one at a time', async () => {
    const { start } = counter(folder());
    const [first, second] = await Promise.all([start(), start()]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, error: { code: 'NOT-ALLOWED-NOW' } });
  });

  it('says what stands in the way', async () => {
    const place = path.join(folder(), 'a file');
    writeFileSync(place, '');
    const { start } = counter(place);
    expect(await start()).toMatchObject({ ok: false, error: { code: 'EXPORT-NOT-WRITABLE' } });
    expect(await start({ from: '2020-01-01', to: '2020-01-31' })).toMatchObject({
      ok: false,
      error: { code: 'EXPORT-EMPTY' },
    });
    expect(await start({ from: '2026-04-01' })).toMatchObject({
      ok: false,
      error: { code: 'MESSAGE-WRONG' },
    });
    expect(await start({ from: '2026-02-30' })).toMatchObject({
      ok: false,
      error: { code: 'MESSAGE-WRONG' },
    });
  });
});
