import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { scan } from '../helpers/app.ts';
import { entries, expect, expectTotal, press, test, type Till, verifyJournal } from './till.ts';

/** Lets the next file dialog end with this file. */
async function choosesFile(till: Till, file: string): Promise<void> {
  await till.electron().evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

async function previewed(till: Till, rows: readonly string[]): Promise<void> {
  const file = path.join(till.folder, 'nye-varer.csv');
  writeFileSync(file, ['id;name;price;vat;group;barcode', ...rows].join('\r\n'), 'latin1');
  await choosesFile(till, file);
  await press(till, 'Settings');
  await press(till, 'Import articles');
  await expect(till.page().getByText('In nye-varer.csv')).toBeVisible();
}

test('a catalogue file is shown with its bad rows by line, and only its good rows are imported', async ({
  till,
}) => {
  const page = till.page();
  await previewed(till, [
    '2001;Blåbærsyltetøy;49,90;15;Frokost;2000000000053',
    '2002;Ost;dyr;15;Frokost;',
    '2003;Brød;32,50;15;Frokost;2000000000060',
    '2004;Smør;27,90;14;Frokost;',
    '2003;Brød;32,50;15;Frokost;',
  ]);
  const bad = page.getByRole('list', { name: 'Bad rows' }).getByRole('listitem');
  await expect(bad).toHaveText([
    /^Line 3 The price “dyr” cannot be read/,
    /^Line 5 The VAT rate “14” is not one that Norway has/,
    /^Line 6 The article number 2003 is on line 4 already/,
  ]);
  expect(entries(till.folder, 'catalogue.imported')).toHaveLength(1);
  await press(till, 'Import the good rows');
  await expect(page.getByText('2 articles were new or changed.')).toBeVisible();
  await expect(page.getByText('6 articles in this till')).toBeVisible();
  await press(till, 'Back');
  await scan(page, '2000000000053');
  await expectTotal(till, '49.90');
  await expect(page.getByRole('tab', { name: 'Frokost' })).toBeVisible();
  expect(entries(till.folder, 'catalogue.imported').at(-1)?.body).toMatchObject({ articles: 2, rejected: 3 });
  verifyJournal(till.folder);
});

test('an import that is not accepted leaves the articles as they were', async ({ till }) => {
  await previewed(till, ['1001;Kanelbolle;1,00;15;Bakevarer;2000000000022']);
  await press(till, 'Cancel');
  await expect(till.page().getByText('4 articles in this till')).toBeVisible();
  await press(till, 'Back');
  await scan(till.page(), '2000000000022');
  await expectTotal(till, '39.00');
});

test('a file that is no catalogue is refused in one sentence', async ({ till }) => {
  const file = path.join(till.folder, 'picture.csv');
  writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await choosesFile(till, file);
  await press(till, 'Settings');
  await press(till, 'Import articles');
  await expect(till.page().getByText('It is not a text file')).toBeVisible();
});
