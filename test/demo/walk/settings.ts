import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ringUp } from '../scenes.ts';
import type { Stage } from '../stage.ts';
import { slug } from './day.ts';
import type { Look } from './look.ts';

/** Every section of the settings, an import with a bad row, and a till without a network. */
export async function walkSettings(stage: Stage, look: Look): Promise<void> {
  const { simulator, page, press } = stage;
  await press('Settings');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await look(`settings-${slug(await tab.innerText())}`);
  }
  await page.getByRole('tab', { name: 'Articles' }).click();
  for (const name of ['kaffe', 'kanel', 'melk']) {
    await page.getByLabel('Find an article to add').fill(name);
    await page
      .getByRole('button', { name: /^Add [A-ZÆØÅ]/ })
      .first()
      .click();
  }
  await page
    .getByRole('list', { name: 'Quick keys in their order' })
    .getByRole('button')
    .first()
    .press('Enter');
  await look('quick-keys-arranged');
  await page.keyboard.press('Enter');
  await press('Save quick keys');
  await press('Back');
  await page.getByRole('tab', { name: 'Quick keys' }).waitFor();
  await look('quick-keys');
  await press('Settings');
  await page.getByRole('tab', { name: 'This till' }).click();
  await press('Start training');
  await look('start-training');
  await press('Stay with the real till');
  await page.getByRole('tab', { name: 'Shop' }).click();
  const file = path.join(stage.folder, 'new-articles.csv');
  writeFileSync(
    file,
    'id;name;price;vat;group;barcode\n9001;Julekake;89,00;15;Bakst;\n9002;Lys;dyrt;25;Diverse;\n',
  );
  await stage.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await press('Import articles');
  await stage.shows('In new-articles.csv');
  await look('import');
  await press('Back');
  await simulator.refuseConnections();
  await ringUp(stage, 'coffee');
  await press('Pay by card');
  await stage.shows('Offline');
  await look('offline');
  await simulator.acceptConnections();
}
