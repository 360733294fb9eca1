import type { Page } from '@playwright/test';
import { scan } from '../helpers/app.ts';
import {
  entries,
  expect,
  expectState,
  expectTotal,
  lines,
  press,
  ringUp,
  test,
  verifyJournal,
} from './till.ts';

test('a scan is heard wherever the focus is, and typed into no field', async ({ till }) => {
  const page = till.page();
  await page.getByRole('button', { name: 'Free amount' }).focus();
  await ringUp(till, 'bun');
  await page.getByLabel('Search or scan').focus();
  await ringUp(till, 'cup');
  await expect(page.getByLabel('Search or scan')).toHaveValue('');
  await expectTotal(till, '168.90');
});

/** Types as fast as a scanner, without its Enter; each key says when it was pressed, however slow the machine is. */
async function typeFast(page: Page, text: string): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const begun = Date.now();
  await Promise.all(
    Array.from(text).map((key, nth) =>
      keys.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key,
        text: key,
        timestamp: (begun + nth * 7) / 1000,
      }),
    ),
  );
  await keys.detach();
}

test('what is typed too fast for a person and not ended as a scan is in the field all the same', async ({
  till,
}) => {
  const page = till.page();
  const field = page.getByLabel('Search or scan');
  await field.focus();
  await typeFast(page, 'kaffe');
  await expect(field).toHaveValue('kaffe');
  await typeFast(page, 's');
  await expect(field).toHaveValue('kaffes');
  await field.selectText();
  await typeFast(page, 'kopper');
  await expect(field, 'what was selected is replaced').toHaveValue('kopper');
});

test('the first character of a code is out of the field before the scanner is done with the code', async ({
  till,
}) => {
  const page = till.page();
  const field = page.getByLabel('Search or scan');
  await field.focus();
  await field.evaluate((input: HTMLInputElement) => {
    const values: string[] = [];
    Object.assign(window, { values });
    input.addEventListener('input', () => values.push(input.value));
  });
  const values = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { values: string[] }).values);
  // No scan after all, so that what its end does is told from what was done before.
  await typeFast(page, 'sku-coffee');
  await expect(field).toHaveValue('sku-coffee');
  expect((await values()).slice(0, -1), 'what the field held on the way').toContain('');
});

test('a code that no article has is told, with the code, and heard unless the shop wants it silent', async ({
  till,
}) => {
  const page = till.page();
  await page.evaluate(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    const start: unknown = Object.getOwnPropertyDescriptor(
      AudioScheduledSourceNode.prototype,
      'start',
    )?.value;
    Object.defineProperty(OscillatorNode.prototype, 'start', {
      value(this: OscillatorNode, when: number) {
        heard.push(this.frequency.value);
        if (typeof start === 'function') Reflect.apply(start, this, [when]);
      },
    });
  });
  const heard = (): Promise<number[]> =>
    page.evaluate(() => (window as unknown as { heard: number[] }).heard);
  await ringUp(till, 'bun');
  await scan(page, '7038010000000');
  await expect(page.getByText('Scanned: 7038010000000')).toBeVisible();
  const said = await page.getByRole('alert').filter({ hasText: 'No article has this code' }).innerText();
  expect(said.split('7038010000000'), 'the code is said once').toHaveLength(2);
  await expect(lines(till)).toHaveCount(1);
  expect(await heard()).toEqual([220, 220]);

  await press(till, 'Settings');
  await page.getByRole('tab', { name: 'This computer' }).click();
  await page.getByRole('group', { name: /tone/ }).getByRole('radio', { name: 'Off' }).check();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.keyboard.press('Escape');
  await scan(page, '7038010000017');
  await expect(page.getByText('Scanned: 7038010000017')).toBeVisible();
  expect(await heard()).toEqual([220, 220]);
});

test('three of an article are typed as 3*code', async ({ till }) => {
  const field = till.page().getByLabel('Search or scan');
  await field.pressSequentially('3*1001', { delay: 40 });
  await field.press('Enter');
  await expectTotal(till, '117.00');
  await expect(lines(till)).toHaveText([/^3Kanelbolle/]);
});

test('one Enter and one touch ring up one article, however quick the next one follows', async ({ till }) => {
  const page = till.page();
  const field = page.getByLabel('Search or scan');
  await expect(field).toBeFocused();
  /** One after the other, before the till can have answered the first. */
  const atOnce = (work: string): Promise<void> =>
    page.evaluate(`(async () => {
      const field = document.activeElement;
      const soon = () => new Promise((resolve) => setTimeout(resolve));
      const enter = () => field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      const tile = [...document.querySelectorAll('main button')].find((one) => /^Kanelbolle/.test(one.textContent));
      ${work}
    })()`);
  await field.fill('1001');
  await atOnce('enter(); await soon(); enter();');
  await expectTotal(till, '39.00');
  await expect(field).toHaveValue('');
  await field.fill('3*');
  await atOnce('tile.click(); await soon(); tile.click();');
  await expectTotal(till, '195.00');
  await field.fill('no such thing');
  await atOnce('enter(); await soon(); enter();');
  await expect(page.getByText('Scanned: no such thing')).toBeVisible();
  await expect(field).toHaveValue('no such thing');
});

test('an article is found by a part of its name, and rung up by arrow and Enter', async ({ till }) => {
  const field = till.page().getByLabel('Search or scan');
  await field.pressSequentially('bolle', { delay: 40 });
  const found = till.page().getByRole('listbox', { name: 'Matching articles' });
  await expect(found.getByRole('option')).toHaveText([/Kanelbolle/]);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expectTotal(till, '39.00');
});

test('an article is touched in its group', async ({ till }) => {
  const page = till.page();
  await page.getByRole('tab', { name: 'Bøker' }).click();
  await page.getByRole('tabpanel', { name: 'Bøker' }).getByRole('button', { name: /^Bok / }).click();
  await expectTotal(till, '299.00');
});

test('a quantity with decimals is priced to the øre', async ({ till }) => {
  await ringUp(till, 'coffee');
  await press(till, 'Quantity 1');
  await till.page().getByLabel('Quantity', { exact: true }).fill('1,250');
  await press(till, 'Set quantity');
  await expectTotal(till, '249.38');
});

test('what is not in the catalogue is sold as a free amount with its VAT rate', async ({ till }) => {
  const page = till.page();
  await press(till, 'Free amount');
  await page.getByLabel('Amount', { exact: true }).fill('45,50');
  await page.getByRole('radio', { name: /^15/ }).check();
  await page.getByLabel('What it is').fill('Dagens suppe');
  await press(till, 'Add line');
  await expectTotal(till, '45.50');
  await expect(lines(till)).toHaveText([/Dagens suppe/]);
  const [added] = entries(till.folder, 'sale.line-added');
  expect(JSON.stringify(added?.body)).toContain('1500');
});

test('a line is removed only with a reason, which the journal keeps', async ({ till }) => {
  await ringUp(till, 'bun', 'cup');
  await press(till, 'Remove line');
  await press(till, 'Wrong article');
  await expect(lines(till)).toHaveText([/Kanelbolle/]);
  await expectTotal(till, '39.00');
  const [removed] = entries(till.folder, 'sale.line-removed');
  expect(removed?.body).toMatchObject({ reason: 'Wrong article' });
});

test('a sale is cleared only with a reason', async ({ till }) => {
  await ringUp(till, 'bun');
  await press(till, 'New sale');
  await press(till, 'Customer left');
  await expect(lines(till)).toHaveCount(0);
  const [aborted] = entries(till.folder, 'sale.aborted');
  expect(aborted?.body).toMatchObject({ reason: 'Customer left' });
});

test('a discount on the sale is spread over its lines and can be taken off again', async ({ till }) => {
  await ringUp(till, 'coffee', 'book');
  await press(till, 'Discount');
  await till.page().getByRole('dialog').getByRole('button', { name: /^10/ }).click();
  await expectTotal(till, '448.65');
  await press(till, 'Discount');
  await press(till, 'Take the discount off');
  await expectTotal(till, '498.50');
});

test('a sale is parked under a name, and taken back after another one', async ({ till }) => {
  await ringUp(till, 'cup');
  await press(till, 'Park sale');
  await till.page().getByLabel('Name on the parked sale').fill('Blue jacket');
  await press(till, 'Park');
  await expect(lines(till)).toHaveCount(0);
  await ringUp(till, 'bun');
  await press(till, 'Pay cash');
  await press(till, 'Exact');
  await press(till, 'Confirm cash');
  await expectState(till, 'Paid in cash');
  await press(till, 'New sale');
  await press(till, 'Parked (1)');
  await till
    .page()
    .getByRole('dialog')
    .getByRole('button', { name: /Blue jacket/ })
    .click();
  await expectTotal(till, '129.90');
  verifyJournal(till.folder);
});

test('the basket is back after a power cut, with its discount and its parked neighbours', async ({
  till,
}) => {
  await ringUp(till, 'cup');
  await press(till, 'Park sale');
  await press(till, 'Park');
  await ringUp(till, 'bun', 'book');
  await press(till, 'Discount');
  await till.page().getByRole('dialog').getByRole('button', { name: /^10/ }).click();
  await expectTotal(till, '304.20');
  await till.kill();
  await till.start();
  await expectTotal(till, '304.20');
  await expect(lines(till)).toHaveText([/Kanelbolle/, /Bok/]);
  await expect(till.page().getByRole('button', { name: 'Parked (1)' })).toBeVisible();
});

test('the page is back in the same state when its process dies', async ({ till }) => {
  await ringUp(till, 'bun', 'cup');
  const onScreen = (): Promise<string> =>
    till.electron().evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return String(await window?.webContents.executeJavaScript('document.body.innerText'));
    });
  await till.electron().evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const gone = new Promise((resolve) => window?.webContents.once('render-process-gone', resolve));
    window?.webContents.forcefullyCrashRenderer();
    return gone.then(() => undefined);
  });
  await expect.poll(onScreen).toContain('168.90');
  expect(await onScreen()).toContain('Kanelbolle');
});
