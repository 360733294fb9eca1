import type { Stage } from '../stage.ts';
import type { Look } from './look.ts';

/** The receipts, one of them opened, and a refund of it to its end. */
export async function walkGivingBack({ simulator, page, press, state }: Stage, look: Look): Promise<void> {
  await press('Receipts');
  await look('receipts');
  await page.getByRole('list', { name: 'Receipts, newest first' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Print receipt' }).waitFor();
  await look('receipt');
  await press('Refund');
  await look('refund');
  await press('Refund all');
  await page.getByLabel('Reason').fill('Customer changed mind');
  await look('refund-filled');
  simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'done' });
  await press('Confirm refund');
  await state('Refunded');
  await look('refunded');
  await press('Back to receipt');
}
