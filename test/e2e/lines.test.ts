import { scan } from '../helpers/app.ts';
import { entries, expect, expectReceipt, expectTotal, lines, press, test, verifyJournal } from './till.ts';

test('a beer is made an article, sold with its deposit when the age was seen, at another price and to a named buyer', async ({
  till,
}) => {
  const page = till.page();
  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'Articles' }).click();
  await press(till, 'New article');
  for (const [label, text] of [
    ['Article number', '2001'],
    ['Name', 'Pils 0,5'],
    ['Price including VAT', '39,90'],
    ['Barcode', '2000000000053'],
    ['Age limit in years', '18'],
    ['Deposit on each', '3'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  const form = page.locator('form').filter({ has: page.getByLabel('Article number') });
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await press(till, 'Back');

  await page.keyboard.press('F3');
  await scan(page, '2000000000053');
  await expect(page.getByRole('dialog')).toContainText('39.90');
  await expect(page.getByRole('dialog')).toContainText('3.00 kr deposit');
  await press(till, 'Add to the sale');
  await expect(lines(till)).toHaveCount(2);
  await expectTotal(till, '42.90');
  await expect(page.getByText('Age limit 18.')).toBeVisible();
  await press(till, 'Pay by card');
  await expect(page.getByText('The buyer must be 18 years old')).toBeVisible();
  await press(till, 'Old enough');
  await expect(page.getByText('Age limit 18.')).toBeHidden();

  await press(till, 'Price or note');
  await page.getByLabel('Price of one').fill('30');
  await press(till, 'Damaged');
  await page.getByLabel('Note on the receipt').fill('Dented can');
  await press(till, 'OK');
  await expectTotal(till, '33.00');
  await press(till, 'Buyer');
  await page.getByLabel('Name').fill('Fjord Kafé AS');
  await press(till, 'OK');
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  expect(entries(till.folder, 'sale.completed').map(({ body }) => body)).toMatchObject([
    {
      total: 3_300,
      buyer: { name: 'Fjord Kafé AS' },
      lines: [
        { note: 'Dented can', listPrice: 3_990, ageLimit: 18 },
        { depositOf: '1', amount: 300 },
      ],
    },
  ]);
  verifyJournal(till.folder);
});
