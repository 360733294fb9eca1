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
  type Till,
  verifyJournal,
} from './till.ts';

async function payByCard(till: Till): Promise<void> {
  await ringUp(till, 'cup');
  await press(till, 'Pay by card');
}

async function backToSale(till: Till): Promise<void> {
  await press(till, 'Back to sale');
  await expectTotal(till, '129.90');
  await expect(lines(till)).toHaveCount(1);
}

async function expectUnpaid(till: Till): Promise<void> {
  await backToSale(till);
  expect(captured(till.simulator).every((amount) => amount === 0)).toBe(true);
  expect(entries(till.folder, 'sale.completed')).toEqual([]);
  verifyJournal(till.folder);
}

/** Dintero asks the till to come back in ten minutes: until then it looks only when a person says so. */
const later = { retryAfterSeconds: 600 };

async function looksLater(till: Till): Promise<void> {
  await expect(till.page().getByText(/^Looks again in \d{3} s$/)).toBeVisible();
}

test('a card that is pulled out has failed', async ({ till }) => {
  till.simulator.chooseAnswer({ kind: 'card-pulled' });
  await payByCard(till);
  await expectState(till, 'Failed');
  await expectUnpaid(till);
});

test('a wrong PIN is told as such', async ({ till }) => {
  till.simulator.chooseAnswer({ kind: 'wrong-pin' });
  await payByCard(till);
  await expectState(till, 'Declined');
  await expect(till.page().getByText('The PIN was wrong')).toBeVisible();
  await expectUnpaid(till);
});

test('a request that Dintero refuses says why, and asks nobody for a card', async ({ till }) => {
  till.simulator.inject({ on: 'create', kind: 'status', status: 400, message: 'Unknown terminal' });
  await payByCard(till);
  await expectState(till, 'Failed');
  await expect(till.page().getByText('Dintero refused the request')).toBeVisible();
  await expectUnpaid(till);
  expect(sessionsAsked(till.simulator)).toHaveLength(1);
});

test.describe('a terminal that nobody touches', () => {
  test.use({ rules: { sessionLifetimeMs: 500 } });
  test('lets the payment expire', async ({ till }) => {
    till.simulator.chooseAnswer({ kind: 'ignored' });
    await payByCard(till);
    await expectState(till, 'Expired');
    await expectUnpaid(till);
  });
});

test('a payment is followed by its reference when the create answer was lost', async ({ till }) => {
  till.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
  await payByCard(till);
  await expectState(till, 'Approved');
  await expectReceipt(till, 1);
  expect(sessionsAsked(till.simulator)).toHaveLength(1);
  expect(till.simulator.books().sessions).toHaveLength(1);
  expect(captured(till.simulator)).toEqual([12990]);
});

test('a create whose answer is lost on a connection that was used before is not sent again', async ({
  till,
}) => {
  await payByCard(till);
  await expectReceipt(till, 1);
  await press(till, 'New sale');
  till.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
  await payByCard(till);
  await expectReceipt(till, 2);
  expect(sessionsAsked(till.simulator)).toHaveLength(2);
  expect(captured(till.simulator)).toEqual([12990, 12990]);
});

test('a create that is cut off before it is read reaches Dintero once at most', async ({ till }) => {
  till.simulator.inject({ on: 'create', kind: 'reset' });
  await payByCard(till);
  await expectState(till, 'Undecided');
  expect(sessionsAsked(till.simulator)).toHaveLength(1);
  expect(till.simulator.books().sessions).toEqual([]);
});

test.describe('an undecided payment', () => {
  async function undecided(till: Till, comesBack: Partial<typeof later> = {}): Promise<void> {
    const unlisted = { kind: 'status', status: 503, lasts: 'always', ...comesBack } as const;
    till.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
    till.simulator.inject({ ...unlisted, on: 'findSessions' });
    till.simulator.inject({ ...unlisted, on: 'findTransactions' });
    await payByCard(till);
    await expectState(till, 'Undecided');
  }

  test('says what the till does and what can be done, and is found when Dintero answers', async ({
    till,
  }) => {
    await undecided(till, later);
    await expect(till.page().getByText('Dintero’s answer was lost')).toBeVisible();
    await expect(till.page().getByText('Do not charge the card again')).toBeVisible();
    await looksLater(till);
    till.simulator.clearFaults();
    await press(till, 'Look now');
    await expectState(till, 'Approved');
    await expectReceipt(till, 1);
    expect(sessionsAsked(till.simulator)).toHaveLength(1);
  });

  test('is set aside, the next customer pays cash, and the first is completed when its answer comes', async ({
    till,
  }) => {
    await undecided(till);
    await press(till, 'Set this sale aside');
    await ringUp(till, 'bun');
    await press(till, 'Pay cash');
    await press(till, 'Exact');
    await press(till, 'Confirm cash');
    await expectState(till, 'Paid in cash');
    await press(till, 'New sale');
    await expect(till.page().getByRole('button', { name: 'Parked (1)' })).toBeVisible();
    till.simulator.clearFaults();
    await expect(till.page().getByRole('button', { name: 'Parked', exact: true })).toBeVisible();

    expect(captured(till.simulator)).toEqual([12990]);
    const paid = entries(till.folder, 'sale.completed').map(({ body }) => body['payments']);
    expect(paid).toMatchObject([
      [{ kind: 'cash' }],
      [{ kind: 'card', attemptId: references(till.simulator)[0] }],
    ]);
    verifyJournal(till.folder);
  });

  test('is cancelled as soon as it is found, when the cashier has asked for that', async ({ till }) => {
    till.simulator.chooseAnswer({ kind: 'ignored' });
    await undecided(till, later);
    await press(till, 'Cancel payment');
    await expect(till.page().getByText('Cancelling was asked for')).toBeVisible();
    await expect(till.page().getByRole('button', { name: 'Cancel payment' })).toBeDisabled();
    expect(till.simulator.requests().some(({ operation }) => operation === 'cancel')).toBe(false);
    await looksLater(till);
    till.simulator.clearFaults();
    await press(till, 'Look now');
    await expectState(till, 'Cancelled');
    await expectUnpaid(till);
  });

  test('that was decided as not paid sounds the alarm when Dintero knows better, and is attached', async ({
    till,
  }) => {
    await undecided(till);
    await press(till, 'Decide by hand');
    await till.page().getByLabel('Reason').fill('The customer says no');
    await press(till, 'It was not paid');
    await press(till, 'Back to sale');
    till.simulator.clearFaults();
    const alarm = till
      .page()
      .getByRole('alert')
      .filter({ hasText: /^Paid after all/ });
    await expect(alarm).toBeVisible();
    await press(till, 'Complete its sale');
    await press(till, 'Customer has the goods');
    await expectReceipt(till, 1);
    await expect(alarm).toBeHidden();

    expect(captured(till.simulator)).toEqual([12990]);
    expect(entries(till.folder, 'attempt.decided')).toHaveLength(1);
    verifyJournal(till.folder);
  });

  test('that came after all is refunded from its alarm, and says so until the money went back', async ({
    till,
  }) => {
    await undecided(till);
    await press(till, 'Decide by hand');
    await till.page().getByLabel('Reason').fill('The customer says no');
    await press(till, 'It was not paid');
    await press(till, 'Back to sale');
    till.simulator.clearFaults();
    till.simulator.chooseRefund({ kind: 'done', reply: 'accepted', afterMs: 2_000 });
    const alarm = till
      .page()
      .getByRole('alert')
      .filter({ hasText: /^Paid after all/ });
    await expect(alarm).toBeVisible();
    await press(till, 'Refund');
    await press(till, 'Customer did not get the goods');
    await expect(alarm).toContainText('is being refunded');
    await expect(alarm.getByRole('button')).toHaveCount(0);
    await expect(alarm).toBeHidden();

    expect(till.simulator.books().totals.map(({ refunded }) => refunded)).toEqual([12990]);
    expect(entries(till.folder, 'attempt.alarm-settled').map(({ body }) => body['how'])).toEqual([
      'refunded',
    ]);
    expect(entries(till.folder, 'sale.returned')).toEqual([]);
    verifyJournal(till.folder);
  });
});

test('a status that nobody knows is undecided until it means something', async ({ till }) => {
  till.simulator.chooseAnswer({ kind: 'strange-status', status: 'PONDERING' });
  await payByCard(till);
  await expectState(till, 'Undecided');
  await expect(till.page().getByText('a state that this till does not know')).toBeVisible();
  till.simulator.inject({ on: 'readTransaction', kind: 'status', status: 503, ...later });
  await looksLater(till);
  const [transaction] = till.simulator.books().transactions;
  expect(till.simulator.settle(transaction?.id ?? '', 'DECLINED')).toBe(true);
  await press(till, 'Look now');
  await expectState(till, 'Declined');
  await expectUnpaid(till);
});

test('a payment that is only authorised is paid for the customer, and says that it is not captured', async ({
  till,
}) => {
  till.simulator.chooseAnswer({ kind: 'authorized-only' });
  await payByCard(till);
  await expectReceipt(till, 1);
  const note = till.page().getByText('not yet captured for the shop');
  await expect(note).toBeVisible();
  const [transaction] = till.simulator.books().transactions;
  till.simulator.settle(transaction?.id ?? '', 'CAPTURED');
  await expect(note).toBeHidden();
});

test('without a network the card is not asked for, cash goes on, and the till comes back by itself', async ({
  till,
}) => {
  // The till has found Dintero there, and asks again only in a minute: the payment is the first to find it gone.
  const looked = (): boolean => till.simulator.requests().some((one) => one.operation === 'terminals');
  await expect.poll(looked).toBe(true);
  await till.simulator.refuseConnections();
  await ringUp(till, 'bun');
  await press(till, 'Pay by card');
  const offline = till.page().getByText('Offline', { exact: true });
  await expect(offline).toBeVisible();
  const back = till.page().getByRole('button', { name: 'Back to sale' });
  await expect(back).toBeVisible();
  await back.click();
  await press(till, 'Pay cash');
  await press(till, 'Exact');
  await press(till, 'Confirm cash');
  await expectState(till, 'Paid in cash');
  await till.simulator.acceptConnections();
  await expect(offline).toBeHidden();
  await press(till, 'New sale');
  await payByCard(till);
  await expectState(till, 'Approved');
  expect(captured(till.simulator)).toEqual([12990]);
});
