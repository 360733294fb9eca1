import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../../result.ts';
import type { JournalError } from '../error.ts';
import { sql as first } from './001-first.ts';
import { sql as day } from './002-day.ts';
import { sql as refunds } from './003-refunds.ts';
import { sql as settings } from './004-settings.ts';
import { sql as restoredSeries } from './005-restored-series.ts';
import { sql as started } from './006-started.ts';
import { sql as prints } from './007-prints.ts';
import { sql as lostAttempts } from './008-lost-attempts.ts';
import { sql as operators } from './009-operators.ts';
import { sql as books } from './010-books.ts';
import { sql as articles } from './011-articles.ts';
import { sql as exchange } from './012-exchange.ts';
import { sql as drawers } from './013-drawers.ts';
import { sql as training } from './014-training.ts';
import { sql as giftCards } from './015-gift-cards.ts';
import { sql as receiptCount } from './016-receipt-count.ts';
import { sql as receiptsOfGiftCards } from './017-receipts-of-gift-cards.ts';

/** The steps that make the file what this program expects, in order. A shipped step is never edited: add another. */
export const migrations: readonly string[] = [
  first,
  day,
  refunds,
  settings,
  restoredSeries,
  started,
  prints,
  lostAttempts,
  operators,
  books,
  articles,
  exchange,
  drawers,
  training,
  giftCards,
  receiptCount,
  receiptsOfGiftCards,
];

/** Brings the file up to this program's version: all the steps it lacks, or none. A newer file is refused. */
export function migrate(db: Database.Database): Result<void, JournalError> {
  const version = fileVersion(db);
  if (version > migrations.length) {
    return err({ code: 'JOURNAL-NEWER', detail: `file ${version}, program ${migrations.length}` });
  }
  if (version === migrations.length) return ok(undefined);
  db.transaction(() => {
    for (const step of migrations.slice(version)) db.exec(step);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
  return ok(undefined);
}

/** How many of the steps the file has been through; zero for an empty one. */
export function fileVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
