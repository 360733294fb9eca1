import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entries, expect, expectReceipt, press, ringUp, test, type Till, verifyJournal } from './till.ts';

test.use({ rules: { answerAfterMs: 300, operationAfterMs: 200 } });

async function choosesFolder(till: Till, folder: string): Promise<void> {
  await till.electron().evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
}

async function sellAndClose(till: Till, receipt: number, z: number): Promise<void> {
  await ringUp(till, 'cup');
  await press(till, 'Pay by card');
  await expectReceipt(till, receipt);
  await press(till, 'New sale');
  await press(till, 'Close day');
  await press(till, 'Make Z report');
  const report = till.page().getByRole('region', { name: `Z report ${String(z)}` });
  await expect(report).toContainText('The terminal’s own totals');
}

test('the books of a day come into the shop’s folder, its accounts are its own, and its payouts are matched', async ({
  till,
}) => {
  const page = till.page();
  const place = mkdtempSync(path.join(tmpdir(), 'kvitt-share-'));
  const away = `${place}-away`;
  try {
    await press(till, 'Settings');
    await page.getByRole('tab', { name: 'Day’s books' }).click();
    await choosesFolder(till, place);
    await press(till, 'Choose folder');
    await expect(page.getByText(place)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Tax office (SAF-T)' }).uncheck();
    await page.getByLabel('Cards, owed by the card company').fill('1599');
    await press(till, 'Save');
    await expect(page.getByText('Saved.')).toBeVisible();
    await press(till, 'Back');

    await sellAndClose(till, 1, 1);
    const [first] = await expectFolders(place, 1);
    await expect.poll(() => readdirSync(path.join(place, first ?? '')).length).toBe(12);
    await press(till, 'Done');

    // The share goes away: the till says so, and puts the books there when it is back.
    renameSync(place, away);
    await press(till, 'Back');
    await sellAndClose(till, 2, 2);
    await expect(page.getByText(/books of Z report 2 are not in the folder/)).toBeVisible();
    renameSync(away, place);
    await till.close();
    await till.start();
    await expectFolders(place, 2);
    await expect.poll(() => entries(till.folder, 'day.exported').length).toBe(6);

    await press(till, 'Close day');
    await till.page().getByRole('tab', { name: 'Card payments' }).click();
    await till.page().getByRole('button', { name: 'This week' }).click();
    const compared = till.page().getByRole('region', { name: 'Compare with Dintero' });
    await expect(compared).toContainText('Everything agrees.');
    await expect(compared).toContainText('259.80');
    till.simulator.payOut();
    await press(till, 'Look for payouts');
    await expect(till.page().getByText('1 new payout.')).toBeVisible();
    await expect(till.page().getByRole('table', { name: 'By Z report' })).toContainText('129.90');
    await expect(till.page().getByRole('table', { name: 'By payout' })).toContainText('257.86');
    till.simulator.inject({ kind: 'status', on: 'settlements', status: 403 });
    await press(till, 'Look for payouts');
    await expect(till.page().getByText('Not available: Dintero does not show payouts')).toBeVisible();
    verifyJournal(till.folder);
  } finally {
    for (const folder of [place, away]) if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
});

async function expectFolders(place: string, count: number): Promise<string[]> {
  await expect.poll(() => (existsSync(place) ? readdirSync(place).length : 0)).toBe(count);
  return readdirSync(place).toSorted();
}
