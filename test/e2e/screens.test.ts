import { expect, type Page, test } from '@playwright/test';
import type { TillApi } from '../../preload/contract/api.ts';
import type { Language } from '../../preload/contract/view.ts';
import { onStage, type Stage, usualSize } from '../demo/stage.ts';
import { type Look, walkCrowd, walkInstalled, walkSetUp, walkTraining } from '../demo/walk/index.ts';
import { unreadableText } from './faults-of-a-screen.ts';
import { largerThanDue, smallTargets } from './sizes-of-a-screen.ts';

const sizes = [
  { width: 1024, height: 768 },
  usualSize,
  { width: 1920, height: 1080 },
  { width: 800, height: 1280 },
];
const languages: readonly Language[] = ['en', 'nb', 'sv', 'da'];

/** Changes the till's language; false where nobody may, as on a locked till. */
async function speak(page: Page, language: Language): Promise<boolean> {
  const changed = await page.evaluate(async (wanted) => {
    const { till } = window as unknown as { till: TillApi };
    const reply = await till.call('settings.setLanguage', { language: wanted });
    return reply.ok;
  }, language);
  if (changed) await page.locator(`html[lang="${language}"]`).waitFor();
  return changed;
}

/** The screens where a customer is told what to pay. */
const tellsTheDue = /^(sale|card-|cash|part-paid|unknown-code)/;

/**
 * Notes every text that cannot be read whole, every control too small for a finger, and every text as large as the amount
 * due, in each language at each size.
 */
function readable({ page }: Stage, spoken: Language, faults: string[]): Look {
  return async (name) => {
    for (const language of languages) {
      if (!(await speak(page, language)) && language !== spoken) continue;
      for (const size of sizes) {
        await page.setViewportSize(size);
        const larger = await largerThanDue(page);
        const found = [
          ...(await unreadableText(page)),
          ...(await smallTargets(page)),
          ...(larger ?? (tellsTheDue.test(name) ? ['no amount due is shown'] : [])),
        ];
        const where = `${name} ${String(size.width)}x${String(size.height)} ${language}`;
        faults.push(...found.map((fault) => `${where}: ${fault}`));
      }
    }
    await page.setViewportSize(usualSize);
    await speak(page, spoken);
  };
}

test('every text on every screen can be read whole, every control fits a finger, and nothing is as large as the amount due, in each language at each size', async () => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  await onStage('installed', 'en', (stage) => walkInstalled(stage, readable(stage, 'en', faults)));
  await onStage('staffed', 'en', (stage) => walkCrowd(stage, readable(stage, 'en', faults)));
  await onStage('training', 'nb', (stage) => walkTraining(stage, readable(stage, 'nb', faults)));
  await onStage('training', 'en', (stage) => walkSetUp(stage, readable(stage, 'en', faults)));
  expect(faults).toEqual([]);
});
