import { entries, expect, press, ringUp, test } from './till.ts';

test('what the shop writes below its receipts stands on the next one, and is there after a restart', async ({
  till,
}) => {
  await press(till, 'Settings');
  await till.page().getByRole('tab', { name: 'Receipt' }).click();
  await till.page().getByLabel('Opening hours').fill('Åpent 9–17\nBytte innen 30 dager');
  await press(till, 'Save');
  await expect(till.page().getByText('Saved.')).toBeVisible();
  expect(entries(till.folder, 'settings.changed')).toHaveLength(1);
  await till.close();
  await till.start();
  await ringUp(till, 'bun');
  await press(till, 'Pay by card');
  await expect(till.page().getByRole('heading', { name: 'Approved' })).toBeVisible();
  await press(till, 'New sale');
  await press(till, 'Receipts');
  await till
    .page()
    .getByRole('group', { name: 'Receipts, newest first' })
    .getByRole('button')
    .first()
    .click();
  await expect(till.page().getByText('Bytte innen 30 dager')).toBeVisible();
});
