import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkExport } from '../../main/day/export/check/file.ts';
import { entries, expect, expectReceipt, press, ringUp, test, type Till, verifyJournal } from './till.ts';

/** Lets the next folder dialog end with this folder; with none, the person closes it. */
async function choosesFolder(till: Till, folder: string | null): Promise<void> {
  await till.electron().evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, folder);
}

test('the books are taken out in every form, each whole and written down', async ({ till }) => {
  const page = till.page();
  const out = await mkdtemp(path.join(tmpdir(), 'kvitt-books-'));
  try {
    await ringUp(till, 'cup');
    await press(till, 'Pay by card');
    await expectReceipt(till, 1);
    await press(till, 'New sale');
    await press(till, 'Export journal');

    await choosesFolder(till, null);
    await press(till, 'Choose folder and export');
    await expect(page.getByRole('dialog').getByText('Nothing was exported.')).toBeVisible();

    await choosesFolder(till, out);
    for (const [label, files] of [
      ['Tax office (SAF-T)', 1],
      ['Spreadsheet (CSV)', 3],
      ['Accountant (vouchers)', 2],
      ['All entries (JSON Lines)', 1],
    ] as const) {
      const before = readdirSync(out).length;
      await page.getByRole('radio', { name: label }).check();
      await press(till, 'Choose folder and export');
      await expect.poll(() => readdirSync(out).length).toBe(before + 2 * files);
      await expect(page.getByRole('dialog').getByText(`in ${out}.`)).toBeVisible();
    }

    const xml = readdirSync(out).find((name) => name.endsWith('.xml')) ?? '';
    const { checked, wrong } = checkExport(path.join(out, xml), 'saft');
    expect(wrong).toEqual([]);
    expect(checked[0]).toMatch(/^1 transactions/);
    expect(entries(till.folder, 'journal.exported')).toHaveLength(4);
    verifyJournal(till.folder);
  } finally {
    await rm(out, { recursive: true });
  }
});
