import type Database from 'better-sqlite3';
import type { Article } from '../entries/till.ts';
import type { Ore } from '../../sale/money.ts';
import { fold } from '../fold.ts';

export interface ArticleGroup {
  readonly name: string;
  readonly articles: number;
}

export interface ArticleReads {
  article(id: string): Article | null;
  articleByBarcode(barcode: string): Article | null;
  /** By the beginning of the article's number or name, then by words anywhere in the name (three letters or more). */
  searchArticles(text: string, limit: number): Article[];
  /** In Norwegian alphabetical order. */
  groups(): ArticleGroup[];
  /**
   * So many articles of a group (null: of all), by name, without the `skip` first, or the `skip` last of them. What is
   * skipped is walked past: from the nearer end that is half of them at most.
   */
  articlesInGroup(group: string | null, from: 'first' | 'last', skip: number, limit: number): Article[];
  articleCount(): number;
  /** One after the other; nothing else can be asked of this journal before the last. */
  everyArticle(): IterableIterator<Article>;
}

const columns =
  'id, name, price, vat_rate AS vatRate, group_name AS "group", barcode, age_limit AS ageLimit, deposit';

type Row = Omit<Article, 'ageLimit' | 'deposit'> & {
  readonly ageLimit: number | null;
  readonly deposit: Ore | null;
};

function articleOf({ ageLimit, deposit, ...article }: Row): Article {
  return { ...article, ...(ageLimit !== null && { ageLimit }), ...(deposit !== null && { deposit }) };
}

function known(row: Row | undefined): Article | null {
  return row === undefined ? null : articleOf(row);
}

const norwegian = new Intl.Collator('nb', { numeric: true });

export function createArticleReads(db: Database.Database): ArticleReads {
  const byId = db.prepare<[string], Row>(`SELECT ${columns} FROM article WHERE id = ?`);
  const byBarcode = db.prepare<[string], Row>(
    `SELECT ${columns} FROM article WHERE barcode = ? ORDER BY key LIMIT 1`,
  );
  const groups = db.prepare<[], ArticleGroup>(
    'SELECT group_name AS name, count(*) AS articles FROM article GROUP BY group_name',
  );
  const inOrder = (of: string, way: 'ASC' | 'DESC'): Database.Statement<(string | number)[], Row> =>
    db.prepare(`SELECT ${columns} FROM article ${of} ORDER BY folded ${way}, key ${way} LIMIT ? OFFSET ?`);
  const inGroup = {
    first: inOrder('WHERE group_name = ?', 'ASC'),
    last: inOrder('WHERE group_name = ?', 'DESC'),
  };
  const inAll = { first: inOrder('', 'ASC'), last: inOrder('', 'DESC') };
  // Articles are never taken away and keys have no gaps, so the highest key is how many there are.
  const count = db.prepare<[], number | null>('SELECT max(key) FROM article').pluck();
  const every = db.prepare<[], Row>(`SELECT ${columns} FROM article ORDER BY key`);
  const search = createSearch(db);

  return {
    article: (id) => known(byId.get(id)),
    articleByBarcode: (barcode) => known(byBarcode.get(barcode)),
    searchArticles: search,
    groups: () => groups.all().sort((a, b) => norwegian.compare(a.name, b.name)),
    articlesInGroup: (group, from, skip, limit) => {
      const rows = group === null ? inAll[from].all(limit, skip) : inGroup[from].all(group, limit, skip);
      const articles = rows.map(articleOf);
      return from === 'first' ? articles : articles.reverse();
    },
    articleCount: () => count.get() ?? 0,
    everyArticle: function* () {
      for (const row of every.iterate()) yield articleOf(row);
    },
  };
}

function createSearch(db: Database.Database): (text: string, limit: number) => Article[] {
  const byNumber = db.prepare<[string, string, number], Row>(
    `SELECT ${columns} FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT ?`,
  );
  const byBeginning = db.prepare<[string, string, number], Row>(
    `SELECT ${columns} FROM article WHERE folded >= ? AND folded < ? ORDER BY folded, key LIMIT ?`,
  );
  const byText = db.prepare<[string, string, number], Row>(
    `SELECT ${columns} FROM article_text JOIN article ON article.key = article_text.rowid
      WHERE article_text MATCH ?
        AND NOT EXISTS (SELECT 1 FROM json_each(?) AS short WHERE instr(article.folded, short.value) = 0)
      ORDER BY article_text.rowid LIMIT ?`,
  );

  return (text, limit) => {
    const wanted = text.trim();
    const folded = fold(wanted);
    const words = folded.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) return [];
    const found = new Map<string, Article>();
    const take = (rows: Row[]): void => {
      for (const row of rows) if (found.size < limit) found.set(row.id, articleOf(row));
    };
    take(byNumber.all(wanted, endOf(wanted), limit));
    take(byBeginning.all(folded, endOf(folded), limit));
    // The text index knows pieces of three letters: shorter words only narrow what longer ones find.
    const indexed = words.filter((word) => Array.from(word).length >= 3);
    if (indexed.length > 0 && found.size < limit) {
      const short = words.filter((word) => !indexed.includes(word));
      take(byText.all(indexed.map(quoted).join(' AND '), JSON.stringify(short), limit));
    }
    return [...found.values()];
  };
}

/** The first text after everything that begins with `beginning`. */
function endOf(beginning: string): string {
  return `${beginning}\u{10FFFF}`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
