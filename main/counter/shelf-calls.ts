import type { Asks } from '../../preload/contract/calls.ts';
import type { ArticleView, ImportProgressView } from '../../preload/contract/view.ts';
import { barcodeProblem } from '../catalogue/barcode.ts';
import type { CatalogueImport } from '../catalogue/import.ts';
import type { Desk } from '../desk.ts';
import type { Article } from '../journal/entries/till.ts';
import type { Journal, JournalError, JournalReads } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { parseEntryText } from '../sale/entry-text.ts';
import { ore, vatRate } from '../sale/money.ts';
import { type LabelRule, readScannedCode, type ScannedCode } from '../sale/scanned-code.ts';
import { isShopVatRate } from '../sale/vat.ts';
import type { Words } from '../words/index.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type ShelfCallParts = {
  readonly journal: Journal;
  readonly catalogueImport: CatalogueImport;
  readonly desk: Desk;
  readonly words: () => Words;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  readonly onProgress: (progress: ImportProgressView) => void;
  readonly labelRules: () => readonly LabelRule[];
  /** Numbers of the articles that a manager put first. */
  readonly quickKeys: () => readonly string[];
  /** Whether a customer is being asked for a card. */
  readonly asksForCard: () => boolean;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

type ShelfCall = Extract<keyof Handlers, `catalogue.${string}`>;

/** What the window asks about the articles on the shelves, and how a new list of them gets in. */
export function shelfCalls(parts: ShelfCallParts): Pick<Handlers, ShelfCall> {
  const { journal, catalogueImport } = parts;
  const reading = (done: number, total: number): void => {
    parts.onProgress({ phase: 'reading', done, total });
  };
  const writing = (done: number, total: number): void => {
    parts.onProgress({ phase: 'writing', done, total });
  };

  return {
    'catalogue.groups': () => ok(journal.read.groups()),

    'catalogue.inGroup': ({ group, from, skip, limit }) =>
      ok(journal.read.articlesInGroup(group, from, skip, limit).map(articleView)),

    'catalogue.quickKeys': () =>
      ok(
        parts.quickKeys().map((articleId) => {
          const article = journal.read.article(articleId);
          return { articleId, article: article === null ? null : articleView(article) };
        }),
      ),

    'catalogue.search': ({ text, limit }) => ok(journal.read.searchArticles(text, limit).map(articleView)),

    'catalogue.lookUp': ({ text }) => {
      const article = articleOn(journal.read, text, parts.labelRules());
      if (!article.ok) return article;
      return ok(article.value === null ? null : articleView(article.value));
    },

    'catalogue.change': (asks) => {
      const article = asArticle(asks);
      const refusal = articleRefusal(article, journal.read.articleByBarcode(article.barcode ?? ''));
      if (refusal !== null) return { ok: false, error: refusal };
      const { id, price } = article;
      const unapproved = parts.authorise({
        kind: 'price-change',
        of: `article ${id}; price ${String(price)}`,
      });
      if (unapproved !== null) return { ok: false, error: unapproved };
      const written = journal.write(parts.operator(), (tx) => tx.append('article.changed', { article }));
      if (!written.ok) {
        parts.onJournalError(written.error);
        return notWritten(written.error);
      }
      parts.onChange();
      return ok(null);
    },

    'catalogue.chooseFile': async () => {
      const path = await parts.desk.chooseCatalogueFile();
      if (path === null) return ok(null);
      const staged = await catalogueImport.stage(path, reading);
      if (!staged.ok) return staged;
      const { problems, ...preview } = staged.value;
      return ok({
        ...preview,
        problems: problems.map(({ line, reason }) => ({
          line,
          sentence: parts.words().catalogueRow(reason),
        })),
      });
    },

    'catalogue.acceptImport': async ({ importId }) => {
      // A long list is laid down in one piece, for a second in which nothing else is answered.
      if (parts.asksForCard()) return refuse('PAYMENT-UNDER-WAY');
      const refusal = parts.authorise({ kind: 'price-change', of: `import ${importId}` });
      if (refusal !== null) return { ok: false, error: refusal };
      const accepted = await catalogueImport.accept(importId, parts.operator(), writing);
      if (accepted.ok) parts.onChange();
      return accepted;
    },

    'catalogue.dropImport': ({ importId }) => {
      catalogueImport.drop(importId);
      return ok(null);
    },
  };
}

/** The article that what is scanned or typed would ring up; null when there is none. */
export function articleOn(
  read: JournalReads,
  text: string,
  rules: readonly LabelRule[],
): Result<Article | null, Refusal> {
  const entered = parseEntryText(text);
  if (!entered.ok) return entered;
  const { code, gs1 } = entered.value;
  return ok(articleOf(read, readScannedCode(code, gs1, rules)));
}

/** The article that a scanned code stands for: by barcode first, then by its number; null when nothing has it. */
export function articleOf(read: JournalReads, { codes }: ScannedCode): Article | null {
  for (const code of codes) {
    const found = read.articleByBarcode(code) ?? read.article(code);
    if (found !== null) return found;
  }
  return null;
}

/** An article as the window shows it. */
function articleView({ ageLimit, deposit, ...article }: Article): ArticleView {
  return { ...article, ageLimit: ageLimit ?? null, deposit: deposit ?? null };
}

function asArticle({ ageLimit, deposit, ...asks }: Asks<'catalogue.change'>): Article {
  return {
    ...asks,
    price: ore(asks.price),
    vatRate: vatRate(asks.vatRate),
    barcode: asks.barcode === '' ? null : asks.barcode,
    ...(ageLimit !== null && { ageLimit }),
    ...(deposit !== null && { deposit: ore(deposit) }),
  };
}

/** Why an article cannot be kept like this; `holder` has its barcode now. */
function articleRefusal(article: Article, holder: Article | null): Refusal | null {
  if (!isShopVatRate(article.vatRate)) return { code: 'ARTICLE-WRONG', detail: { what: 'vat' } };
  const { barcode } = article;
  if (barcode === null) return null;
  if (barcodeProblem(barcode) !== null)
    return { code: 'ARTICLE-WRONG', detail: { what: 'barcode', barcode } };
  if (holder !== null && holder.id !== article.id) {
    return { code: 'ARTICLE-WRONG', detail: { what: 'barcode-taken', barcode, articleId: holder.id } };
  }
  return null;
}
