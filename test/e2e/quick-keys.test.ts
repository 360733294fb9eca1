import type { Locator } from '@playwright/test';
import { provisioningFor, writeProvisioning } from '../helpers/app.ts';
import { entries, expect, expectTotal, press, test, verifyJournal } from './till.ts';

test('a manager arranges the quick keys by key, by mouse and by finger, and the cashier finds them first', async ({
  till,
}) => {
  const page = till.page();
  const shelf = page.getByRole('tablist', { name: 'Groups' }).getByRole('tab');
  const list = page.getByRole('list', { name: 'Quick keys in their order' });
  const tiles = list.getByRole('listitem');
  const tile = (name: string): Locator => list.getByRole('button', { name: new RegExp(`^${name}`) });
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Quick keys' }) });
  const arranged = (): Promise<string[]> =>
    tiles.evaluateAll((all) =>
      // A long name says where it may be broken.
      all.map((one) => (one.querySelector('span')?.textContent ?? '').replaceAll('\u00ad', '')),
    );
  const middleOf = async (target: Locator): Promise<{ x: number; y: number }> => {
    const box = await target.boundingBox();
    if (box === null) throw new Error('It is not on screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const openArticles = async (): Promise<void> => {
    await press(till, 'Settings');
    await page.getByRole('tab', { name: 'Articles' }).click();
    await expect(card).toBeVisible();
  };

  await test.step('a till on which nobody has arranged any begins with the first group', async () => {
    await expect(shelf.first()).toHaveText('Bakevarer');
    await openArticles();
    await expect(card.getByText('No quick keys')).toBeVisible();
  });

  await test.step('articles are added, and moved by key while one is held', async () => {
    for (const name of ['Kopp', 'Kanelbolle', 'Bok']) {
      await card.getByLabel('Find an article to add').fill(name);
      await card.getByRole('button', { name: `Add ${name}`, exact: true }).click();
    }
    expect(await arranged()).toEqual(['Kopp', 'Kanelbolle', 'Bok']);
    await tile('Bok').focus();
    await page.keyboard.press('Enter');
    await expect(tile('Bok')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(tile('Bok')).toBeFocused();
    expect(await arranged()).toEqual(['Bok', 'Kopp', 'Kanelbolle']);
    await expect(card.getByText('Bok, place 1 of 3.')).toHaveCount(1);
    await page.keyboard.press('Escape');
    expect(await arranged()).toEqual(['Kopp', 'Kanelbolle', 'Bok']);
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowLeft');
    await expect(tile('Kopp')).toBeFocused();
    expect(await arranged()).toEqual(['Kopp', 'Bok', 'Kanelbolle']);
  });

  await test.step('dragged by the mouse, and by a finger', async () => {
    const to = await middleOf(tile('Kopp'));
    const from = await middleOf(tile('Kanelbolle'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    expect(await arranged()).toEqual(['Kanelbolle', 'Kopp', 'Bok']);
    const glass = await page.context().newCDPSession(page);
    await glass.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const end = await middleOf(tile('Bok'));
    await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [to] });
    for (const part of [0.3, 0.6, 1]) {
      const at = { x: to.x + (end.x - to.x) * part, y: to.y + (end.y - to.y) * part };
      await glass.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] });
    }
    await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(arranged).toEqual(['Kopp', 'Bok', 'Kanelbolle']);
    await glass.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await page.mouse.move(5, 5);
  });

  await test.step('one is taken away, and what is kept is the first page of the shelf', async () => {
    await card.getByRole('button', { name: 'Remove Bok' }).click();
    await card.getByRole('button', { name: 'Save quick keys' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await press(till, 'Back');
    await expect(shelf).toHaveText(['Quick keys', 'Bakevarer', 'Bøker', 'Kaffe', 'Kjøkken']);
    const panel = page.getByRole('tabpanel', { name: 'Quick keys' });
    await expect(panel.getByRole('button')).toHaveText([/^Kopp/, /^Kanelbolle/]);
    await panel.getByRole('button', { name: /^Kanelbolle/ }).click();
    await expectTotal(till, '39.00');
    await shelf.nth(2).click();
    await expect(page.getByRole('tabpanel', { name: 'Bøker' }).getByRole('button')).toHaveText([/^Bok/]);
  });

  await test.step('what is no article any more is left out, told where they are arranged, and there after a restart', async () => {
    await page.evaluate(
      `window.till.call('settings.change', { section: 'quickKeys', value: { articles: ['4711', '1001'] } })`,
    );
    await till.kill();
    await till.start('--lang=nb');
    const again = till.page();
    await expect(again.getByRole('tab', { name: 'Hurtigtaster' })).toHaveAttribute('aria-selected', 'true');
    await expect(again.getByRole('tabpanel', { name: 'Hurtigtaster' }).getByRole('button')).toHaveText([
      /^Kanelbolle/,
    ]);
    await again.getByRole('button', { name: 'Innstillinger' }).click();
    await again.getByRole('tab', { name: 'Varer' }).click();
    await expect(again.getByText('Finnes ikke lenger blant varene')).toBeVisible();
  });

  await till.close();
  verifyJournal(till.folder);
  const kept = entries(till.folder, 'settings.changed').filter(({ body }) => body['section'] === 'quickKeys');
  expect(kept.map(({ body }) => body['value'])).toEqual([
    { articles: ['1002', '1001'] },
    { articles: ['4711', '1001'] },
  ]);
});

test.describe('where people log in', () => {
  test.use({ starts: false });

  test('a cashier arranges quick keys, and a manager lets them be saved; until then nothing is lost', async ({
    till,
    simulator,
  }) => {
    const operators = [
      { name: 'Kari', role: 'manager', pin: '1234' },
      { name: 'Ola', role: 'cashier', pin: '4321' },
    ];
    const file = writeProvisioning(till.folder, provisioningFor(simulator, { operators }));
    await till.start(`--provision=${file}`);
    const page = till.page();
    const type = async (pin: string): Promise<void> => {
      const pad = page.getByRole('group', { name: /^PIN/ });
      for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
    };
    const keys = page.getByRole('list', { name: 'Quick keys in their order' }).getByRole('listitem');
    await page.getByRole('group', { name: 'Operators' }).getByRole('button', { name: 'Ola' }).click();
    await type('4321');
    await press(till, 'Log in');
    await press(till, 'Settings');
    await page.getByRole('tab', { name: 'Articles' }).click();
    await page.getByLabel('Find an article to add').fill('Kopp');
    await press(till, 'Add Kopp');
    await page.keyboard.press('Escape');
    await press(till, 'Settings');
    await expect(keys).toHaveText([/Kopp.*129\.90/]);
    await press(till, 'Save quick keys');
    const asked = page.getByRole('dialog', { name: 'A manager’s PIN' });
    await expect(asked).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(asked).toHaveCount(0);
    await expect(keys).toHaveText([/Kopp.*129\.90/]);
    expect(entries(till.folder, 'settings.changed')).toEqual([]);
    await press(till, 'Save quick keys');
    await type('1234');
    await press(till, 'Approve');
    await expect(page.getByText('Saved.')).toBeVisible();
    expect(entries(till.folder, 'settings.changed').map(({ operator }) => operator)).toEqual(['Ola']);
    await press(till, 'Back');
    await expect(page.getByRole('tablist', { name: 'Groups' }).getByRole('tab').first()).toHaveText(
      'Quick keys',
    );
  });
});
