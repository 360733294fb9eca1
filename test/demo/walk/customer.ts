import type { Page } from '@playwright/test';
import { ringUp } from '../scenes.ts';
import type { Stage } from '../stage.ts';
import type { Look } from './look.ts';

/** What the customer sees on a screen of their own, from the welcome to the receipt's code; `lookAt` makes a look of that screen. */
export async function walkCustomer(stage: Stage, lookAt: (screen: Page) => Look): Promise<void> {
  const { simulator, electron, page, press, state } = stage;
  const opened = electron.waitForEvent('window');
  await press('Settings');
  await page.getByRole('tab', { name: 'Printer' }).click();
  const second = page.getByRole('group', { name: 'A second screen faces the customer' });
  await second.getByRole('radio', { name: 'Yes' }).check();
  const screen = await opened;
  const look = lookAt(screen);
  await press('Back');
  const says = (heading: string): Promise<void> => screen.getByRole('heading', { name: heading }).waitFor();
  await says('Kaffehjørnet AS');
  await look('customer-welcome');
  await ringUp(stage, 'coffee', 'bun', 'butter');
  await screen.getByText('143.90').first().waitFor();
  await look('customer-lines');
  simulator.chooseAnswer({ kind: 'ignored' });
  await press('Pay by card');
  await state('Present card');
  await says('Present card');
  await look('customer-present-card');
  simulator.terminal('T0292').tapNow('approved');
  await says('Thank you!');
  await look('customer-thanks');
  await press('Receipt as QR');
  await screen.getByRole('img', { name: 'Your receipt' }).waitFor();
  await look('customer-code');
}
