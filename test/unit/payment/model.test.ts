import { expect, test } from 'vitest';
import { runModel } from '../../fault/model/run.ts';

test('the laws of payments hold whatever the cashier, the customer, the network, time and crashes do', async () => {
  expect(await runModel({ sequences: 150, seed: Date.now() % 1_000_000_007 })).toBeNull();
}, 1_800_000);
