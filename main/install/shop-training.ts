import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SettingSection, shopSettings } from '../../preload/contract/settings.ts';
import { isSameArticle } from '../catalogue/compare.ts';
import { nextTurn } from '../catalogue/turn.ts';
import type { Article } from '../journal/entries/till.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import type { Installed } from './installed.ts';
import type { SettingsFile } from './settings-file.ts';
import { trainingSettings } from './training-settings.ts';

/**
 * A live till switched to training: books, numbers and a key of its own in a folder of its own, with the shop's name, its
 * operators and its currency, on the built-in Dintero. What is changed about operators there is forgotten at the next time.
 */
export function trainingOfShop(live: Installed, settingsIn: (folder: string) => SettingsFile): Installed {
  const folder = join(live.folder, 'shop-training');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { seller, currency, operators, language } = live.settings;
  const settings = { ...trainingSettings, seller, currency, operators, language };
  return { mode: 'training', folder, settings, file: settingsIn(folder) };
}

/** What must reach nobody outside from training: mail, exports, the second copy; and updates wait for the real till. */
const notCopied: ReadonlySet<string> = new Set<SettingSection>([
  'copyPlace',
  'dayExport',
  'exportFolder',
  'mail',
  'moved',
  'updates',
]);

const articlesAnEntry = 1000;

/** Brings training up to the shop's settings and articles: each that differs is written down in training's journal. */
export async function copyShop(live: Journal, training: Journal): Promise<Result<void, JournalError>> {
  const settings = copySettings(live, training);
  return settings.ok ? copyArticles(live, training) : settings;
}

function copySettings(live: Journal, training: Journal): Result<void, JournalError> {
  const untouched = shopSettings.parse({});
  const sections = Object.keys(shopSettings.shape).filter((section) => !notCopied.has(section));
  return training.write(null, (tx) => {
    for (const section of sections as SettingSection[]) {
      const here = live.read.setting(section);
      const there = tx.read.setting(section);
      if (here === null && there === null) continue;
      const value = here ?? untouched[section];
      if (JSON.stringify(value) !== JSON.stringify(there)) {
        tx.append('settings.changed', { section, value: { ...value } });
      }
    }
  });
}

/** They count from the last entry on, all at once. */
async function copyArticles(live: Journal, training: Journal): Promise<Result<void, JournalError>> {
  const importId = randomUUID();
  const sum = createHash('sha256');
  let changed = 0;
  let batch: Article[] = [];
  const put = (): Result<unknown, JournalError> => {
    const articles = batch;
    batch = [];
    sum.update(JSON.stringify(articles));
    changed += articles.length;
    return training.write(null, (tx) => tx.append('catalogue.articles', { importId, articles }));
  };

  for (const article of live.read.everyArticle()) {
    const known = training.read.article(article.id);
    if (known !== null && isSameArticle(known, article)) continue;
    batch.push(article);
    if (batch.length < articlesAnEntry) continue;
    const written = put();
    if (!written.ok) return written;
    await nextTurn();
  }
  if (batch.length > 0) {
    const written = put();
    if (!written.ok) return written;
  }
  if (changed === 0) return ok(undefined);
  const counts = { articles: changed, changed, rejected: 0 };
  const imported = { importId, fileName: 'the shop’s articles', sha256: sum.digest('hex'), ...counts };
  const last = training.write(null, (tx) => tx.append('catalogue.imported', imported));
  return last.ok ? ok(undefined) : last;
}
