import { ringUp } from '../scenes.ts';
import type { Stage } from '../stage.ts';
import type { Look } from './look.ts';

/** Cash, and everything that may become of a card payment. Begins with lines in the basket and ends with none. */
export async function walkPaying(stage: Stage, look: Look): Promise<void> {
  await cash(stage, look);
  await ringUp(stage, 'coffee', 'bun');
  await notPaid(stage, look);
  await undecided(stage, look);
}

async function cash({ page, press, state }: Stage, look: Look): Promise<void> {
  await press('Pay cash');
  await look('cash');
  await page.getByLabel('Cash given').fill('2000');
  await look('cash-change');
  await press('Confirm cash');
  await state('Paid in cash');
  await look('cash-done');
  await press('New sale');
}

async function notPaid({ simulator, press, state }: Stage, look: Look): Promise<void> {
  for (const [answer, outcome, name] of [
    ['declined', 'Declined', 'card-declined'],
    ['card-pulled', 'Failed', 'card-failed'],
  ] as const) {
    simulator.chooseAnswer({ kind: answer });
    await press('Pay by card');
    await state(outcome);
    await look(name);
    await press('Back to sale');
  }
  simulator.setRules({ sessionLifetimeMs: 300 });
  simulator.chooseAnswer({ kind: 'ignored' });
  await press('Pay by card');
  await state('Expired');
  await look('card-expired');
  await press('Back to sale');
  simulator.setRules({ sessionLifetimeMs: 300_000 });
  simulator.chooseAnswer({ kind: 'ignored' });
  await press('Pay by card');
  await state('Present card');
  await look('card-present-card');
  await press('Cancel payment');
  await state('Cancelled');
  await look('card-cancelled');
  await press('Back to sale');
}

async function undecided({ simulator, page, press, state, shows }: Stage, look: Look): Promise<void> {
  simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
  simulator.inject({ on: 'findSessions', kind: 'status', status: 503, lasts: 'always' });
  simulator.inject({ on: 'findTransactions', kind: 'status', status: 503, lasts: 'always' });
  await press('Pay by card');
  await state('Undecided');
  await look('card-undecided');
  await press('Decide by hand');
  await page.getByLabel('Reason').fill('The terminal showed “Declined”');
  await look('decide-by-hand');
  await press('It was not paid');
  await press('Back to sale');
  await press('Park sale');
  await press('Park');
  await press('Parked (1)');
  await look('parked-sales');
  await page.keyboard.press('Escape');
  simulator.clearFaults();
  await shows(/^Paid after all/);
  await look('paid-after-all');
  await press('Complete its sale');
  await look('paid-after-all-attach');
  await press('Customer has the goods');
  await state('Approved');
  await look('card-approved');
  await press('New sale');
}
