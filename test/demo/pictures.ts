import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { codes, ringUp } from './scenes.ts';
import { type Album, onStage, type Stage, usualSize } from './stage.ts';

const sizes = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 800, height: 1280 },
];

/** The sale screen at every size that is promised, in light and dark. */
async function sizesAndColours({ page }: Stage, album: Album): Promise<void> {
  for (const size of [usualSize, ...sizes]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      if (size === usualSize && colorScheme === 'light') continue;
      await page.emulateMedia({ colorScheme });
      await album.picture(page, `sale-${String(size.width)}x${String(size.height)}-${colorScheme}`);
    }
  }
  await page.setViewportSize(usualSize);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The questions that are asked on top of the sale. */
async function questions(stage: Stage, album: Album): Promise<void> {
  const { page, press } = stage;
  const asked = async (button: string, name: string): Promise<void> => {
    await press(button);
    await page.getByRole('dialog').waitFor();
    await album.picture(page, name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  await asked('Free amount', 'free-amount');
  await asked('Quantity 1', 'quantity');
  await asked('Remove line', 'remove-line');
  await asked('Discount', 'discount');
  await asked('Park sale', 'park');
  await asked('Keys', 'keys');
  await page.getByLabel('Search or scan').pressSequentially('kaffe', { delay: 40 });
  await page.getByRole('listbox', { name: 'Matching articles' }).waitFor();
  await album.picture(page, 'search');
  await page.getByLabel('Search or scan').fill('');
  await stage.scan('7038010000000');
  await stage.shows('Scanned: 7038010000000');
  await album.picture(page, 'unknown-code');
}

/** What else may become of a card payment. */
async function outcomes(stage: Stage, album: Album): Promise<void> {
  const { simulator, page, press, state } = stage;
  simulator.chooseAnswer({ kind: 'card-pulled' });
  await press('Pay by card');
  await state('Failed');
  await album.picture(page, 'card-failed');
  await press('Back to sale');
  simulator.setRules({ sessionLifetimeMs: 300 });
  simulator.chooseAnswer({ kind: 'ignored' });
  await press('Pay by card');
  await state('Expired');
  await album.picture(page, 'card-expired');
  await press('Back to sale');
  simulator.setRules({ sessionLifetimeMs: 300_000 });
  simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
  simulator.inject({ on: 'findSessions', kind: 'status', status: 503, lasts: 'always' });
  simulator.inject({ on: 'findTransactions', kind: 'status', status: 503, lasts: 'always' });
  await press('Pay by card');
  await state('Undecided');
  await album.picture(page, 'card-undecided');
  await press('Decide by hand');
  await page.getByLabel('Reason').fill('The terminal showed “Declined”');
  await album.picture(page, 'decide-by-hand');
  await press('It was not paid');
  await press('Back to sale');
  await press('Park sale');
  await press('Park');
  await press('Parked (1)');
  await album.picture(page, 'parked-sales');
  await page.keyboard.press('Escape');
  simulator.clearFaults();
  await stage.shows(/^Paid after all/);
  await album.picture(page, 'paid-after-all');
  await press('Complete its sale');
  await album.picture(page, 'paid-after-all-attach');
  await press('Customer has the goods');
  await state('Approved');
  await press('New sale');
}

/** Receipts, settings, an import, and a till without a network. */
async function elsewhere(stage: Stage, album: Album): Promise<void> {
  const { simulator, page, press } = stage;
  await press('Receipts');
  await page.getByRole('group', { name: 'Receipts, newest first' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Print receipt' }).waitFor();
  await album.picture(page, 'receipts');
  await press('Settings');
  await page.getByRole('tab', { name: 'This till' }).click();
  await stage.shows('Kaffehjørnet AS');
  await album.picture(page, 'settings');
  await page.getByRole('tab', { name: 'Shop' }).click();
  const file = path.join(stage.folder, 'new-articles.csv');
  writeFileSync(
    file,
    'id;name;price;vat;group;barcode\n9001;Julekake;89,00;15;Bakst;\n9002;Lys;dyrt;25;Diverse;\n',
  );
  await stage.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await press('Import articles');
  await stage.shows('In new-articles.csv');
  await album.picture(page, 'import');
  await press('Back');
  await simulator.refuseConnections();
  await ringUp(stage, 'coffee');
  await press('Pay by card');
  await stage.shows('Offline');
  await album.picture(page, 'offline');
  await simulator.acceptConnections();
}

/** Training, in Norwegian. */
async function training({ scan, page, press }: Stage, album: Album): Promise<void> {
  await scan(codes.coffee);
  await page.getByRole('option', { name: /Kaffe, svart/ }).waitFor();
  await album.picture(page, 'training-norwegian');
  await press('Terminalens svar');
  await album.picture(page, 'training-terminal');
}

/** Every other screen of the till, on a stage of its own, so that the demo's journal holds its four sales alone. */
export async function takePictures(album: Album): Promise<void> {
  album.say('Pictures of every other screen, from tills of their own.');
  await onStage('installed', 'en', async (stage) => {
    await ringUp(stage, 'coffee', 'bun', 'butter', 'cinema', 'umbrella', 'icedCoffee');
    await sizesAndColours(stage, album);
    await questions(stage, album);
    await outcomes(stage, album);
    await elsewhere(stage, album);
  });
  await onStage('training', 'nb', (stage) => training(stage, album));
}
