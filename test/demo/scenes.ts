import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TillApi } from '../../preload/contract/api.ts';
import type { Album, Stage } from './stage.ts';

/** Barcodes of the demo catalogue. */
export const codes = {
  coffee: '2000079269191',
  icedCoffee: '2000079665146',
  bun: '2000080061098',
  butter: '2000082832740',
  umbrella: '2000083624641',
  cinema: '2000084020596',
} as const;

/** Scans articles and waits until the basket has a line for each; the basket must be empty before. */
export async function ringUp(stage: Stage, ...articles: (keyof typeof codes)[]): Promise<void> {
  const lines = stage.page.getByRole('listbox', { name: 'Basket' }).getByRole('option');
  for (const [index, article] of articles.entries()) {
    await stage.scan(codes[article]);
    await lines.nth(index).waitFor();
  }
}

/** Keeps a receipt as text and, through the app's own button on the screen, as PDF. */
export async function keepReceipt(stage: Stage, album: Album, receiptNumber: number): Promise<void> {
  const file = path.join(album.folder, 'receipts', `receipt-${String(receiptNumber)}`);
  const text = await stage.page.evaluate(async (number) => {
    const { till } = window as unknown as { till: TillApi };
    const reply = await till.call('receipt.show', { receiptNumber: number });
    if (!reply.ok) throw new Error(reply.error.sentence);
    return reply.value.text;
  }, receiptNumber);
  writeFileSync(`${file}.txt`, `${text}\n`);
  await stage.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, `${file}.pdf`);
  await stage.press('Save as PDF');
  await stage.shows('The receipt was saved.');
  album.say(`Receipt ${String(receiptNumber)}: receipts/receipt-${String(receiptNumber)}.txt and .pdf.`);
}

async function cardSale(stage: Stage, album: Album): Promise<void> {
  album.say('A card sale: coffee, a bun, butter and a cinema ticket are scanned.');
  await album.picture(stage.page, 'sale-empty');
  await ringUp(stage, 'coffee', 'bun', 'butter', 'cinema');
  await album.picture(stage.page, 'sale');
  await stage.press('Pay by card');
  await stage.state('Present card');
  await album.picture(stage.page, 'card-present-card');
  album.say('The terminal asks for the card, and the customer taps.');
  await stage.state('Approved');
  await album.picture(stage.page, 'card-approved');
  await keepReceipt(stage, album, 1);
  await stage.press('New sale');
}

async function declinedThenApproved(stage: Stage, album: Album): Promise<void> {
  album.say('A card is declined; another card pays the same sale in a second attempt.');
  stage.simulator.chooseAnswer({ kind: 'declined' });
  await ringUp(stage, 'umbrella', 'icedCoffee');
  await stage.press('Pay by card');
  await stage.state('Declined');
  await album.picture(stage.page, 'card-declined');
  await stage.press('Back to sale');
  await stage.shows('1 card payment was not paid');
  await album.picture(stage.page, 'sale-after-decline');
  await stage.press('Pay by card');
  await stage.state('Approved');
  await keepReceipt(stage, album, 2);
  await stage.press('New sale');
}

async function cashSale(stage: Stage, album: Album): Promise<void> {
  album.say('A cash sale, rounded to whole kroner, with change.');
  await ringUp(stage, 'butter', 'bun');
  await stage.press('Pay cash');
  await album.picture(stage.page, 'cash');
  await stage.page.getByLabel('Cash given').fill('200');
  await album.picture(stage.page, 'cash-change');
  await stage.press('Confirm cash');
  await stage.state('Paid in cash');
  await album.picture(stage.page, 'cash-done');
  await keepReceipt(stage, album, 3);
  await stage.press('New sale');
}

async function cancelledPayment(stage: Stage, album: Album): Promise<void> {
  album.say('A payment is cancelled while the terminal waits; the sale is cleared with a reason.');
  stage.simulator.chooseAnswer({ kind: 'ignored' });
  await ringUp(stage, 'coffee', 'bun');
  await stage.press('Pay by card');
  await stage.state('Present card');
  await stage.press('Cancel payment');
  await stage.state('Cancelled');
  await album.picture(stage.page, 'card-cancelled');
  await stage.press('Back to sale');
  await stage.press('New sale');
  await album.picture(stage.page, 'clear-sale');
  await stage.press('Customer left');
}

/** The four sales of the demo, one after the other. The journal of this stage is the one that is left behind. */
export async function playScenes(stage: Stage, album: Album): Promise<void> {
  await cardSale(stage, album);
  await declinedThenApproved(stage, album);
  await cashSale(stage, album);
  await cancelledPayment(stage, album);
}
