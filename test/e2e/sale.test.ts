import {
  captured,
  entries,
  expect,
  expectReceipt,
  expectState,
  expectTotal,
  lines,
  press,
  references,
  ringUp,
  sessionsAsked,
  test,
  verifyJournal,
} from './till.ts';

test('two articles are scanned, paid by card, and the journal verifies', async ({ till }) => {
  till.simulator.chooseAnswer({ kind: 'ignored' });
  await ringUp(till, 'bun', 'cup');
  await expectTotal(till, '168.90');
  await press(till, 'Pay by card');
  await expectState(till, 'Present card');
  till.simulator.terminal('T0292').tapNow('approved');
  await expectState(till, 'Approved');
  await expectReceipt(till, 1);
  await expect(till.page().getByRole('button', { name: 'Print receipt' })).toBeVisible();

  expect(captured(till.simulator)).toEqual([16890]);
  expect(sessionsAsked(till.simulator)).toHaveLength(1);
  expect(verifyJournal(till.folder)).toContain('1 signed receipts read');

  await press(till, 'New sale');
  await expect(till.page().getByText('Scan the first article')).toBeVisible();
  await expectTotal(till, '0.00');
});

test('a declined card is followed by another one in the same sale, with a reference of its own', async ({
  till,
}) => {
  till.simulator.chooseAnswer({ kind: 'declined' });
  const keys = till.page().keyboard;
  await ringUp(till, 'bun', 'book');
  await keys.down('F9');
  await expectState(till, 'Declined');
  await expect(till.page().getByText('nothing was charged')).toBeVisible();
  await test.step('a key that is still held asks for no other payment', async () => {
    for (let times = 0; times < 5; times += 1) await keys.down('F9');
    await keys.up('F9');
    await expectState(till, 'Declined');
  });
  await press(till, 'Back to sale');
  await expectTotal(till, '338.00');
  await expect(till.page().getByText('1 card payment was not paid')).toBeVisible();
  await till.page().getByRole('button', { name: 'Pay by card' }).focus();
  await keys.down('Enter');
  await expectState(till, 'Approved');
  await test.step('nor does it carry the receipt away', async () => {
    for (let times = 0; times < 5; times += 1) await keys.down('Enter');
    await keys.up('Enter');
    await expectReceipt(till, 1);
  });

  const [first, second, ...more] = references(till.simulator);
  expect(more).toEqual([]);
  expect(first).toMatch(/^[A-Z0-9]{6}-1-1$/);
  expect(second).toBe(first?.replace(/1$/, '2'));
  expect(captured(till.simulator)).toEqual([0, 33800]);
  const [completed] = entries(till.folder, 'sale.completed');
  expect(completed?.body['payments']).toMatchObject([{ attemptId: second, amount: 33800 }]);
  verifyJournal(till.folder);
});

test('a payment is cancelled while the terminal waits, and the sale is not paid', async ({ till }) => {
  till.simulator.chooseAnswer({ kind: 'ignored' });
  await ringUp(till, 'cup');
  await press(till, 'Pay by card');
  await expectState(till, 'Present card');
  await press(till, 'Cancel payment');
  await expectState(till, 'Cancelled');
  await press(till, 'Back to sale');
  await expectTotal(till, '129.90');

  expect(captured(till.simulator)).toEqual([0]);
  expect(till.simulator.terminal('T0292').prompt()).toBeNull();
  expect(till.simulator.requests().filter(({ operation }) => operation === 'cancel')).toHaveLength(1);
  expect(entries(till.folder, 'sale.completed')).toEqual([]);
  verifyJournal(till.folder);
});

test('a payment that is cancelled one second before the customer taps is paid', async ({ till }) => {
  till.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 1000 });
  await ringUp(till, 'cup');
  await press(till, 'Pay by card');
  await expectState(till, 'Present card');
  await press(till, 'Cancel payment');
  await expectState(till, 'Cancelling');
  await expectState(till, 'Approved');
  await expectReceipt(till, 1);

  expect(captured(till.simulator)).toEqual([12990]);
  expect(entries(till.folder, 'sale.completed')).toHaveLength(1);
  verifyJournal(till.folder);
});

test('cash is rounded to whole kroner, and the change is told', async ({ till }) => {
  await ringUp(till, 'cup', 'bun');
  await press(till, 'Pay cash');
  await expect(till.page().getByText('Rounded to whole kroner from 168.90')).toBeVisible();
  await till.page().getByLabel('Cash given').fill('200');
  await press(till, 'Confirm cash');
  await expectState(till, 'Paid in cash');
  await expectReceipt(till, 1);
  await expect(till.page().getByText(/^Change\s+31\.00/)).toBeVisible();

  expect(till.simulator.books().sessions).toEqual([]);
  const [completed] = entries(till.folder, 'sale.completed');
  expect(completed?.body['payments']).toMatchObject([
    { kind: 'cash', amount: 16890, rounding: 10, given: 20000, change: 3100 },
  ]);
  verifyJournal(till.folder);
});

test('too little cash completes nothing', async ({ till }) => {
  await ringUp(till, 'bun');
  await press(till, 'Pay cash');
  await till.page().getByLabel('Cash given').fill('38,50');
  await expect(till.page().getByText(/^Missing\s+0\.50/)).toBeVisible();
  await till.page().getByLabel('Cash given').press('Enter');
  await press(till, 'Back to sale');
  await expect(lines(till)).toHaveCount(1);
  expect(entries(till.folder, 'sale.completed')).toEqual([]);
});

test('the request for the specified example is the one of the specified page', async ({ till }) => {
  await ringUp(till, 'coffee');
  await press(till, 'More');
  await expectTotal(till, '399.00');
  await press(till, 'Pay by card');
  await expectState(till, 'Approved');

  const [attempt] = references(till.simulator);
  const sale = attempt?.replace(/-1$/, '');
  const [asked] = sessionsAsked(till.simulator);
  expect(asked?.path).toBe('/v1/sessions-profile');
  expect(asked?.headers['dintero-feature-toggles']).toBe('strict-session-amounts');
  expect(asked?.headers['dintero-system-name']).toBe('Kvitt');
  expect(asked?.body).toEqual({
    url: { return_url: 'https://example.com/return' },
    order: {
      amount: 39900,
      currency: 'NOK',
      merchant_reference: attempt,
      items: [
        {
          id: 'sku-coffee-001',
          line_id: '1',
          description: 'Premium Coffee Beans 1kg',
          quantity: 2,
          amount: 39900,
          vat_amount: 4275,
          vat: 12,
        },
      ],
      store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1' },
    },
    configuration: {
      seitatech: { type: 'payment_type', in_person: { type: 'payment_product_type', enabled: true } },
    },
    profile_id: 'T12345678.inperson',
    metadata: { ext_sale_id: sale, ext_attempt_id: attempt },
  });
});
