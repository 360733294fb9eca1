import { keepReceipt, ringUp } from './scenes.ts';
import type { Album, Stage } from './stage.ts';

/** Keeps the receipt of the sale that was just completed. */
async function keepLast(stage: Stage, album: Album): Promise<void> {
  const said = stage.page.getByText(/^Receipt \d+$/);
  await keepReceipt(stage, album, Number(/\d+/.exec((await said.textContent()) ?? '')?.[0]));
}

/** A gift card is sold and pays for something. Begins and ends at an empty basket. */
export async function playGiftCard(stage: Stage, album: Album): Promise<void> {
  const { page, press, state } = stage;
  album.say('A gift card is sold for cash; its code pays for coffee and a bun, and the rest stays on it.');
  await press('Gift card');
  await page.getByLabel('Amount on the gift card').fill('500');
  await album.picture(page, 'gift-card-sell');
  await press('Add gift card');
  const line = page.getByRole('listbox', { name: 'Basket' }).getByRole('option').first();
  const code = /[A-Z0-9]+-G\d{12}/.exec((await line.textContent()) ?? '')?.[0] ?? '';
  await press('Pay cash');
  await page.getByLabel('Cash given').fill('500');
  await press('Confirm cash');
  await state('Paid in cash');
  await keepLast(stage, album);
  await press('New sale');
  await ringUp(stage, 'coffee', 'bun');
  await stage.scan(code);
  await page.getByText('500.00 kr left').waitFor();
  await album.picture(page, 'gift-card-pay');
  await page.getByRole('button', { name: /^Pay .* with it$/ }).click();
  await state('Paid by gift card');
  await keepLast(stage, album);
  await press('New sale');
}
