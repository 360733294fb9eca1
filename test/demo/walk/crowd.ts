import { dearName, longName, people } from '../crowded-shop.ts';
import type { Stage } from '../stage.ts';
import type { Look } from './look.ts';

/** Who is at the till, and a sale as large as one gets: of 30 lines, with long names and an amount of seven figures. */
export async function walkCrowd({ simulator, page, press, scan, shows }: Stage, look: Look): Promise<void> {
  const lines = page.getByRole('listbox', { name: 'Basket' }).getByRole('option');
  await look('lock');
  await page.getByRole('button', { name: people[0].name }).click();
  await look('lock-pin');
  await page.keyboard.type(people[0].pin, { delay: 40 });
  await page.keyboard.press('Enter');
  const field = page.getByLabel('Search or scan');
  await field.waitFor();
  for (let nth = 1; nth <= 26; nth += 1) {
    await field.fill(String(nth + 9));
    await field.press('Enter');
    await lines.filter({ hasText: `Smak nr. ${String(nth)}39` }).waitFor();
  }
  await field.fill('12*2');
  await field.press('Enter');
  await lines.filter({ hasText: dearName }).waitFor();
  await scan('2000000000015');
  await lines.filter({ hasText: longName }).waitFor();
  await look('sale-full');
  await field.pressSequentially('kanelsnurr', { delay: 40 });
  await shows('No articles found');
  await look('search-nothing');
  await field.fill('');
  await scan('2000000000046');
  await shows(/18/);
  await look('age-check');
  await press('Old enough');
  await press('Pay cash');
  await look('cash-large');
  await press('Back to sale');
  simulator.chooseAnswer({ kind: 'ignored' });
  await press('Pay by card');
  await page.getByRole('heading', { name: 'Present card' }).waitFor();
  await look('card-large');
  await press('Cancel payment');
  await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
  await press('Back to sale');
}
