import { readFileSync, writeFileSync } from 'node:fs';
import type { Journal } from '../../../main/journal/index.ts';
import { ore, vatRate } from '../../../main/sale/money.ts';

const pageSize = 4096;

/** The first byte of a page of SQLite's file: what the page holds. */
export const indexLeaf = 0x0a;
export const tableLeaf = 0x0d;

/** Writes nonsense over the pages of a closed file that `holds` picks; gives how many. */
export function ruinPages(file: string, holds: (page: Buffer) => boolean): number {
  const bytes = readFileSync(file);
  let ruined = 0;
  for (let at = pageSize; at < bytes.length; at += pageSize) {
    const page = bytes.subarray(at, at + pageSize);
    if (!holds(page)) continue;
    page.fill(0xff, 0, 64);
    ruined += 1;
  }
  writeFileSync(file, bytes);
  return ruined;
}

/** 50,000 articles: so many that a start does not read every page. */
export function fillTheShelves(journal: Journal): void {
  const parts = Array.from({ length: 50 }, (_, part) =>
    Array.from({ length: 1000 }, (__, n) => ({
      id: `p${String(part)}-${String(n)}`,
      name: `Prøvevare ${String(part)} ${String(n)}`,
      price: ore(1000),
      vatRate: vatRate(2500),
      group: 'Prøver',
      barcode: null,
    })),
  );
  for (const articles of parts) {
    journal.write(null, (tx) => tx.append('catalogue.articles', { importId: 'many', articles }));
  }
  journal.write(null, (tx) =>
    tx.append('catalogue.imported', {
      importId: 'many',
      fileName: 'many.csv',
      sha256: '0'.repeat(64),
      articles: 50_000,
      changed: 50_000,
      rejected: 0,
    }),
  );
}
