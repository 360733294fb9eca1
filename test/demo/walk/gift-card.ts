import { ringUp } from '../scenes.ts';
import type { Stage } from '../stage.ts';
import type { Look } from './look.ts';

/** A gift card is sold, found by its code, and pays a part that goes back again. Begins and ends with an empty basket. */
export async function walkGiftCard(stage: Stage, look: Look): Promise<void> {
  const { page, press, shows } = stage;
  await press('Gift card');
  await page.getByLabel('Amount on the gift card').fill('100');
  await look('gift-card-sell');
  await press('Add gift card');
  const line = page.getByRole('listbox', { name: 'Basket' }).getByRole('option');
  const code = /[A-Z0-9]+-G\d{12}/.exec((await line.first().textContent()) ?? '')?.[0] ?? '';
  await look('gift-card-line');
  await press('Pay cash');
  await page.getByLabel('Cash given').fill('100');
  await press('Confirm cash');
  await page.getByRole('button', { name: 'Print gift card' }).waitFor();
  await look('gift-card-sold');
  await press('New sale');

  await ringUp(stage, 'umbrella');
  await stage.scan(code);
  await page.getByText('100.00 kr left').waitFor();
  await look('gift-card-found');
  await press('Pay 100.00 kr with it');
  await shows('To pay');
  await look('gift-card-part');
  await press('Give back');
  await look('gift-card-give-back');
  await press('Pays in another way');
  await page.getByRole('list', { name: 'Paid so far' }).waitFor({ state: 'hidden' });
  await stage.scan(`K7F3QD-G${'0'.repeat(10)}98`);
  await page.getByLabel('Accept it for').fill('50');
  await look('gift-card-elsewhere');
  await page.keyboard.press('Escape');
  await press('New sale');
  await press('Customer left');
  await shows('Scan the first article');
}
