import {
  captured,
  entries,
  expect,
  expectReceipt,
  expectTotal,
  press,
  ringUp,
  test,
  verifyJournal,
} from './till.ts';

test('a sale is paid in cash, by one card and by another, with the power cut in between', async ({
  till,
}) => {
  await ringUp(till, 'coffee', 'bun', 'cup');
  await expectTotal(till, '368.40');
  await press(till, 'Split');
  await till.page().getByLabel('This part').fill('400');
  await expect(till.page().getByText('Less than 368.40 kr')).toBeVisible();
  await till.page().getByLabel('This part').fill('100.50');
  await expect(till.page().getByText('In cash only whole kroner.')).toBeVisible();
  await till.page().getByLabel('This part').fill('100');
  await expect(till.page().getByText('In cash only whole kroner.')).toHaveCount(0);
  await press(till, 'Part in cash');
  await expectTotal(till, '268.40');
  await till.page().keyboard.press('F7');
  await press(till, '1 of 2');
  await expect(till.page().getByLabel('This part')).toHaveValue('134');
  await press(till, 'Part by card');
  await expectTotal(till, '134.40');
  await till.kill();
  await till.start();
  await expectTotal(till, '134.40');
  await expect(till.page().getByRole('list', { name: 'Paid so far' }).getByRole('listitem')).toHaveCount(2);
  await till
    .page()
    .getByRole('option', { name: /Kanelbolle/ })
    .click();
  await press(till, 'More');
  await expect(till.page().getByText('Part of this sale is paid')).toBeVisible();
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  expect(captured(till.simulator)).toEqual([13_400, 13_440]);
  expect(entries(till.folder, 'sale.completed').map(({ body }) => body)).toMatchObject([
    { total: 36_840, payments: [{ kind: 'cash' }, { kind: 'card' }, { kind: 'card' }] },
  ]);
  verifyJournal(till.folder);
});

test('a part on a card goes back to it before the sale is given up', async ({ till }) => {
  await ringUp(till, 'cup');
  await press(till, 'Split');
  await till.page().getByLabel('This part').fill('50');
  await press(till, 'Part by card');
  await expectTotal(till, '79.90');
  await expect(till.page().getByRole('button', { name: 'New sale' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await press(till, 'Give back');
  await press(till, 'Customer changed mind');
  await expectTotal(till, '129.90');
  expect(till.simulator.books().totals).toMatchObject([{ captured: 5_000, refunded: 5_000 }]);
  await press(till, 'New sale');
  await press(till, 'Customer left');
  await expect(till.page().getByText('Scan the first article')).toBeVisible();
  verifyJournal(till.folder);
});
