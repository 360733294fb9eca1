import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../../result.ts';
import { createAppend, createInsert } from '../append.ts';
import { createDerive } from '../derive/index.ts';
import type { EntryBody } from '../entries/index.ts';
import { type EntryRow, toEntry } from '../entry.ts';
import { openingError } from '../error.ts';
import { migrate } from '../migrations/index.ts';
import { connect } from '../open.ts';
import { createNumbers } from '../read/numbers.ts';
import { createRefundReads } from '../read/refunds.ts';
import { salesOfAnInstall } from '../restores.ts';
import { verify } from '../verify/index.ts';
import { copyFiles, linesFiles } from './layout.ts';
import { following, LinesDamaged } from './lines.ts';
import { newest } from './whole.ts';

export interface RestoreOrder {
  /** The copy's folder. It is only read. */
  readonly copy: string;
  /** Where the journal is to stand; nothing lies there yet. */
  readonly target: string;
  readonly machine: string;
  readonly now: string;
  /** When the copy was last written to; null when it does not say. */
  readonly copiedAt: string | null;
  /** How often this copy was restored before. */
  readonly restored: number;
  /** The number of the last receipt that the old till gave, when a person has looked; null when nobody has. */
  readonly lastReceipt: number | null;
}

/** What the restored journal says of itself in its last entry. */
export type Restored = EntryBody<'till.restored'>;

/** Room in the series for what the old install may have used since the copy, and for each restore before this one. */
const room = { sale: salesOfAnInstall, attempt: 100, refund: 100_000 };

/**
 * Makes the journal again from its copy, reads all of it through, and writes down that it was restored. Nothing is left
 * behind when it fails; the error says what is wrong with the copy.
 */
export function restoreJournal(order: RestoreOrder): Result<Restored, string> {
  const { copy, target } = order;
  try {
    copyFileSync(path.join(copy, copyFiles.journal), target);
    const db = connect(target);
    let restored: Result<Restored, string>;
    try {
      restored = complete(db, order);
    } finally {
      db.close();
    }
    if (!restored.ok) removeJournal(target);
    else toDisk(target);
    return restored;
  } catch (thrown) {
    removeJournal(target);
    if (thrown instanceof LinesDamaged) return err(thrown.message);
    return err(openingError(thrown).detail);
  }
}

/** Takes a journal that was not finished away again. */
function removeJournal(target: string): void {
  for (const end of ['', '-wal', '-shm']) if (existsSync(target + end)) rmSync(target + end);
}

function complete(db: Database.Database, order: RestoreOrder): Result<Restored, string> {
  const migrated = migrate(db);
  if (!migrated.ok) return err(migrated.error.detail);
  addLinesOf(db, order.copy);
  const report = verify(db);
  if (report.wrong !== null) return err(report.wrong);

  const last = db
    .prepare<[], Pick<EntryRow, 'seq' | 'kind'>>('SELECT seq, kind FROM entry ORDER BY seq DESC LIMIT 1')
    .get();
  const body: Restored = {
    machine: order.machine,
    copiedFrom: path.basename(order.copy),
    copiedTo: last?.seq ?? 0,
    copiedAt: order.copiedAt,
    closed: last?.kind === 'till.stopped',
    taken: taken(db, order),
  };
  const append = createAppend(db);
  db.transaction(() => append(order.now, null, 'till.restored', body)).immediate();
  return ok(body);
}

function addLinesOf(db: Database.Database, copy: string): void {
  const insert = createInsert(db);
  const derive = createDerive(db);
  db.transaction(() => {
    for (const { file } of linesFiles(copy)) {
      for (const row of following(file, newest(db))) {
        insert(row);
        derive(toEntry(row));
      }
    }
  }).immediate();
}

function taken(db: Database.Database, { restored, lastReceipt }: RestoreOrder): Restored['taken'] {
  const numbers = createNumbers(db);
  const above = (used: number, step: number): number => (Math.floor(used / step) + restored + 1) * step;
  const refund = createRefundReads(db).nextRefundNumber() - 1;
  const attempt =
    db.prepare<[], number>(`SELECT taken FROM series WHERE name = 'attempt'`).pluck().get() ?? 0;
  return {
    sale: above(numbers.nextSaleNumber() - 1, room.sale),
    attempt: above(attempt, room.attempt),
    refund: above(refund, room.refund),
    receipt: Math.max(numbers.nextReceiptNumber() - 1, lastReceipt ?? 0),
  };
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
