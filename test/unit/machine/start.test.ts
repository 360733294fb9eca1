import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../main/journal/index.ts';
import { err, ok } from '../../../main/result.ts';
import { type Machine, openTill, type RunningTill } from '../../../main/start.ts';
import { fillTheShelves, ruinPages, tableLeaf } from './ruin.ts';
import { helperHere } from '../../helpers/copies.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kvitt-start-'));
  file = path.join(folder, 'training', 'journal.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A machine on which nothing is installed: the till starts in training. */
function machine(): Machine {
  const nothing = (): never => {
    throw new Error('Nobody asked for this');
  };
  return {
    folder,
    version: '0.0.0',
    demoCatalogue: path.resolve(import.meta.dirname, '../../../assets/demo-catalogue.csv'),
    updateEngine: { none: 'development' },
    switchedLanguage: 'en',
    languages: ['en'],
    desk: {
      chooseCatalogueFile: nothing,
      chooseSavePath: nothing,
      chooseFolder: nothing,
      choosePicture: nothing,
      htmlToPdf: nothing,
      printHtml: nothing,
      readFile: nothing,
      writeFile: nothing,
    },
    fetch,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    settingsIn: (of) => ({
      path: path.join(of, 'settings.json'),
      read: () => ok(null),
      write: () => err('not here'),
    }),
    keyStore: () => Promise.resolve({ kind: 'none' }),
    startHelper: helperHere,
    name: 'kassa-1',
    knowSecret: () => undefined,
    reopen: nothing,
  };
}

async function start(): Promise<RunningTill> {
  const opened = await openTill(machine());
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
