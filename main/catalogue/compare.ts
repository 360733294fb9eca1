import type { Article } from '../journal/entries/till.ts';
import type { CatalogueFile, GoodRow } from './csv.ts';
import type { BadRow } from './row.ts';
import { nextTurn } from './turn.ts';

/** What the till has already. */
export interface KnownArticles {
  article(id: string): Article | null;
  articleByBarcode(barcode: string): Article | null;
}

/** A file beside what the till has. */
export interface Comparison {
  readonly good: number;
  /** Good rows that are new or differ from what the till has. */
  readonly changed: readonly Article[];
  readonly bad: readonly BadRow[];
}

const rowsATurn = 1000;

/** Whether two articles are the same in everything that is kept of them. */
export function isSameArticle(a: Article, b: Article): boolean {
  return (
    a.name === b.name &&
    a.price === b.price &&
    a.vatRate === b.vatRate &&
    a.group === b.group &&
    a.barcode === b.barcode &&
    a.ageLimit === b.ageLimit &&
    a.deposit === b.deposit
  );
}

interface Claim {
  readonly row: GoodRow;
  readonly barcode: string;
  /** The article that has the barcode now. */
  readonly holder: string;
}

/**
 * The claims that cannot be met. A barcode is free when the file gives its holder another one, which it does only if the
 * holder's own row stands: so each refusal may bring further ones.
 */
function refusedClaims(good: readonly GoodRow[], claims: readonly Claim[]): Map<GoodRow, Claim> {
  const standing = new Set(good.map(({ article }) => article.id));
  const refused = new Map<GoodRow, Claim>();
  let before: number;
  do {
    before = refused.size;
    for (const claim of claims) {
      if (standing.has(claim.holder) || refused.has(claim.row)) continue;
      refused.set(claim.row, claim);
      standing.delete(claim.row.article.id);
    }
  } while (refused.size > before);
  return refused;
}

/** Compares a file's good rows with what the till has; other work has its turn in between. */
export async function compare(file: CatalogueFile, known: KnownArticles): Promise<Comparison> {
  const claims: Claim[] = [];
  const differing: GoodRow[] = [];
  for (const [index, row] of file.good.entries()) {
    const { id, barcode } = row.article;
    const now = known.article(id);
    if (now === null || !isSameArticle(now, row.article)) differing.push(row);
    const holder = barcode === null ? null : known.articleByBarcode(barcode);
    if (barcode !== null && holder !== null && holder.id !== id)
      claims.push({ row, barcode, holder: holder.id });
    if ((index + 1) % rowsATurn === 0) await nextTurn();
  }
  const refused = refusedClaims(file.good, claims);
  const taken = [...refused.values()].map(({ row, barcode, holder }): BadRow => {
    return { line: row.line, reason: { kind: 'barcode-taken', barcode, articleId: holder } };
  });
  return {
    good: file.good.length - refused.size,
    changed: differing.filter((row) => !refused.has(row)).map((row) => row.article),
    bad: [...file.bad, ...taken].sort((a, b) => a.line - b.line),
  };
}
