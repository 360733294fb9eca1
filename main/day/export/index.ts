import { shopTime } from '../../clock.ts';
import type { ExportFormat } from '../../journal/entries/till.ts';
import type { EntryRange, JournalSource } from '../../journal/source.ts';
import { err, type Result } from '../../result.ts';
import { entryLines } from './entry-lines.ts';
import { type ExportError, type FileToWrite, type WholeFile, writeFiles } from './files.ts';
import { instantsOf, type Period } from './period.ts';
import { createSaftWriter, partsOf, type Piece, salesPerFile } from './saft/index.ts';
import { type Outline, outlineOf } from './saft/outline.ts';
import { dayTable, lineTable, paymentTable, type Table } from './tables.ts';
import { gbat10Vouchers, plainVouchers } from './voucher-files.ts';
import type { VoucherAccounts } from './voucher.ts';

export type { ExportError, WholeFile } from './files.ts';
export { isDate, type Period } from './period.ts';
export { usualAccounts, type VoucherAccounts } from './voucher.ts';

export interface ExportOrder {
  readonly format: ExportFormat;
  readonly period: Period;
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
  const range = parts.source.range(instants.from, instants.until);
  if (range === null) return err({ code: 'EXPORT-EMPTY', detail: 'no entry lies in that period' });
  const job = { ...parts, range, order };
  const outline = await readOutline(job);
  if (outline === 'cancelled') return err({ code: 'EXPORT-CANCELLED', detail: '' });
  if (outline === null) return err({ code: 'EXPORT-EMPTY', detail: 'no sale and no report names the shop' });
  return writeFiles(filesOf(job, outline), { ...parts, folder: order.folder });
}

interface Job extends ExportParts {
  readonly order: ExportOrder;
  readonly range: EntryRange;
}

/** An outline is what SAF-T's head needs, and what every file is named after. */
async function readOutline({
  source,
  range,
  isCancelled,
  pause,
  ...job
}: Job): Promise<Outline | null | 'cancelled'> {
  const reading = outlineOf(source, range, job.salesPerFile ?? salesPerFile);
  for (let read = 0; ; read += 1) {
    const next = reading.next();
    if (next.done === true) return next.value;
    if (read % entriesATurn !== 0) continue;
    if (isCancelled()) return 'cancelled';
    job.onProgress((next.value / range.last) * outlineShare);
    await pause();
  }
}

/** A few milliseconds of reading. */
const entriesATurn = 200;
/** How much of the whole work the outline is, about. */
const outlineShare = 0.3;

function filesOf(job: Job, outline: Outline): FileToWrite[] {
  const { source, range, order } = job;
  if (order.format === 'saft') return saftFiles(job, outline);
  const { from, to } = order.period;
  const base = `Kvitt_${outline.tillId}_${from}_${to}_${stampOf(order.createdAt)}`;
  if (order.format === 'jsonl') {
    return [
      file(`${base}_journal.jsonl`, () => entryLines(source, range), job, {
        first: range.first,
        files: 1,
        index: 0,
      }),
    ];
  }
  const tables: readonly Table[] =
    order.format === 'csv'
      ? [lineTable, paymentTable, dayTable]
      : [plainVouchers(order.accounts), gbat10Vouchers(order.accounts)];
  return tables.map((table, index) =>
    file(`${base}_${table.name}.csv`, () => table.pieces(source, range), job, {
      first: range.first,
      files: tables.length,
      index,
    }),
  );
}

function saftFiles(job: Job, outline: Outline): FileToWrite[] {
  const { source, range, order } = job;
  const writer = createSaftWriter(source, outline, order);
  const all = partsOf(range, outline.cuts);
  return all.map((part, index) => {
    const which = part.of === 1 ? '' : `_${part.number}_${part.of}`;
    const name = `SAF-T Cash Register_${outline.seller.organisationNumber}_${stampOf(order.createdAt)}${which}.xml`;
    return file(name, () => writer.part(part), job, { first: part.range.first, files: all.length, index });
  });
}

function file(
  name: string,
  pieces: () => Generator<Piece>,
  job: Job,
  { first, files, index }: { readonly first: number; readonly files: number; readonly index: number },
): FileToWrite {
  const span = Math.max(1, job.range.last - first + 1);
  return {
    name,
    *texts() {
      let told = 0;
      for (const { text, seq } of pieces()) {
        yield text;
        told += 1;
        if (told % entriesATurn !== 0) continue;
        const share = (index + Math.min(1, Math.max(0, seq - first) / span)) / files;
        job.onProgress(outlineShare + (1 - outlineShare) * share);
      }
    },
  };
}

/** The shop's time as digits: yyyymmddHHMMSS. */
function stampOf(at: string): string {
  const { date, time } = shopTime(at);
  return `${date}${time}`.replaceAll(/[-:]/g, '');
}
