// npm run demo -- --out DIR: plays a shop's sales in the real window, and leaves journal, receipts, pictures and a log.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openJournal } from '../../main/journal/index.ts';
import { playDay } from './day.ts';
import { playGiftCard } from './gift-card.ts';
import { takePictures } from './pictures.ts';
import { playRefunds } from './refunds.ts';
import { playScenes } from './scenes.ts';
import { type Album, onStage, openAlbum } from './stage.ts';

const usage = `Usage: npm run demo -- --out DIR

Plays a card sale, a declined and then approved sale, a cash sale, a cancelled payment, a full and a partial refund,
an exchange, a gift card and the end of the day in the real window, against the built-in Dintero, and leaves in DIR: journal.sqlite, receipts/, reports/
(the Z), books/ (SAF-T, CSV, JSON Lines), screens/,
readme/ (the pictures that docs/ holds for the README) and log.txt.

Exit codes: 0 done, 1 something went wrong (said on the last line), 2 wrong usage.`;

function folderAskedFor(): string | null {
  try {
    const { values } = parseArgs({ options: { out: { type: 'string' } } });
    return values.out === undefined || values.out === '' ? null : path.resolve(values.out);
  } catch {
    return null;
  }
}

/** One file, whole, without anything of it waiting beside it. */
async function keepJournal(from: string, to: string): Promise<void> {
  const opened = openJournal({ path: from, now: Date.now });
  if (!opened.ok) throw new Error(opened.error.detail);
  rmSync(to, { force: true });
  const copied = await opened.value.backupTo(to);
  opened.value.close();
  if (!copied.ok) throw new Error(copied.error.detail);
}

async function play(album: Album): Promise<void> {
  await onStage('installed', 'en', async (stage) => {
    album.say('A till is installed from a provisioning file, with the demo catalogue.');
    await playScenes(stage, album);
    await playRefunds(stage, album);
    await playGiftCard(stage, album);
    await playDay(stage, album);
    await stage.closeTill();
    await keepJournal(path.join(stage.folder, 'journal.sqlite'), path.join(album.folder, 'journal.sqlite'));
    album.say('The till is closed; its journal: journal.sqlite.');
  });
  await takePictures(album);
}

const folder = folderAskedFor();
if (folder === null) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const began = performance.now();
  try {
    const album = openAlbum(folder);
    await play(album);
    album.say(`Done in ${String(Math.round((performance.now() - began) / 1000))} s.`);
  } catch (thrown) {
    const [said = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
    console.error(`The demo was not played to its end: ${said}`);
    process.exitCode = 1;
  }
}
