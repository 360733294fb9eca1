import { dinteroOf } from '../helpers/dintero-of.ts';
import {
  entries,
  expect,
  expectReceipt,
  expectState,
  expectTotal,
  lines,
  press,
  ringUp,
  test,
  type Till,
  verifyJournal,
} from './till.ts';

const posted = (till: Till) => till.simulator.requests().filter(({ operation }) => operation === 'refund');
const refunded = (till: Till) => till.simulator.books().totals.map((total) => total.refunded);

/** A bun and a cup for 168.90, paid by card as receipt 1. */
async function sold(till: Till): Promise<void> {
  await ringUp(till, 'bun', 'cup');
  await press(till, 'Pay by card');
  await expectReceipt(till, 1);
  await press(till, 'New sale');
}

/** Puts the cup of receipt 1 into the basket, to come back. */
async function takeCupBack(till: Till): Promise<void> {
  const page = till.page();
  await press(till, 'Receipts');
  await page.getByLabel('Find receipt').fill('1');
  await page
    .getByRole('list', { name: 'Receipts, newest first' })
    .getByRole('button', { name: /^1 / })
    .click();
  await press(till, 'Exchange');
  await page.getByRole('group', { name: 'Kopp', exact: true }).getByLabel('Quantity to return').fill('1');
  await page.getByLabel('Reason').fill('Wrong size');
  await press(till, 'Put in basket');
  await expect(lines(till)).toHaveCount(1);
}

test('what comes back is taken off dearer goods, and the receipt shows both sides', async ({ till }) => {
  await sold(till);
  await takeCupBack(till);
  await expect(lines(till)).toContainText('Comes back · Kopp');
  await expectTotal(till, '-129.90');
  await ringUp(till, 'book');
  await expectTotal(till, '169.10');
  await press(till, 'Pay by card');
  await expectState(till, 'Exchanged');
  await expectReceipt(till, 2);
  expect(posted(till)).toEqual([]);
  expect(entries(till.folder, 'sale.exchanged').map(({ body }) => body)).toMatchObject([
    { receiptNumber: 2, total: 16910, of: { receiptNumber: 1 }, returned: [{ amount: -12990 }] },
  ]);
  expect(verifyJournal(till.folder)).toContain('2 signed receipts read');

  const page = till.page();
  await press(till, 'Receipts');
  await page.getByLabel('Find receipt').fill('2');
  const paper = page.getByRole('region', { name: 'Receipt 2' });
  await expect(paper).toContainText('Sales receipt/Return receipt');
  await expect(paper).toContainText('Exchange of receipt no.');
  await expect(paper).toContainText('Customer’s signature');
});

test('the difference of cheaper goods goes back to the card once, through a kill', async ({ till }) => {
  await sold(till);
  await takeCupBack(till);
  await ringUp(till, 'bun');
  await expectTotal(till, '-90.90');
  till.simulator.inject({ on: 'refund', kind: 'late', ms: 30_000 });
  await till.page().getByRole('button', { name: 'Give back 90.90 kr' }).dblclick();
  await expectState(till, 'Sending');
  await expect.poll(() => refunded(till)).toEqual([9090]);
  await till.kill();
  await till.start();
  await expectReceipt(till, 2);
  expect(posted(till)).toHaveLength(1);
  expect(refunded(till)).toEqual([9090]);
  expect(entries(till.folder, 'sale.exchanged').map(({ body }) => body)).toMatchObject([
    {
      total: -9090,
      paidBack: [{ kind: 'card', amount: -9090 }],
    },
  ]);
  verifyJournal(till.folder);
});

test('an exchange whose refund is undecided is set aside, and given back in cash when it is refused', async ({
  till,
}) => {
  await sold(till);
  await takeCupBack(till);
  await ringUp(till, 'bun');
  till.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
  await till.page().getByRole('button', { name: 'Give back 90.90 kr' }).click();
  await expectState(till, 'Undecided');
  await press(till, 'Set this sale aside');
  await ringUp(till, 'book');
  await press(till, 'Pay cash');
  await till.page().getByLabel('Cash given').fill('299');
  await press(till, 'Confirm cash');
  await expectReceipt(till, 2);
  await press(till, 'New sale');
  const page = till.page();
  await press(till, 'See it');
  await press(till, 'Decide by hand');
  await page.getByRole('dialog').getByLabel('Reason').fill('Not in Dintero');
  await press(till, 'It did not go back');
  await expectState(till, 'Refund refused');
  await page.keyboard.press('F11');
  await press(till, 'Parked (1)');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /No name/ })
    .click();
  await expectTotal(till, '-90.90');
  await press(till, 'Give back in cash');
  await expectState(till, 'Exchanged');
  await expect(page.getByText('91.00')).toBeVisible();
  expect(refunded(till)).toEqual([0]);
  verifyJournal(till.folder);
});

test('a receipt of another till is looked up at Dintero and refunded by amount', async ({ till }) => {
  const { simulator } = till;
  const other = dinteroOf(simulator, 'Kvitt');
  await other.createSession({
    profile_id: 'T12345678.inperson',
    url: { return_url: 'https://example.com/return' },
    order: {
      amount: 20_000,
      currency: 'NOK',
      merchant_reference: 'R9ABCD-12-1',
      items: [
        {
          id: '1002',
          line_id: '1',
          description: 'Kopp',
          quantity: 1,
          amount: 20_000,
          vat_amount: 4_000,
          vat: 25,
        },
      ],
      store: { id: 'oslo-center', terminal_id: 'T0293', payout_destination_id: 'seller-1' },
    },
  });
  await expect.poll(() => simulator.books().totals[0]?.captured).toBe(20_000);
  const page = till.page();
  await press(till, 'Receipts');
  await page.getByLabel('Find receipt').fill('R9ABCD-R7.12-1');
  await press(till, 'Look up at Dintero');
  await expect(page.getByText('Paid 200.00 kr, of which Dintero holds 200.00 kr')).toBeVisible();
  await page.getByLabel('Refund amount').fill('50');
  await page.getByLabel('Reason').fill('Faulty');
  await press(till, 'Confirm refund');
  await expectState(till, 'Refunded');
  await expectReceipt(till, 1);
  expect(refunded(till)).toEqual([5000]);
  verifyJournal(till.folder);
});
