import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { onStage, type Stage } from '../demo/stage.ts';
import { type Look, walkCrowd, walkInstalled, walkSetUp, walkTraining } from '../demo/walk/index.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Notes everything that axe finds against WCAG 2.2 AA, light and dark. */
function accessible({ page }: Stage, faults: string[]): Look {
  return async (name) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // The window opens no second page, which axe would otherwise do its sums in.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
      for (const { id, nodes } of violations) {
        const [first] = nodes;
        faults.push(
          `${name} ${colorScheme}: ${id}, ${String(nodes.length)} times, ${first?.html.slice(0, 160) ?? ''} ${first?.failureSummary ?? ''}`,
        );
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
}

test('axe finds nothing against WCAG 2.2 AA on any screen, light or dark', async () => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  await onStage('installed', 'en', (stage) => walkInstalled(stage, accessible(stage, faults)));
  await onStage('staffed', 'en', (stage) => walkCrowd(stage, accessible(stage, faults)));
  await onStage('training', 'nb', (stage) => walkTraining(stage, accessible(stage, faults)));
  await onStage('training', 'en', (stage) => walkSetUp(stage, accessible(stage, faults)));
  expect(faults).toEqual([]);
});
