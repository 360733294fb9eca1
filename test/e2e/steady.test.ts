import type { Page } from '@playwright/test';
import { expect, expectState, press, ringUp, test, type Till } from './till.ts';
import { scan } from '../helpers/app.ts';

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
type Boxes = Record<string, Box>;

/** Where the things stand that a hand and an eye find without looking. */
async function boxes(page: Page): Promise<Boxes> {
  return page.evaluate(() => {
    const found: Record<string, Element | null> = {
      'search field': document.querySelector('main section input'),
      'first tile': document.querySelector('[role="tabpanel"] button'),
      total: document.querySelector('output[data-due]')?.parentElement ?? null,
    };
    for (const button of document.querySelectorAll('main button')) {
      const name = button.querySelector('span')?.textContent ?? '';
      if (/^(Pay cash|Pay by card|Park sale|Split|Discount|New sale|Free amount|Buyer)$/.test(name))
        found[name] = button;
    }
    return Object.fromEntries(
      Object.entries(found).map(([name, element]) => {
        if (element === null) throw new Error(`There is no ${name}`);
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return [name, { left, top, right, bottom }];
      }),
    );
  });
}

const sizes = [
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

/** Compares with where everything stood at each size when the till was opened. */
function standsStill(till: Till, first: Map<string, Boxes>): (when: string) => Promise<void> {
  return async (when) => {
    const page = till.page();
    for (const size of sizes) {
      await page.setViewportSize(size);
      // A frame at the new size has been drawn when the one after it begins.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      const now = await boxes(page);
      const key = `${String(size.width)} × ${String(size.height)}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, now);
      else expect(now, `${key}, ${when}`).toEqual(before);
    }
  };
}

test('the total, the buttons and the first tile stay put to the pixel, whatever happens', async ({
  till,
}) => {
  const page = till.page();
  const { simulator } = till;
  await expect(page.getByRole('tabpanel').getByRole('button').first()).toBeVisible();
  const still = standsStill(till, new Map());
  await still('empty');

  await ringUp(till, 'coffee');
  // The payment is the first to find that Dintero is gone.
  await expect.poll(() => simulator.requests().some(({ operation }) => operation === 'terminals')).toBe(true);
  await simulator.refuseConnections();
  await press(till, 'Pay by card');
  const offline = page.getByText('Offline', { exact: true });
  await expect(offline).toBeVisible();
  await press(till, 'Back to sale');
  await expect(page.getByRole('status', { name: 'Total' })).toBeVisible();
  await still('offline');
  await simulator.acceptConnections();
  await expect(offline).toBeHidden();

  await ringUp(till, 'bun');
  await still('after a scan');
  await scan(page, '7038010000000');
  await expect(page.getByText('Scanned: 7038010000000')).toBeVisible();
  await still('after an unknown code');
  await ringUp(till, 'cup', 'book');
  for (const code of ['1,50', '2,50', '3,50', '4,50', '5,50']) {
    await press(till, 'Free amount');
    await page.getByRole('dialog').getByLabel('Amount').fill(code);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await still('with a long basket of several rates');

  simulator.chooseAnswer({ kind: 'declined' });
  await press(till, 'Pay by card');
  await expectState(till, 'Declined');
  await press(till, 'Back to sale');
  await expect(page.getByRole('status', { name: 'Total' })).toBeVisible();
  await still('after a card that was declined');

  await press(till, 'Split');
  await page.getByRole('dialog').getByLabel('This part').fill('20');
  await press(till, 'Part in cash');
  await expect(page.getByText('To pay')).toBeVisible();
  await still('with a part paid');
  await press(till, 'Give back');
  await press(till, 'Pays in another way');

  // An answer that was lost, given up by hand and paid after all: the loudest that the till can be.
  simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
  simulator.inject({ on: 'findSessions', kind: 'status', status: 503, lasts: 'always' });
  simulator.inject({ on: 'findTransactions', kind: 'status', status: 503, lasts: 'always' });
  await press(till, 'Pay by card');
  await expectState(till, 'Undecided');
  await press(till, 'Decide by hand');
  await page.getByLabel('Reason').fill('The terminal showed “Declined”');
  await press(till, 'It was not paid');
  await press(till, 'Back to sale');
  simulator.clearFaults();
  await expect(page.getByRole('alert').filter({ hasText: /^Paid after all/ })).toBeVisible();
  await still('with an alarm');
});

test('the amount stays put while a customer pays, and the header’s buttons wherever somebody goes', async ({
  till,
}) => {
  const page = till.page();
  const { simulator } = till;
  const placeOf = (selector: string): Promise<string[]> =>
    page.locator(selector).evaluateAll((found) =>
      found.map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return [left, top, width, height].map(Math.round).join(' ');
      }),
    );
  const buttons = await placeOf('header nav button');
  for (const screen of ['Receipts', 'Close day', 'Settings']) {
    await press(till, screen);
    await expect(page.getByRole('button', { name: screen, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(await placeOf('header nav button'), screen).toEqual(buttons);
  }
  await press(till, 'Back');

  await ringUp(till, 'coffee');
  const due = async (state: string): Promise<string[]> => {
    await expectState(till, state);
    return placeOf('main [data-due]');
  };
  simulator.chooseAnswer({ kind: 'ignored' });
  await press(till, 'Pay by card');
  const asked = await due('Present card');
  simulator.terminal('T0292').tapNow('declined');
  expect(await due('Declined')).toEqual(asked);
  await press(till, 'Pay by card');
  expect(await due('Present card')).toEqual(asked);
  simulator.terminal('T0292').tapNow('approved');
  expect(await due('Approved')).toEqual(asked);
});
