import type Database from 'better-sqlite3';
import { entryKinds } from '../entries/index.ts';
import type { Article } from '../entries/till.ts';
import { fold } from '../fold.ts';
import type { EntryOf } from './of-kind.ts';

/**
 * Keeps the articles. The parts of an import only become articles with the entry that ends it, all at once: an import
 * that was broken off leaves the catalogue as it was.
 */
export function articleDeriver(
  db: Database.Database,
  entries: Database.Database,
): (entry: EntryOf<'article.changed' | 'catalogue.articles' | 'catalogue.imported'>) => void {
  const dropOthers = db.prepare<[string]>('DELETE FROM article_part WHERE import_id <> ?');
  const addPart = db.prepare<[string, number]>('INSERT INTO article_part (import_id, seq) VALUES (?, ?)');
  const partsOf = db
    .prepare<[string], number>('SELECT seq FROM article_part WHERE import_id = ? ORDER BY seq')
    .pluck();
  const dropParts = db.prepare<[string]>('DELETE FROM article_part WHERE import_id = ?');
  const bodyOf = entries.prepare<[number], string>('SELECT body FROM entry WHERE seq = ?').pluck();
  const put = articleWriter(db);

  return (entry) => {
    if (entry.kind === 'article.changed') {
      put(entry.body.article);
      return;
    }
    const { importId } = entry.body;
    if (entry.kind === 'catalogue.articles') {
      // Imports come one after the other: what an earlier one left behind was given up.
      dropOthers.run(importId);
      addPart.run(importId, entry.seq);
      return;
    }
    for (const seq of partsOf.all(importId)) {
      const part = entryKinds['catalogue.articles'].parse(JSON.parse(bodyOf.get(seq) ?? 'null'));
      part.articles.forEach(put);
    }
    dropParts.run(importId);
  };
}

/** Age limit in years and deposit in øre. */
type Marks = [ageLimit: number | null, deposit: number | null];

interface Known {
  readonly key: number;
  readonly folded: string;
}

function articleWriter(db: Database.Database): (article: Article) => void {
  const select = db.prepare<[string], Known>('SELECT key, folded FROM article WHERE id = ?');
  const insert = db.prepare<[string, string, string, number, number, string, string | null, ...Marks]>(
    `INSERT INTO article (id, name, folded, price, vat_rate, group_name, barcode, age_limit, deposit)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare<[string, string, number, number, string, string | null, ...Marks, number]>(
    `UPDATE article SET name = ?, folded = ?, price = ?, vat_rate = ?, group_name = ?, barcode = ?, age_limit = ?,
      deposit = ? WHERE key = ?`,
  );
  const addText = db.prepare<[number | bigint, string]>(
    'INSERT INTO article_text (rowid, folded) VALUES (?, ?)',
  );
  const dropText = db.prepare<[number]>('DELETE FROM article_text WHERE rowid = ?');

  return ({ id, name, price, vatRate, group, barcode, ageLimit, deposit }) => {
    const folded = fold(name);
    const marks: Marks = [ageLimit ?? null, deposit ?? null];
    const known = select.get(id);
    if (known === undefined) {
      addText.run(
        insert.run(id, name, folded, price, vatRate, group, barcode, ...marks).lastInsertRowid,
        folded,
      );
      return;
    }
    update.run(name, folded, price, vatRate, group, barcode, ...marks, known.key);
    if (known.folded !== folded) {
      dropText.run(known.key);
      addText.run(known.key, folded);
    }
  };
}
