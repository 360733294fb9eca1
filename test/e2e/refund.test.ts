import {
  entries,
  expect,
  expectReceipt,
  expectState,
  press,
  ringUp,
  test,
  type Till,
  verifyJournal,
} from './till.ts';

/** A bun and a cup for 168.90, paid by card as receipt 1. */
async function sold(till: Till): Promise<void> {
  await ringUp(till, 'bun', 'cup');
  await press(till, 'Pay by card');
  await expectState(till, 'Approved');
  await expectReceipt(till, 1);
  await press(till, 'New sale');
}

/** Finds the sale's receipt by what is typed and asks for its refund. */
async function findAndRefund(till: Till, text = '1'): Promise<void> {
  const page = till.page();
  if (!(await page.getByLabel('Find receipt').isVisible())) await press(till, 'Receipts');
  await page.getByLabel('Find receipt').fill(text);
  await page
    .getByRole('list', { name: 'Receipts, newest first' })
    .getByRole('button', { name: /^1 / })
    .click();
  await press(till, 'Refund');
}

async function refundAll(till: Till): Promise<void> {
  await findAndRefund(till);
  await press(till, 'Refund all');
  await expect(till.page().getByLabel('Refund amount')).toHaveValue('168,90');
  await confirm(till);
}

async function confirm(till: Till): Promise<void> {
  await till.page().getByLabel('Reason').fill('Customer changed mind');
  await press(till, 'Confirm refund');
}

const posted = (till: Till) => till.simulator.requests().filter(({ operation }) => operation === 'refund');
const refunded = (till: Till) => till.simulator.books().totals.map((total) => total.refunded);
const returns = (till: Till) => entries(till.folder, 'sale.returned');

test('a whole sale is refunded to its card, with a return receipt', async ({ till }) => {
  await sold(till);
  await refundAll(till);
  await expectState(till, 'Refunded');
  await expectReceipt(till, 2);
  expect(refunded(till)).toEqual([16890]);
  expect(posted(till).map(({ body }) => body)).toMatchObject([
    { amount: 16890, reason: 'Customer changed mind' },
  ]);
  expect(returns(till).map(({ body }) => body)).toMatchObject([
    { receiptNumber: 2, total: -16890, of: { receiptNumber: 1 } },
  ]);
  expect(verifyJournal(till.folder)).toContain('2 signed receipts read');

  const page = till.page();
  await press(till, 'Back to receipt');
  await page.getByLabel('Find receipt').fill('2');
  const paper = page.getByRole('region', { name: 'Receipt 2' });
  await expect(paper).toContainText('Return receipt');
  await expect(paper).toContainText('Customer’s signature');
  await expect(paper).toContainText('Phone number');
});

test('two parts go back line by line, and a third is refused by the till', async ({ till }) => {
  await sold(till);
  const page = till.page();
  const line = (name: string) => page.getByRole('group', { name, exact: true });
  await findAndRefund(till);
  await test.step('what cannot be read gives nothing back, least of all everything', async () => {
    await press(till, 'Refund all');
    await page.getByLabel('Reason', { exact: true }).fill('Faulty');
    const button = page.getByRole('button', { name: 'Confirm refund' });
    await expect(button).not.toHaveAttribute('aria-disabled', 'true');
    for (const [field, typed, said] of [
      ['Refund amount', '50 kr', 'Not an amount'],
      ['Quantity to refund', '1 pc', 'Not a quantity'],
    ] as const) {
      const first = page.getByLabel(field).first();
      await first.fill(typed);
      await expect(page.getByText(said)).toBeVisible();
      await expect(first).toHaveAttribute('aria-invalid', 'true');
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await first.fill('');
    }
    await line('Kopp').getByLabel('Quantity to refund').fill('');
  });
  await line('Kanelbolle').getByLabel('Quantity to refund').fill('1');
  await expect(page.getByLabel('Refund amount')).toHaveValue('39');
  await confirm(till);
  await expectState(till, 'Refunded');
  await press(till, 'Back to receipt');

  await press(till, 'Refund');
  await expect(line('Kanelbolle').getByLabel('Quantity to refund')).toBeDisabled();
  await line('Kopp').getByLabel('Quantity to refund').fill('2');
  await expect(page.getByText('more than is left to refund')).toBeVisible();
  await line('Kopp').getByLabel('Quantity to refund').fill('1');
  await confirm(till);
  await expectState(till, 'Refunded');
  await press(till, 'Back to receipt');

  await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  expect(refunded(till)).toEqual([16890]);
  expect(posted(till).map(({ body }) => body)).toMatchObject([
    { amount: 3900, items: [{ line_id: '1', amount: 3900, quantity: 1 }] },
    { amount: 12990, items: [{ line_id: '2', amount: 12990, quantity: 1 }] },
  ]);
  expect(returns(till).map(({ body }) => body['receiptNumber'])).toEqual([2, 3]);
  verifyJournal(till.folder);
});

test('two quick presses are one refund', async ({ till }) => {
  await sold(till);
  await findAndRefund(till);
  await press(till, 'Refund all');
  await till.page().getByLabel('Reason').fill('Faulty');
  await till.page().getByRole('button', { name: 'Confirm refund' }).dblclick();
  await expectState(till, 'Refunded');
  expect(posted(till)).toHaveLength(1);
  expect(refunded(till)).toEqual([16890]);
  expect(returns(till)).toHaveLength(1);
});

test('a lost answer that did refund is found by its reference', async ({ till }) => {
  await sold(till);
  till.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'done' });
  await refundAll(till);
  await expectState(till, 'Refunded');
  expect(posted(till)).toHaveLength(1);
  expect(refunded(till)).toEqual([16890]);
});

test('a lost answer that did not refund stays undecided until a person decides', async ({ till }) => {
  await sold(till);
  till.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
  await refundAll(till);
  await expectState(till, 'Undecided');
  const page = till.page();
  await press(till, 'Back to receipt');
  await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByText('The refund of 168.90 kr for receipt 1 is undecided.')).toBeVisible();
  await press(till, 'See it');
  await expectState(till, 'Undecided');
  await press(till, 'Decide by hand');
  await page.getByRole('dialog').getByLabel('Reason').fill('Not in Dintero');
  await press(till, 'It did not go back');
  await expectState(till, 'Refund refused');
  await press(till, 'Back to receipt');
  expect(refunded(till)).toEqual([0]);
  await refundAll(till);
  await expectState(till, 'Refunded');
  expect(refunded(till)).toEqual([16890]);
  expect(posted(till)).toHaveLength(2);
  verifyJournal(till.folder);
});

test('an accepted refund is done when Dintero says so', async ({ till }) => {
  till.simulator.chooseRefund({ kind: 'done', reply: 'accepted', afterMs: 800 });
  await sold(till);
  await refundAll(till);
  await expectState(till, 'Under way');
  await expectState(till, 'Refunded');
  expect(refunded(till)).toEqual([16890]);
});

test('an accepted refund that is refused afterwards gives nothing back', async ({ till }) => {
  till.simulator.chooseRefund({ kind: 'refused', reply: 'accepted', afterMs: 300 });
  await sold(till);
  await refundAll(till);
  await expectState(till, 'Refund refused');
  expect(refunded(till)).toEqual([0]);
  expect(returns(till)).toEqual([]);
});

test.describe('where Dintero wants the cardholder at the terminal', () => {
  test.use({ rules: { answerAfterMs: 300, refundRule: 'terminal' } });

  test('the refund is offered there, and goes back when the card is shown', async ({ till }) => {
    await sold(till);
    till.simulator.chooseRefund({ kind: 'absent' });
    await refundAll(till);
    await expectState(till, 'Refund refused');
    await press(till, 'Refund at terminal');
    await expectState(till, 'Present card');
    till.simulator.terminal('T0292').tapNow('approved');
    await expectState(till, 'Refunded');
    expect(refunded(till)).toEqual([16890]);
    expect(posted(till).map(({ body }) => body)).toMatchObject([{}, { terminal_id: 'T0292' }]);
  });
});

test('a till that is killed between the request and its answer gives back once', async ({ till }) => {
  await sold(till);
  till.simulator.inject({ on: 'refund', kind: 'late', ms: 30_000 });
  await refundAll(till);
  await expect.poll(() => refunded(till)).toEqual([16890]);
  await till.kill();
  await till.start();
  await expect.poll(() => returns(till).length).toBe(1);
  expect(posted(till)).toHaveLength(1);
  expect(refunded(till)).toEqual([16890]);
  verifyJournal(till.folder);
});

test('a cash sale goes back from the drawer in whole kroner', async ({ till }) => {
  const page = till.page();
  await ringUp(till, 'cup');
  await press(till, 'Pay cash');
  await page.getByLabel('Cash given').fill('200');
  await press(till, 'Confirm cash');
  await expectReceipt(till, 1);
  await press(till, 'New sale');
  await findAndRefund(till, '129,90');
  await page.getByLabel('Refund amount').fill('50,50');
  await confirm(till);
  await expectState(till, 'Refunded');
  await expect(page.getByText('Give the customer 51.00 kr from the drawer.')).toBeVisible();
  expect(posted(till)).toEqual([]);
  expect(returns(till).map(({ body }) => body['payments'])).toEqual([
    [{ kind: 'cash', amount: -5050, rounding: -50 }],
  ]);
});

test('a receipt is found by all that it is known by', async ({ till }) => {
  await sold(till);
  await ringUp(till, 'book');
  await press(till, 'Pay by card');
  await expectReceipt(till, 2);
  await press(till, 'New sale');
  await press(till, 'Receipts');
  const page = till.page();
  const rows = page.getByRole('list', { name: 'Receipts, newest first' }).getByRole('button');
  await expect(rows).toHaveCount(2);
  const [transaction] = till.simulator.books().transactions;
  const reference = till.simulator.books().sessions[0]?.order.merchant_reference ?? '';
  const barcode = `${reference.split('-')[0] ?? ''}-R1`;
  for (const text of ['1', '168,90', 'kanelbolle', '1002', reference, barcode, transaction?.id ?? '']) {
    await page.getByLabel('Find receipt').fill(text);
    await expect(rows).toHaveCount(1);
    await expect(rows).toHaveText(/^1 /);
    await expect(page.getByRole('region', { name: 'Receipt 1' })).toBeVisible();
  }
  await page.getByLabel('Find receipt').fill('R9ABCD-R7');
  await expect(page.getByText('from another till of the shop, R9ABCD')).toBeVisible();
  await press(till, 'Everything');
  await expect(page.getByRole('region', { name: 'Everything' })).toContainText(reference);
});
