import { entries, expect, expectReceipt, expectState, press, ringUp, test, type Till } from './till.ts';

/** Opens Close day and waits for what stands in the way of the Z report. */
async function inTheWay(till: Till, what: string): Promise<void> {
  await press(till, 'Close day');
  await expect(till.page().getByRole('region', { name: 'Settle this first' })).toContainText(what);
  await expect(till.page().getByRole('button', { name: 'Make Z report' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
}

test('an undecided payment, its alarm and a difference each have a button that leads to where they are settled', async ({
  till,
}) => {
  const page = till.page();
  const { simulator } = till;
  simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
  simulator.inject({ on: 'findSessions', kind: 'status', status: 503, lasts: 'always' });
  simulator.inject({ on: 'findTransactions', kind: 'status', status: 503, lasts: 'always' });
  await ringUp(till, 'cup');
  await press(till, 'Pay by card');
  await expectState(till, 'Undecided');
  await press(till, 'Set this sale aside');
  await inTheWay(till, 'A card payment of 129.90 kr is not decided');
  await press(till, 'Go to the payment');
  await expectState(till, 'Undecided');
  await press(till, 'Decide by hand');
  await page.getByLabel('Reason').fill('The customer says no');
  await press(till, 'It was not paid');
  await press(till, 'Back to sale');

  simulator.clearFaults();
  const alarm = page.getByRole('alert').filter({ hasText: /^Paid after all/ });
  await expect(alarm).toBeVisible();
  await press(till, 'New sale');
  await press(till, 'Customer left');
  await inTheWay(till, 'turned out otherwise');
  await press(till, 'Settle');
  await press(till, 'Refunded in Dintero');
  await expect(alarm).toBeHidden();

  // Somebody takes a payment back in Dintero's own pages.
  await press(till, 'Back');
  await ringUp(till, 'bun');
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  await press(till, 'New sale');
  const [, transaction] = simulator.books().transactions;
  const login = Buffer.from('training-client:training-secret').toString('base64');
  const token = (await (
    await fetch(`${simulator.baseUrl}/accounts/T12345678/auth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${login}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        audience: `${simulator.baseUrl}/accounts/T12345678`,
      }),
    })
  ).json()) as { access_token: string };
  await fetch(`${simulator.baseUrl}/transactions/${transaction?.id ?? ''}/refund`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ amount: 3900, reason: 'Elsewhere' }),
  });
  await press(till, 'Close day');
  await press(till, 'Make Z report');
  await expect(page.getByRole('region', { name: 'Settle this first' })).toContainText(
    'Difference 1 with Dintero',
  );
  await press(till, 'See it');
  await expect(page.getByText('39.00 kr at Dintero')).toBeVisible();
  await press(till, 'Handled elsewhere');
  await page.getByLabel('Another reason').fill('Taken back by head office');
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await press(till, 'Close day');
  await press(till, 'Make Z report');
  await expect(page.getByRole('region', { name: 'Z report 1' })).toContainText('Payments paid after all');
  expect(entries(till.folder, 'report.z')).toHaveLength(1);
});

test('an undecided refund in the way has a button that shows it', async ({ till }) => {
  const page = till.page();
  await ringUp(till, 'bun');
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  await press(till, 'New sale');
  till.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
  await press(till, 'Receipts');
  await page.getByLabel('Find receipt').fill('1');
  await press(till, 'Refund');
  await press(till, 'Refund all');
  await page.getByLabel('Reason').fill('Customer changed mind');
  await press(till, 'Confirm refund');
  await expectState(till, 'Undecided');
  await inTheWay(till, 'A refund of 39.00 kr is not decided');
  await press(till, 'Go to the refund');
  await expectState(till, 'Undecided');
  await press(till, 'Decide by hand');
  await page.getByRole('dialog').getByLabel('Reason').fill('Not in Dintero');
  await press(till, 'It did not go back');
  await expectState(till, 'Refund refused');
  await press(till, 'Close day');
  await expect(page.getByRole('button', { name: 'Make Z report' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
