import type { Locator } from '@playwright/test';
import { scan, scannerKeys, scannerSends, signsOf } from '../helpers/app.ts';
import { unreadableText } from './faults-of-a-screen.ts';
import { finger } from './finger.ts';
import {
  codes,
  entries,
  expect,
  expectReceipt,
  expectState,
  expectTotal,
  lines,
  test,
  verifyJournal,
} from './till.ts';

test('a whole sale and a refund of a part of it, by taps alone', async ({ till }) => {
  const page = till.page();
  const { tap, press, pad } = await finger(page);
  const dialog = page.getByRole('dialog');
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });

  await test.step('three of an article are tapped, and one whose number is', async () => {
    await press('Number pad');
    await pad('3*');
    await press('OK');
    await expect(field('Search or scan')).toHaveValue('3*');
    await tap(page.getByRole('tab', { name: 'Bakevarer' }));
    await press(/^Kanelbolle 39/);
    await expectTotal(till, '117.00');
    await expect(field('Search or scan')).toHaveValue('');
    await press(/^Kanelbolle 39/);
    await expectTotal(till, '156.00');
    await press('Number pad');
    await pad('1002');
    await press('OK');
    await expectTotal(till, '285.90');
  });

  await test.step('a number that no article has is told where it was tapped', async () => {
    await press('Number pad');
    await pad('4711');
    await press('OK');
    await expect(dialog.getByText('Scanned: 4711')).toBeVisible();
    await tap(dialog.getByRole('button', { name: 'Close' }).first());
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the line: more, a quantity, another price with its reason', async () => {
    await press('More');
    await expectTotal(till, '415.80');
    await press('Quantity 2');
    await pad('1,5');
    await press('Set quantity');
    await press('Counted wrong');
    await expectTotal(till, '350.85');
    await tap(lines(till).filter({ hasText: 'Kanelbolle' }).last());
    await press('Price or note');
    for (let times = 0; times < 5; times += 1) await press('Erase');
    await pad('20');
    await press('Damaged');
    await press('OK');
    await expect(dialog).toHaveCount(0);
    await expectTotal(till, '274.85');
  });

  await test.step('parked and taken back, a discount, and cash', async () => {
    await press('Park sale');
    await press('Park');
    await press('Parked (1)');
    await tap(dialog.getByRole('button', { name: /No name/ }));
    await expectTotal(till, '274.85');
    await press('Discount');
    await tap(dialog.getByRole('button', { name: /^20/ }));
    await expectTotal(till, '219.88');
    await press('Pay cash');
    await pad('500');
    await press(/^Confirm cash/);
    await expectReceipt(till, 1);
    await press(/^New sale/);
    await expectTotal(till, '0.00');
  });

  await test.step('one of the lines goes back', async () => {
    await press('Receipts');
    await tap(page.getByRole('list', { name: 'Receipts' }).getByRole('button', { name: /^1 / }));
    await press('Refund');
    const quantity = field('Quantity to refund').first();
    await tap(quantity);
    await pad('1');
    await expect(quantity).toHaveValue('1');
    await press('Faulty');
    await press('Confirm refund');
    await expect(page.getByRole('heading', { name: 'Refunded' })).toBeVisible();
  });

  await till.close();
  verifyJournal(till.folder);
  expect(entries(till.folder, 'sale.returned')).toHaveLength(1);
});

test('a sale by the scanner alone; what is scanned is never typed into a field', async ({
  till,
  simulator,
}) => {
  const page = till.page();
  await page.evaluate(`window.till.call('settings.change', {
    section: 'labels',
    value: {
      rules: [
        { prefix: '23', itemDigits: 5, innerCheck: false, says: 'weight' },
        { prefix: '24', itemDigits: 5, innerCheck: false, says: 'price' },
      ],
    },
  })`);

  await test.step('codes of every kind', async () => {
    await scan(page, codes.bun);
    await expectTotal(till, '39.00');
    await scan(page, '2301001007504');
    await expectTotal(till, '68.25');
    await scan(page, '2401002012345');
    await expectTotal(till, '80.59');
    await scan(page, ']d201020000000000223103000500');
    await expectTotal(till, '100.09');
    await scan(page, '7038010000000');
    await expect(page.getByText('Scanned: 7038010000000')).toBeVisible();
    await expectTotal(till, '100.09');
  });

  await test.step('whatever the scanner is set to send before, in and after a code', async () => {
    const { altGr, enter, separator, tab } = scannerKeys;
    const { bun } = codes;
    let total = 10_009;
    const rung = async (what: string, amount: number, ...sent: Parameters<typeof scannerSends>[1][]) => {
      await scannerSends(page, sent.flat());
      total += amount;
      await expect(page.getByRole('status', { name: 'Total' }), what).toContainText(
        String(total).replace(/(\d\d)$/, '.$1'),
      );
      await expect(page.getByLabel('Search or scan'), what).toHaveValue('');
      await expect(page.getByRole('dialog'), what).toHaveCount(0);
    };
    await rung('Tab at its end', 3_900, signsOf(bun), [tab]);
    await rung('Tab before and after it', 3_900, [tab], signsOf(bun), [tab]);
    await rung('nothing at its end', 3_900, signsOf(bun));
    await rung('the separator, and the weight behind it', 1_950, [
      ...signsOf(']d2010200000000002210A'),
      separator,
      ...signsOf('3103000500'),
      enter,
    ]);
    await rung('AltGr in the middle, as on a Norwegian keyboard', 3_900, [
      altGr,
      ...signsOf(']C10102000000000022'),
      altGr,
      ...signsOf('10{A'),
      enter,
    ]);
    await rung('the number of fourteen figures of the same article', 3_900, signsOf(`0${bun}`), [enter]);
    await page.keyboard.press('F4');
    await page.getByLabel('Name on the parked sale').fill('Ola');
    await scannerSends(page, [...signsOf(bun), enter, enter]);
    await expectTotal(till, '353.59');
    await expect(page.getByLabel('Name on the parked sale')).toHaveValue('Ola');
    await page.keyboard.press('Escape');
  });

  await test.step('in every dialog of the sale the fields stay as they are', async () => {
    const fields = page.locator('input:not([type=radio]), textarea');
    const values = (): Promise<string[]> =>
      fields.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    let total = 35_359;
    for (const open of ['F3', 'F4', 'F6', 'F7', 'F8', 'Free amount', 'Price or note', 'Number pad', 'Keys']) {
      if (open.startsWith('F') && open.length === 2) await page.keyboard.press(open);
      else await page.getByRole('button', { name: open, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      const first = dialog.getByRole('textbox').first();
      if ((await first.count()) > 0) await first.fill('12');
      const before = await values();
      await scan(page, codes.bun);
      if (open === 'F3') {
        await expect(dialog.getByText('Kanelbolle')).toBeVisible();
        before[before.indexOf('12')] = '';
      } else {
        total += 3_900;
        await expectTotal(till, String(total).replace(/(\d\d)$/, '.$1'));
      }
      expect(await values(), open).toEqual(before);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    await page.keyboard.press('F10');
    await page.getByLabel('Cash given').fill('12');
    await scan(page, codes.bun);
    await expect(page.getByText('The scan was not used')).toBeVisible();
    await expect(page.getByLabel('Cash given')).toHaveValue('12');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close day' }).click();
    await scan(page, codes.bun);
    await expect(page.getByText('The scan was not used')).toBeVisible();
    expect((await unreadableText(page)).filter((fault) => fault.includes('The scan'))).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('one key pays, and a scan begins the next sale', async () => {
    simulator.chooseAnswer({ kind: 'ignored' });
    await page.keyboard.press('F9');
    await expectState(till, 'Present card');
    await scan(page, codes.bun);
    simulator.terminal('T0292').tapNow('approved');
    await expectReceipt(till, 1);
    expect(simulator.books().totals).toHaveLength(1);
    await scan(page, codes.cup);
    await expectTotal(till, '129.90');
  });

  await test.step('the bar code of a receipt opens it, and the sale waits', async () => {
    const tillId = await page.evaluate<string>(
      `window.till.call('till.view', {}).then((reply) => reply.value.tillId)`,
    );
    await scan(page, `${tillId}-R1`);
    await expect(page.getByRole('region', { name: 'Receipt 1' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expectTotal(till, '129.90');
  });
});
