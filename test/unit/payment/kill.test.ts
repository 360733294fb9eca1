import { expect, test } from 'vitest';
import { runCampaign } from '../../fault/kill/campaign.ts';

test('a till killed at any moment loses, doubles and guesses no payment', async () => {
  const seed = Date.now() % 1_000_000_007;
  const found = await runCampaign({ kills: 200, seed });
  expect({ seed, ...found }).toMatchObject({ kills: 200, broken: [] });
  expect(found.attempts).toBeGreaterThan(20);
}, 1_800_000);
