import { expect, it } from 'vitest';
import { fuzz } from '../../fault/fuzz/run.ts';

// 100,000 and more: npm run fuzz.
it('takes 10,000 random and nearly right messages to a real till without a crash, a hang or an effect', async () => {
  const { messages, heard, done } = await fuzz(10_000, 20_261_122);
  expect(messages).toBe(10_000);
  expect(done).toBeGreaterThan(100);
  expect(heard).toBeGreaterThan(done);
}, 600_000);
