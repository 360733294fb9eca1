import { codes, keepReceipt } from './scenes.ts';
import type { Album, Stage } from './stage.ts';

async function open({ page }: Stage, receipt: number): Promise<void> {
  await page.getByLabel('Find receipt').fill(String(receipt));
  await page
    .getByRole('list', { name: 'Receipts, newest first' })
    .getByRole('button', { name: new RegExp(`^${String(receipt)} `) })
    .click();
  await page.getByRole('region', { name: `Receipt ${String(receipt)}` }).waitFor();
}

async function confirm(stage: Stage, album: Album, name: string): Promise<void> {
  await stage.page.getByLabel('Reason').fill('Customer changed mind');
  await stage.shows(/back to the card|from the drawer/);
  await album.picture(stage.page, `${name}-asked`);
  await stage.press('Confirm refund');
  await stage.state('Refunded');
  await album.picture(stage.page, `${name}-refunded`);
  await stage.press('Back to receipt');
}

/** A whole card sale and a part of a cash sale go back, each with its return receipt; something is exchanged. */
export async function playRefunds(stage: Stage, album: Album): Promise<void> {
  album.say('The customer of receipt 1 brings everything back: the money goes back to the card.');
  await stage.press('Receipts');
  await open(stage, 1);
  await stage.press('Refund');
  await stage.press('Refund all');
  await confirm(stage, album, 'refund-all');
  await stage.press('Everything');
  await album.picture(stage.page, 'receipt-everything');
  await open(stage, 4);
  await keepReceipt(stage, album, 4);

  album.say('One thing of receipt 3 comes back: it was paid in cash, and is paid back from the drawer.');
  await open(stage, 3);
  await stage.press('Refund');
  await stage.page.getByLabel('Quantity to refund').first().fill('1');
  await confirm(stage, album, 'refund-part');
  await open(stage, 5);
  await album.picture(stage.page, 'return-receipt');
  await keepReceipt(stage, album, 5);

  album.say('The umbrella of receipt 2 is exchanged for butter: the difference goes back to the card.');
  await open(stage, 2);
  await stage.press('Exchange');
  await stage.page.getByLabel('Quantity to return').first().fill('1');
  await stage.page.getByLabel('Reason').fill('Wrong size');
  await album.picture(stage.page, 'exchange-asked');
  await stage.press('Put in basket');
  const lines = stage.page.getByRole('listbox', { name: 'Basket' }).getByRole('option');
  await lines.first().waitFor();
  await stage.scan(codes.butter);
  await lines.nth(1).waitFor();
  await album.picture(stage.page, 'exchange-basket');
  await stage.press(/^Give back [\d.]+ kr$/);
  await stage.state('Exchanged');
  await album.picture(stage.page, 'exchange-done');
  await keepReceipt(stage, album, 6);
  await stage.press('New sale');
}
