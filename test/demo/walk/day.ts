import type { Stage } from '../stage.ts';
import type { Look } from './look.ts';

/** The day from its drawer to the Z report, and what is kept of earlier ones. */
export async function walkDay({ page, press }: Stage, look: Look): Promise<void> {
  const asked = async (button: string, name: string): Promise<void> => {
    await press(button);
    await page.getByRole('dialog').waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  await press('Close day');
  await look('day');
  await asked('Register float', 'float');
  await asked('Pay in', 'pay-in');
  await asked('Open drawer', 'open-drawer');
  await press('Make X report');
  await page.getByRole('region', { name: 'X report' }).waitFor();
  await look('x-report');
  await press('Done');
  await press('None of the others');
  await press('Count done');
  await page
    .getByRole('textbox', { name: 'Why the difference' })
    .fill('The drawer was emptied before the count');
  await look('day-counted');
  await press('Make Z report');
  await page.getByRole('region', { name: 'Z report 1' }).waitFor();
  await look('z-report');
  await press('Done');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await look(`day-${slug(await tab.innerText())}`);
  }
  await asked('Export journal', 'export');
}

/** A name as part of a file's name. */
export function slug(text: string): string {
  return text.toLowerCase().replaceAll(/\W+/g, '-');
}
