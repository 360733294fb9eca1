import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../main/catalogue/csv.ts';
import { header, ignoreProgress, read } from './helpers.ts';

const refusalOf = async (bytes: Uint8Array) => {
  const file = await readCatalogue(bytes, ignoreProgress);
  return file.ok ? null : file.error;
};

const names = async (content: string | Uint8Array) =>
  (await read(content)).good.map(({ article }) => article.name);

describe('a file is understood', () => {
  test.each([
    ['with semicolons', `${header}\n1;Kaffe, svart;39,90;25;Drikke;\n`],
    ['with commas', 'id,name,price,vat,group,barcode\n1,"Kaffe, svart","39,90",25,Drikke,\n'],
    ['with tabs', 'id\tname\tprice\tvat\tgroup\tbarcode\n1\tKaffe, svart\t39,90\t25\tDrikke\t\n'],
    ['with Norwegian names', 'varenr;navn;pris;mva;varegruppe;strekkode\n1;Kaffe, svart;39,90;25;Drikke;\n'],
    ['in another order', 'Barcode;Group;VAT;Price;Name;ID\n;Drikke;25;39,90;Kaffe, svart;1\n'],
    ['with columns of its own', `lager;${header}\n17;1;Kaffe, svart;39,90;25;Drikke;\n`],
    ['with a quoted header', `${header.replaceAll(/(\w+)/g, '"$1"')}\n1;Kaffe, svart;39,90;25;Drikke;\n`],
    ['with a byte order mark', `\ufeff${header}\n1;Kaffe, svart;39,90;25;Drikke;\n`],
    ['with Windows line ends', `${header}\r\n1;Kaffe, svart;39,90;25;Drikke;\r\n`],
    ['with old Mac line ends', `${header}\r1;Kaffe, svart;39,90;25;Drikke;\r`],
    ['without a line end at the end', `${header}\n1;Kaffe, svart;39,90;25;Drikke;`],
    ['with blank lines first', `\n\n${header}\n1;Kaffe, svart;39,90;25;Drikke;\n`],
    ['with delimiters too many', `${header}\n1;Kaffe, svart;39,90;25;Drikke;;;;\n`],
  ])('%s', async (_how, content) => {
    const file = await read(content);
    expect(file.bad).toEqual([]);
    expect(file.good.map((row) => row.article)).toEqual([
      { id: '1', name: 'Kaffe, svart', price: 3990, vatRate: 2500, group: 'Drikke', barcode: null },
    ]);
  });

  test('in Windows-1252, its special characters too', async () => {
    const name = Buffer.from([0xc6, 0xd8, 0xc5, 0xe6, 0xf8, 0xe5, 0x20, 0x80, 0x96, 0x9f]);
    const bytes = Buffer.concat([Buffer.from(`${header}\n1;`), name, Buffer.from(';39;25;;\n')]);
    expect(await names(bytes)).toEqual(['ÆØÅæøå €–Ÿ']);
  });

  test.each(Array.from({ length: 16 }, (_, n) => n))(
    'in UTF-8, with letters and line ends cut anywhere by the end of a slice (%i bytes further on)',
    async (further) => {
      const rows = Array.from({ length: 3000 }, (_, n) => `${n};æ;1;25;;`);
      const file = await read(`${header}${' '.repeat(further)}\r\n${rows.join('\r\n')}\r\n`);
      expect(file.good).toHaveLength(3000);
      expect(
        file.good.every(({ line, article }) => line === Number(article.id) + 2 && article.name === 'æ'),
      ).toBe(true);
    },
  );

  test('with quotation marks as CSV has them, and with an inch mark that is none', async () => {
    const content = `${header}\n1;"Kaffe ""Kongen""";39;25;;\n2;Rør 3" blankt;39;25;;\n`;
    expect(await names(content)).toEqual(['Kaffe "Kongen"', 'Rør 3" blankt']);
  });
});

describe('lines are counted as an editor counts them', () => {
  test.each([
    ['\n', 'Unix'],
    ['\r\n', 'Windows'],
    ['\r', 'old Mac'],
  ])('with line ends %j of %s', async (end) => {
    const lines = [
      header,
      '1;"Kaffe',
      'stor";39;25;;',
      '',
      '2;Te;feil;25;;',
      ';;;;;',
      '3;"Kake',
      '',
      'med krem";39;25;;',
      '4;Bolle;feil;25;;',
    ];
    const file = await read(lines.join(end));
    expect(file.good.map((row) => [row.line, row.article.name])).toEqual([
      [2, 'Kaffe stor'],
      [7, 'Kake med krem'],
    ]);
    expect(file.bad.map((row) => row.line)).toEqual([5, 10]);
  });
});

test('the second row with an id or a barcode is bad and names the line of the first', async () => {
  const file = await read(
    `${header}\n1;Kaffe;39;25;;4006381333931\n1;Te;39;25;;\n2;Kake;39;25;;4006381333931\n3;Bolle;39;25;;\n`,
  );
  expect(file.good.map((row) => row.line)).toEqual([2, 5]);
  expect(file.bad).toEqual([
    { line: 3, reason: { kind: 'id-twice', id: '1', firstLine: 2 } },
    { line: 4, reason: { kind: 'barcode-twice', barcode: '4006381333931', firstLine: 2 } },
  ]);
});

describe('a quotation mark that is not closed', () => {
  test('costs the rows up to the next one, and says which', async () => {
    const file = await read(`${header}\n1;"Kaffe;39;25;;\n2;Te;39;25;;\n3;Bolle";20;25;;\n4;Kake;20;25;;\n`);
    expect(file.bad).toEqual([{ line: 2, reason: { kind: 'quote-not-closed', lastLine: 4 } }]);
    expect(file.good.map((row) => row.line)).toEqual([5]);
  });

  test('costs the rest of the file, and says so', async () => {
    const file = await read(`${header}\n1;Kaffe;39;25;;\n2;"Te;39;25;;\n3;Bolle;20;25;;\n4;Kake;20;25;;`);
    expect(file.bad).toEqual([{ line: 3, reason: { kind: 'quote-not-closed', lastLine: 5 } }]);
    expect(file.good.map((row) => row.line)).toEqual([2]);
  });
});

describe('a file that is no catalogue is refused whole', () => {
  test.each([
    ['nothing in it', '', 'empty'],
    ['blank lines only', '\r\n \n', 'empty'],
    ['no header', '1;Kaffe;39;25;;\n', 'no-header'],
    ['a column missing', 'id;name;price;vat;group\n1;Kaffe;39;25;\n', 'no-header'],
    ['a column twice', `${header};navn\n1;Kaffe;39;25;;;\n`, 'no-header'],
    ['something else', '<html><body>Logg inn</body></html>', 'no-header'],
  ])('%s', async (_what, content, reason) => {
    expect(await refusalOf(Buffer.from(content))).toBe(reason);
  });

  test('a picture', async () => {
    expect(await refusalOf(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBe('binary');
  });

  test('UTF-16, which spreadsheets call Unicode text', async () => {
    expect(await refusalOf(Buffer.from(`\ufeff${header}\n`, 'utf16le'))).toBe('binary');
  });

  test('more than 64 MB', async () => {
    expect(await refusalOf(Buffer.alloc(64 * 1024 * 1024 + 1, 'a'))).toBe('too-large');
  });

  test('more than 100,000 rows', async () => {
    const rows = Array.from({ length: 100_001 }, (_, n) => `${n};Vare;1;25;;`);
    expect(await refusalOf(Buffer.from(`${header}\n${rows.join('\n')}`))).toBe('too-many-rows');
  });

  test('far more than 100,000 rows, without being read to its end', async () => {
    const bytes = Buffer.from(`${header}\n${'1;Vare;1;25;;\n'.repeat(200_000)}`);
    let read = 0;
    const file = await readCatalogue(bytes, (done) => (read = done));
    expect(file).toEqual({ ok: false, error: 'too-many-rows' });
    expect(read).toBeLessThan(bytes.length * 0.6);
  });
});

test('100,000 rows are read, each with its line, and other work has its turn meanwhile', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, n) => `${n};Vare ${n};${n},50;${n === 77_777 ? 24 : 25};;`,
  );
  let turns = 0;
  let reading = true;
  const takeTurns = (): void => {
    turns++;
    if (reading) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  const seen: [number, number][] = [];
  const bytes = Buffer.from(`${header}\n${rows.join('\n')}\n`);
  const file = await readCatalogue(bytes, (done, total) => seen.push([done, total]));
  reading = false;

  if (!file.ok) throw new Error(file.error);
  expect(file.value.good).toHaveLength(99_999);
  expect(file.value.good.every((row) => row.line === Number(row.article.id) + 2)).toBe(true);
  expect(file.value.good.every((row) => row.article.price === Number(row.article.id) * 100 + 50)).toBe(true);
  expect(file.value.bad).toEqual([{ line: 77_779, reason: { kind: 'vat-unknown', text: '24' } }]);
  expect(turns).toBeGreaterThan(100);
  expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
  expect(seen.every(([done], index) => done > (seen[index - 1]?.[0] ?? 0))).toBe(true);
});

test('whatever the bytes are, a file is read or refused, and every row is in one list once', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('"', '\n', ';', '25', '39,90'),
  );
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(cell, { maxLength: 60 }).map((cells) => Buffer.from(`${header}\n${cells.join(';')}`)),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      const file = await readCatalogue(bytes, ignoreProgress);
      if (!file.ok) return;
      const lines = [...file.value.good, ...file.value.bad].map((row) => row.line);
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines.every((line) => line >= 1 && line <= bytes.length + 1)).toBe(true);
    }),
  );
});

test('the demo catalogue is good in every row, with four VAT rates and codes of the in-store range', async () => {
  const file = await read(await readFile(new URL('../../../assets/demo-catalogue.csv', import.meta.url)));
  const articles = file.good.map((row) => row.article);
  expect(file.bad).toEqual([]);
  expect(articles.length).toBeGreaterThanOrEqual(60);
  expect([...new Set(articles.map((article) => article.vatRate))].sort((a, b) => a - b)).toEqual([
    0, 1200, 1500, 2500,
  ]);
  expect(new Set(articles.map((article) => article.group)).size).toBe(8);
  expect(articles.filter(({ barcode }) => barcode !== null && !/^2\d{12}$/u.test(barcode))).toEqual([]);
});
