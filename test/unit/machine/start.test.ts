import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../main/journal/index.ts';
import { openTill, type RunningTill } from '../../../main/start.ts';
import { fillTheShelves, ruinPages, tableLeaf } from './ruin.ts';
import { bareMachine } from '../../helpers/machine.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kvitt-start-'));
  file = path.join(folder, 'training', 'journal.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<RunningTill> {
  const opened = await openTill(bareMachine(folder));
  if (!opened.ok) throw new Error(opened.error.kind);
  opened.value.unlock();
  opened.value.till.start();
  return opened.value;
}

/** A sale with one line is open, and the till is off. */
async function leaveASaleOpen(): Promise<void> {
  const running = await start();
  const { till } = running;
  expect(
    await till.handle('sale.addFreeAmount', { amount: 4200, vatRate: 2500, description: 'Oppskrift' }),
  ).toMatchObject({ ok: true });
  await running.close();
}

async function saysThatItIsStopped(): Promise<void> {
  const running = await start();
  const { till } = running;
  expect(till.view().stopped).toMatchObject({ code: 'JOURNAL-BROKEN' });
  expect(await till.handle('till.view', {})).toMatchObject({ ok: true });
  expect(await till.handle('sale.enter', { text: '1001' })).toMatchObject({
    ok: false,
    error: { code: 'JOURNAL-BROKEN' },
  });
  await running.close();
}

describe('A till that is started on a damaged journal', () => {
  it('shows why it is stopped when a bit was flipped, and leaves the file as it is', async () => {
    await leaveASaleOpen();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('"description":"Oppskrift"');
    bytes.writeUInt8(bytes.readUInt8(at + 20) ^ 0x04, at + 20);
    writeFileSync(file, bytes);
    await saysThatItIsStopped();
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('shows why it is stopped when the sale that was open lies on a page that cannot be read', async () => {
    await leaveASaleOpen();
    const opened = openJournal({ path: file, now: Date.now });
    if (!opened.ok) throw new Error(opened.error.detail);
    fillTheShelves(opened.value);
    opened.value.close();
    const ruined = ruinPages(file, (page) => page.readUInt8(0) === tableLeaf && page.includes('"Oppskrift"'));
    expect(ruined).toBe(1);
    await saysThatItIsStopped();
  });
});
