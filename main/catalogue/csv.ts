import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Article } from '../journal/entries/till.ts';
import { err, ok, type Result } from '../result.ts';
import { mostBytes, mostRows, type FileReason } from './file-problem.ts';
import { fieldsOf, headerOf, type Header } from './header.ts';
import { articleOf, type BadRow, type RowProblem } from './row.ts';
import { isBinary, slicesOf } from './text.ts';
import { nextTurn } from './turn.ts';

export interface GoodRow {
  /** Line in the file where the row begins, from 1. */
  readonly line: number;
  readonly article: Article;
}

/** A catalogue file, read: each row with content is in one of the two lists, in the file's order. */
export interface CatalogueFile {
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadRow[];
}

/** Is told how far a long piece of work has come. */
export type OnProgress = (done: number, total: number) => void;

/** Gathers rows, and knows which ids and barcodes the file has had. */
class Rows {
  readonly good: GoodRow[] = [];
  readonly bad: BadRow[] = [];
  lastLine = 1;
  readonly #header: Header;
  readonly #lineOfId = new Map<string, number>();
  readonly #lineOfBarcode = new Map<string, number>();

  constructor(header: Header) {
    this.#header = header;
  }

  get count(): number {
    return this.good.length + this.bad.length;
  }

  refuse(line: number, reason: RowProblem): void {
    this.bad.push({ line, reason });
  }

  /** `lastLine` is the line where the row ends. */
  add(row: readonly string[], lastLine: number): void {
    const line = lastLine - row.reduce((breaks, field) => breaks + field.split('\n').length - 1, 0);
    this.lastLine = lastLine;
    if (row.every((field) => field.trim() === '')) return;
    const read = this.#read(row, line, lastLine);
    if (!read.ok) {
      this.refuse(line, read.error);
      return;
    }
    const { id, barcode } = read.value;
    this.#lineOfId.set(id, line);
    if (barcode !== null) this.#lineOfBarcode.set(barcode, line);
    this.good.push({ line, article: read.value });
  }

  #read(row: readonly string[], line: number, lastLine: number): Result<Article, RowProblem> {
    const fields = fieldsOf(this.#header, row);
    if (line < lastLine && (fields === null || row.some((field) => this.#swallowedRows(field)))) {
      return err({ kind: 'quote-not-closed', lastLine });
    }
    if (fields === null) return err({ kind: 'columns', expected: this.#header.width, found: row.length });
    const read = articleOf(fields);
    const twice = read.ok ? this.#seenBefore(read.value) : null;
    return twice === null ? read : err(twice);
  }

  /** A field with a line break and a row's worth of delimiters is several rows between two stray quotation marks. */
  #swallowedRows(field: string): boolean {
    return field.includes('\n') && field.split(this.#header.delimiter).length >= this.#header.width;
  }

  #seenBefore({ id, barcode }: Article): RowProblem | null {
    const idLine = this.#lineOfId.get(id);
    if (idLine !== undefined) return { kind: 'id-twice', id, firstLine: idLine };
    if (barcode === null) return null;
    const barcodeLine = this.#lineOfBarcode.get(barcode);
    return barcodeLine === undefined ? null : { kind: 'barcode-twice', barcode, firstLine: barcodeLine };
  }
}

function findHeader(bytes: Uint8Array): Result<Header, FileReason> {
  for (const { text } of slicesOf(bytes)) {
    const line = text.split('\n').find((candidate) => candidate.trim() !== '');
    if (line === undefined) continue;
    const header = headerOf(line);
    return header === null ? err('no-header') : ok(header);
  }
  return err('empty');
}

/**
 * Reads a catalogue file. Bad rows are named, never guessed at. Other work has its turn after each slice of the file;
 * progress is in bytes.
 */
export async function readCatalogue(
  bytes: Uint8Array,
  onProgress: OnProgress,
): Promise<Result<CatalogueFile, FileReason>> {
  if (bytes.length > mostBytes) return err('too-large');
  if (isBinary(bytes)) return err('binary');
  const header = findHeader(bytes);
  if (!header.ok) return header;

  const rows = new Rows(header.value);
  let headerSeen = false;
  const parser = parse({
    delimiter: header.value.delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (row: string[], { lines }) => {
      if (headerSeen) rows.add(row, lines);
      else if (row.some((field) => field.trim() !== '')) headerSeen = true;
      return null;
    },
  });
  const ended = finished(parser.resume()).catch((error: unknown) => error);
  for (const { text, bytesRead } of slicesOf(bytes)) {
    parser.write(text);
    await nextTurn();
    if (rows.count > mostRows) break;
    onProgress(bytesRead, bytes.length);
  }
  parser.end();
  const error = await ended;
  if (rows.count > mostRows) return err('too-many-rows');
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const lastLine = parser.info.lines;
    rows.refuse(Math.min(rows.lastLine + 1, lastLine), { kind: 'quote-not-closed', lastLine });
  } else if (error !== undefined) {
    throw new Error('The CSV parser stopped.', { cause: error });
  }
  return ok({ good: rows.good, bad: rows.bad });
}
