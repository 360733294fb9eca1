import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TillApi } from '../../preload/contract/api.ts';
import { checkExport, kindOfExport } from '../../main/day/export/check/file.ts';
import type { Album, Stage } from './stage.ts';

const float = 100_000;
const notes = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100];

/** What the till took in cash today, less what went back, in øre. */
async function cashTaken({ page }: Stage): Promise<number> {
  return page.evaluate(async () => {
    const { till } = window as unknown as { till: TillApi };
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date());
    const reply = await till.call('shop.figures', { from: today, to: today });
    if (!reply.ok) throw new Error(reply.error.sentence);
    return reply.value.means.find(({ name }) => name === 'cash')?.amount ?? 0;
  });
}

/** Counts the drawer: as few notes and coins as the amount can be made of. */
async function countDrawer(stage: Stage, amount: number): Promise<void> {
  let left = amount;
  for (const [at, note] of notes.entries()) {
    const many = Math.floor(left / note);
    left -= many * note;
    await stage.page
      .getByRole('group', { name: 'Count the drawer' })
      .getByRole('textbox')
      .nth(at)
      .fill(String(many));
  }
  await stage.press('Count done');
}

/** The Z report as text and, through the app's own button, as PDF. */
async function keepZ(stage: Stage, album: Album): Promise<void> {
  const folder = path.join(album.folder, 'reports');
  mkdirSync(folder, { recursive: true });
  const text = await stage.page.evaluate(async () => {
    const { till } = window as unknown as { till: TillApi };
    const made = await till.call('report.list', { before: null, limit: 1 });
    const seq = made.ok ? made.value[0]?.seq : undefined;
    const shown = seq === undefined ? null : await till.call('report.show', { seq });
    if (shown?.ok !== true) throw new Error('There is no report');
    return shown.value.text;
  });
  writeFileSync(path.join(folder, 'z-1.txt'), text);
  await stage.electron.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    path.join(folder, 'z-1.pdf'),
  );
  await stage.press('Save as PDF');
  await stage.shows('The file was saved.');
  album.say('Z report 1: reports/z-1.txt and .pdf.');
}

/** Takes the books out in three forms through the window, and checks each as an outsider would. */
async function handOver(stage: Stage, album: Album): Promise<void> {
  const folder = path.join(album.folder, 'books');
  mkdirSync(folder, { recursive: true });
  await stage.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await stage.press('Export journal');
  await album.picture(stage.page, 'export');
  for (const form of ['Tax office (SAF-T)', 'Spreadsheet (CSV)', 'All entries (JSON Lines)']) {
    const before = readdirSync(folder).length;
    await stage.page.getByRole('radio', { name: form }).check();
    await stage.press('Choose folder and export');
    await stage.page.getByText(`in ${folder}.`).first().waitFor();
    if (readdirSync(folder).length === before) throw new Error(`Nothing was exported for ${form}`);
  }
  await stage.page.keyboard.press('Escape');
  for (const name of readdirSync(folder)) {
    const kind = kindOfExport(name);
    if (kind === null) continue;
    const { checked, wrong } = checkExport(path.join(folder, name), kind);
    if (wrong[0] !== undefined) throw new Error(`${name}: ${wrong[0]}`);
    if (kind === 'saft') validate(path.join(folder, name));
    album.say(`books/${name}: whole. ${checked[0] ?? ''}`);
  }
}

const schema = path.resolve(
  import.meta.dirname,
  '../../assets/saft/Norwegian_SAF-T_Cash_Register_Schema_v_1.00.xsd',
);

function validate(file: string): void {
  execFileSync('xmllint', ['--noout', '--schema', schema, file], { stdio: 'ignore' });
}

/** The shop closes: float, count, Z report, and the books for whoever asks for them. */
export async function playDay(stage: Stage, album: Album): Promise<void> {
  album.say('The shop closes: the drawer is counted, and the Z report is made.');
  await stage.press('Close day');
  await stage.press('Register float');
  await stage.page.getByRole('textbox', { name: 'Amount' }).fill(String(float / 100));
  await stage.press('Register');
  await stage.shows('1,000.00 kr');
  await album.picture(stage.page, 'close-day');
  await countDrawer(stage, float + (await cashTaken(stage)));
  await stage.shows('Difference');
  await album.picture(stage.page, 'close-day-counted');
  await stage.press('Make Z report');
  await stage.page.getByRole('region', { name: 'Z report 1' }).waitFor();
  await album.picture(stage.page, 'z-report');
  await keepZ(stage, album);
  await handOver(stage, album);
}
