import { ringUp } from '../scenes.ts';
import type { Stage } from '../stage.ts';
import type { Look } from './look.ts';

/** The sale screen, and the questions that are asked on top of it; the sale stays with six lines. */
export async function walkSelling(stage: Stage, look: Look): Promise<void> {
  const { page, press } = stage;
  await look('sale-empty');
  await ringUp(stage, 'coffee', 'bun', 'butter', 'cinema', 'umbrella', 'icedCoffee');
  await look('sale');
  const asked = async (button: string, name: string): Promise<void> => {
    await press(button);
    await page.getByRole('dialog').waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  await asked('Number pad', 'number-pad');
  await asked('Free amount', 'free-amount');
  await asked('Quantity 1', 'quantity');
  await asked('Remove line', 'remove-line');
  await asked('Line discount', 'line-discount');
  await asked('Price or note', 'price-or-note');
  await asked('Look up price', 'look-up-price');
  await asked('Buyer', 'buyer');
  await asked('Discount', 'discount');
  await asked('Park sale', 'park');
  await asked('Keys', 'keys');
  await press('Split');
  await page.getByRole('dialog').getByLabel('This part').fill('200');
  await look('split');
  await press('Part in cash');
  await stage.shows('To pay');
  await look('part-paid');
  await press('Give back');
  await look('give-part-back');
  await press('Pays in another way');
  // The focus goes back to the field when the question is gone.
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByLabel('Search or scan').pressSequentially('kaffe', { delay: 40 });
  await page.getByRole('listbox', { name: 'Matching articles' }).waitFor();
  await look('search');
  await page.getByLabel('Search or scan').fill('');
  await stage.scan('7038010000000');
  await stage.shows('Scanned: 7038010000000');
  await look('unknown-code');
}
