import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCatalogueImport, type CatalogueImport } from '../../../main/catalogue/import.ts';
import { readCatalogueFile } from '../../../main/catalogue/read-file.ts';
import { openJournal, type Journal } from '../../../main/journal/index.ts';
import { header, ignoreProgress } from './helpers.ts';

let folder: string;
let journal: Journal;
let imports: CatalogueImport;

function open(): Journal {
  const opened = openJournal({ path: join(folder, 'journal.sqlite'), now: () => 1_772_443_800_000 });
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value;
}

function importsOf(on: Journal): CatalogueImport {
  let number = 0;
  return createCatalogueImport({
    journal: on,
    readFile: readCatalogueFile,
    newId: () => `import-${++number}`,
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvitt-catalogue-'));
  journal = open();
  imports = importsOf(journal);
});

afterEach(async () => {
  journal.close();
  await rm(folder, { recursive: true });
});

async function stage(rows: readonly string[], fileName = 'varer.csv') {
  await writeFile(join(folder, fileName), `${header}\n${rows.join('\n')}\n`);
  const staged = await imports.stage(join(folder, fileName), ignoreProgress);
  if (!staged.ok) throw new Error(staged.error.code);
  return staged.value;
}

async function take(rows: readonly string[]) {
  const { importId } = await stage(rows);
  return imports.accept(importId, 'Kari', ignoreProgress);
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `${n};Vare ${n};1;25;;`);

test('a file is previewed before anything of it is in the till', async () => {
  const preview = await stage(['1;Kaffe;39;25;Drikke;', '2;Te;39;24;;', '3;Kake;59;15;Mat;']);
  expect(preview).toEqual({
    importId: 'import-1',
    fileName: 'varer.csv',
    good: 2,
    changed: 2,
    bad: 1,
    problems: [{ line: 3, reason: { kind: 'vat-unknown', text: '24' } }],
  });
  expect(journal.read.articleCount()).toBe(0);
  expect(journal.read.lastEntry()).toBeNull();
});

test('accepting takes the good rows in, and journals the file and who accepted it', async () => {
  expect(await take(['1;Kaffe;39;25;Drikke;4006381333931', '2;Te;39;24;;'])).toEqual({
    ok: true,
    value: { changed: 1 },
  });
  expect(journal.read.articleByBarcode('4006381333931')).toMatchObject({
    id: '1',
    name: 'Kaffe',
    price: 3900,
  });
  expect(journal.read.articleCount()).toBe(1);
  expect(journal.read.lastEntry()).toMatchObject({ seq: 2, kind: 'catalogue.imported' });
});

test('a later file adds and changes articles, and removes none', async () => {
  await take(['1;Kaffe;39;25;Drikke;', '2;Te;35;25;Drikke;', '3;Kake;59;15;Mat;']);
  const preview = await stage(['2;Te;37;25;Drikke;', '3;Kake;59;15;Mat;', '4;Bolle;39;15;Mat;']);
  expect(preview).toMatchObject({ good: 3, changed: 2, bad: 0 });

  await imports.accept(preview.importId, null, ignoreProgress);
  expect(journal.read.article('1')).toMatchObject({ name: 'Kaffe' });
  expect(journal.read.article('2')).toMatchObject({ price: 3700 });
  expect(journal.read.articleCount()).toBe(4);
});

test('a file that changes nothing can be accepted, and is journalled as that', async () => {
  await take(['1;Kaffe;39;25;Drikke;']);
  const before = journal.read.lastEntry()?.seq ?? 0;
  expect(await take(['1;Kaffe;39;25;Drikke;'])).toEqual({ ok: true, value: { changed: 0 } });
  expect(journal.read.lastEntry()).toMatchObject({ seq: before + 1, kind: 'catalogue.imported' });
});

test('an import that broke off in the middle has changed nothing, also after a restart', async () => {
  await take(['1;Kaffe;39;25;Drikke;']);
  const { importId } = await stage(['1;Kaffe;49;25;Drikke;', ...many(2500)]);
  const power = new Error('power cut');
  const cut = imports.accept(importId, 'Kari', () => {
    throw power;
  });
  await expect(cut).rejects.toBe(power);
  expect(journal.read.lastEntry()).toMatchObject({ kind: 'catalogue.articles' });

  journal.close();
  journal = open();
  expect(journal.read.article('1')).toMatchObject({ price: 3900 });
  expect(journal.read.articleCount()).toBe(1);

  imports = importsOf(journal);
  expect((await take(['9;Te;35;25;Drikke;'])).ok).toBe(true);
  expect(journal.read.articleCount()).toBe(2);
});

test('an import of several entries counts whole, and its progress comes to its end', async () => {
  const { importId } = await stage(many(2500));
  const seen: [number, number][] = [];
  const accepted = await imports.accept(importId, null, (done, total) => seen.push([done, total]));
  expect(accepted).toEqual({ ok: true, value: { changed: 2500 } });
  expect(seen).toEqual([
    [1000, 2500],
    [2000, 2500],
    [2500, 2500],
  ]);
  expect(journal.read.articleCount()).toBe(2500);
});

describe('a barcode that another article has', () => {
  const [a, b, c] = ['4006381333931', '96385074', '036000291452'];

  test('is not taken from it, nor from what waits for it in turn', async () => {
    await take([`1;Kaffe;39;25;;${a}`, `2;Te;39;25;;${b}`]);
    // 3 wants what 2 has, and 2 would give it up only for what 1 has and keeps.
    const preview = await stage([`3;Kake;59;15;;${b}`, `2;Te;39;25;;${a}`, `4;Bolle;39;15;;${c}`]);
    expect(preview).toMatchObject({ good: 1, changed: 1, bad: 2 });
    expect(preview.problems).toEqual([
      { line: 2, reason: { kind: 'barcode-taken', barcode: b, articleId: '2' } },
      { line: 3, reason: { kind: 'barcode-taken', barcode: a, articleId: '1' } },
    ]);
  });

  test('moves when the same file gives that one another', async () => {
    await take([`1;Kaffe;39;25;;${a}`, `2;Te;39;25;;${b}`]);
    expect(await take([`1;Kaffe;39;25;;${b}`, `2;Te;39;25;;${a}`])).toEqual({
      ok: true,
      value: { changed: 2 },
    });
    expect(journal.read.articleByBarcode(a)).toMatchObject({ id: '2' });
    expect(journal.read.articleByBarcode(b)).toMatchObject({ id: '1' });
  });
});

describe('one file at a time', () => {
  const code = (result: Awaited<ReturnType<CatalogueImport['stage']>>) =>
    result.ok ? null : result.error.code;

  test('a second file takes the place of the first', async () => {
    const first = await stage(['1;Kaffe;39;25;;']);
    const second = await stage(['2;Te;39;25;;']);
    expect(await imports.accept(first.importId, null, ignoreProgress)).toMatchObject({
      error: { code: 'IMPORT-GONE' },
    });
    expect((await imports.accept(second.importId, null, ignoreProgress)).ok).toBe(true);
    expect(journal.read.article('1')).toBeNull();
  });

  test('what was dropped or accepted is gone', async () => {
    const dropped = await stage(['1;Kaffe;39;25;;']);
    imports.drop('another');
    imports.drop(dropped.importId);
    expect(await imports.accept(dropped.importId, null, ignoreProgress)).toMatchObject({
      error: { code: 'IMPORT-GONE' },
    });
    const accepted = await stage(['1;Kaffe;39;25;;']);
    await imports.accept(accepted.importId, null, ignoreProgress);
    expect(await imports.accept(accepted.importId, null, ignoreProgress)).toMatchObject({
      error: { code: 'IMPORT-GONE' },
    });
    expect(journal.read.lastEntry()?.seq).toBe(2);
  });

  test('none begins while another is read or written', async () => {
    await writeFile(join(folder, 'varer.csv'), `${header}\n${many(1500).join('\n')}\n`);
    const reading = imports.stage(join(folder, 'varer.csv'), ignoreProgress);
    expect(code(await imports.stage(join(folder, 'varer.csv'), ignoreProgress))).toBe('NOT-ALLOWED-NOW');
    const staged = await reading;
    if (!staged.ok) throw new Error(staged.error.code);

    const { importId } = staged.value;
    const writing = imports.accept(importId, null, ignoreProgress);
    expect(await imports.accept(importId, null, ignoreProgress)).toMatchObject({
      error: { code: 'NOT-ALLOWED-NOW' },
    });
    imports.drop(importId);
    expect((await writing).ok).toBe(true);
    expect(journal.read.articleCount()).toBe(1500);
  });
});

test('a file that is no catalogue or is not there is refused by name, and the next one is read', async () => {
  await writeFile(join(folder, 'bilde.csv'), Buffer.from('89504e470d0a1a0a00', 'hex'));
  expect(await imports.stage(join(folder, 'bilde.csv'), ignoreProgress)).toEqual({
    ok: false,
    error: { code: 'IMPORT-FILE', detail: { reason: 'binary', file: 'bilde.csv' } },
  });
  expect(await imports.stage(join(folder, 'borte.csv'), ignoreProgress)).toEqual({
    ok: false,
    error: { code: 'IMPORT-FILE', detail: { reason: 'unreadable', file: 'borte.csv' } },
  });
  expect(await stage(['1;Kaffe;39;25;;'])).toMatchObject({ good: 1 });
});

test('a preview names the first 500 bad rows and counts them all', async () => {
  const preview = await stage(Array.from({ length: 700 }, (_, n) => `${n};Vare;1;24;;`));
  expect(preview.bad).toBe(700);
  expect(preview.problems.map((row) => row.line)).toEqual(Array.from({ length: 500 }, (_, n) => n + 2));
});

test('a journal that cannot be written to is said, and nothing is imported', async () => {
  const { importId } = await stage(['1;Kaffe;39;25;;']);
  const full: Journal = {
    ...journal,
    write: () => ({ ok: false, error: { code: 'JOURNAL-FULL', detail: 'no space' } }),
  };
  const onFull = importsOf(full);
  const staged = await onFull.stage(join(folder, 'varer.csv'), ignoreProgress);
  expect(staged).toMatchObject({ value: { importId } });
  expect(await onFull.accept(importId, null, ignoreProgress)).toEqual({
    ok: false,
    error: { code: 'JOURNAL-FULL', detail: { reason: 'no space' } },
  });
  expect(journal.read.articleCount()).toBe(0);
});
