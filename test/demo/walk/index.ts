import { codes } from '../scenes.ts';
import type { Stage } from '../stage.ts';
import { walkDay } from './day.ts';
import { walkGiftCard } from './gift-card.ts';
import { walkGivingBack } from './giving-back.ts';
import type { Look } from './look.ts';
import { walkPaying } from './paying.ts';
import { walkSelling } from './selling.ts';
import { walkSettings } from './settings.ts';

export type { Look } from './look.ts';
export { walkCrowd } from './crowd.ts';
export { walkCustomer } from './customer.ts';
export { walkSetUp } from './set-up.ts';

/** Past every screen of a till that is installed, in English, as a day at the counter goes. */
export async function walkInstalled(stage: Stage, look: Look): Promise<void> {
  await walkGiftCard(stage, look);
  await walkSelling(stage, look);
  await walkPaying(stage, look);
  await walkGivingBack(stage, look);
  await walkDay(stage, look);
  await walkSettings(stage, look);
}

/** What is only there in training, on a till in Norwegian. */
export async function walkTraining({ scan, page, press }: Stage, look: Look): Promise<void> {
  await scan(codes.coffee);
  await page.getByRole('option', { name: /Kaffe, svart/ }).waitFor();
  await look('training-norwegian');
  await press('Terminalens svar');
  await look('training-terminal');
}
