import { shopTime } from '../../clock.ts';
import type { ExportFormat } from '../../journal/entries/till.ts';
import type { EntryRange, JournalSource, Turn } from '../../journal/source.ts';
import { err, type Result } from '../../result.ts';
import { entryLines } from './entry-lines.ts';
import { type ExportError, type WholeFile, writeFiles } from './files.ts';
import { instantsOf, type Period } from './period.ts';
import type { Piece } from './piece.ts';
import { partsOf, saft, salesPerFile } from './saft/index.ts';
import { outlineOf } from './saft/outline.ts';
import { tableNames, tables } from './tables.ts';
import { voucherNames, vouchers } from './voucher-files.ts';
import type { VoucherAccounts } from './voucher.ts';

export { removeParts, wholeFilesIn } from './adopt.ts';
export type { ExportError, WholeFile } from './files.ts';
export { isDate, type Period } from './period.ts';
export type { VoucherAccounts } from './voucher.ts';

export interface ExportOrder {
  readonly format: ExportFormat;
  readonly period: Period;
  /** Exactly these entries instead of all that lie in the period: one day from Z to Z. */
  readonly range?: EntryRange;
  readonly folder: string;
  readonly accounts: VoucherAccounts;
  /** When it is made, UTC. */
  readonly createdAt: string;
}

export interface ExportParts {
  readonly source: JournalSource;
  readonly isCancelled: () => boolean;
  readonly pause: () => Promise<void>;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** For SAF-T; fewer make more files. */
  readonly salesPerFile?: number;
}

/** Takes a period out of the journal into files. Nothing is left behind unless all of them are whole. */
export async function exportJournal(
  order: ExportOrder,
  parts: ExportParts,
): Promise<Result<WholeFile[], ExportError>> {
  const instants = instantsOf(order.period);
  const range = order.range ?? (await inTurns(parts.source.range(instants.from, instants.until), parts));
  if (range === 'cancelled') return err({ code: 'EXPORT-CANCELLED', detail: '' });
  if (range === null) return err({ code: 'EXPORT-EMPTY', detail: 'no entry lies in that period' });
  const job = { ...parts, order, range };
  const plan = order.format === 'saft' ? await saftPlan(job) : await planOf(job, order.format);
  if (plan === 'cancelled') return err({ code: 'EXPORT-CANCELLED', detail: '' });
  if (plan === null) return err({ code: 'EXPORT-EMPTY', detail: 'no sale and no report names the shop' });
  return writeFiles(plan.names, plan.pieces, {
    ...parts,
    folder: order.folder,
    onProgress: (share) => {
      parts.onProgress(plan.doneBefore + (1 - plan.doneBefore) * share);
    },
  });
}

interface Job extends ExportParts {
  readonly order: ExportOrder;
  readonly range: EntryRange;
}

/** The files of an export, and what goes into them. */
interface Plan {
  readonly names: readonly string[];
  readonly pieces: Generator<Piece>;
  /** How much of the work making the plan was. */
  readonly doneBefore: number;
}

async function planOf(job: Job, format: Exclude<ExportFormat, 'saft'>): Promise<Plan | null | 'cancelled'> {
  const { source, range, order } = job;
  const tillId = await inTurns(tillOf(source, range), job);
  if (tillId === null || tillId === 'cancelled') return tillId;
  const { from, to } = order.period;
  const base = `Kvitt_${tillId}_${from}_${to}_${stampOf(order.createdAt)}`;
  switch (format) {
    case 'jsonl':
      return { names: [`${base}_journal.jsonl`], pieces: entryLines(source, range), doneBefore: 0 };
    case 'csv':
      return {
        names: tableNames.map((name) => `${base}_${name}.csv`),
        pieces: tables(source, range),
        doneBefore: 0,
      };
    case 'voucher':
      return {
        names: voucherNames.map((name) => `${base}_${name}.csv`),
        pieces: vouchers(source, range, order.accounts),
        doneBefore: 0,
      };
  }
}

/** Whose journal it is. */
function* tillOf(source: JournalSource, { last }: EntryRange): Generator<Turn, string | null> {
  for (const entry of source.entries(['till.started', 'sale.completed'], { first: 1, last })) {
    if (entry !== null) return entry.body.tillId;
    yield null;
  }
  return null;
}

async function saftPlan(job: Job): Promise<Plan | null | 'cancelled'> {
  const { source, range, order } = job;
  // What SAF-T's head needs: a pass of its own.
  const reading = outlineOf(source, range, job.salesPerFile ?? salesPerFile);
  const outline = await inTurns(reading, job, (seq) => {
    job.onProgress((seq / range.last) * outlineShare);
  });
  if (outline === null || outline === 'cancelled') return outline;
  const parts = partsOf(range, outline.cuts);
  const base = `SAF-T Cash Register_${outline.seller.organisationNumber}_${stampOf(order.createdAt)}`;
  return {
    names: parts.map(({ number, of }) => `${base}${of === 1 ? '' : `_${number}_${of}`}.xml`),
    pieces: saft(source, outline, parts, order),
    doneBefore: outlineShare,
  };
}

/** Does some reading in turns of a few milliseconds; each yields the number of the entry it has come to, or nothing. */
async function inTurns<T>(
  reading: Generator<number | Turn, T>,
  { isCancelled, pause }: Pick<ExportParts, 'isCancelled' | 'pause'>,
  onEntry: (seq: number) => void = () => undefined,
): Promise<T | 'cancelled'> {
  for (let read = 1; ; read += 1) {
    const next = reading.next();
    if (next.done === true) return next.value;
    if (next.value !== null && read % entriesATurn !== 0) continue;
    if (isCancelled()) return 'cancelled';
    if (next.value !== null) onEntry(next.value);
    await pause();
  }
}

/** A few milliseconds of reading. */
const entriesATurn = 100;
/** How much of the whole work the outline is, about. */
const outlineShare = 0.3;

/** The shop's time as digits: yyyymmddHHMMSS. */
function stampOf(at: string): string {
  const { date, time } = shopTime(at);
  return `${date}${time}`.replaceAll(/[-:]/g, '');
}
