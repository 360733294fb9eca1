import { readCatalogue, type CatalogueFile } from '../../../main/catalogue/csv.ts';
import type { RowProblem } from '../../../main/catalogue/row.ts';

export const header = 'id;name;price;vat;group;barcode';

export const ignoreProgress = (): void => undefined;

/** A file's content: text as UTF-8, or bytes as they are. */
export async function read(content: string | Uint8Array): Promise<CatalogueFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = await readCatalogue(bytes, ignoreProgress);
  if (!file.ok) throw new Error(`Refused: ${file.error}`);
  return file.value;
}

/** What is wrong with the only row of a file, `row` standing under the usual header; null for a good row. */
export async function problemOf(row: string): Promise<RowProblem | null> {
  const file = await read(`${header}\n${row}\n`);
  return file.bad[0]?.reason ?? null;
}

/** The only article of a file, `row` standing under the usual header. */
export async function articleOf(row: string) {
  const file = await read(`${header}\n${row}\n`);
  return file.good[0]?.article;
}
