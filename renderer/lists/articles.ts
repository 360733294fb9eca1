import type { ArticleView } from '../../preload/contract/view.ts';
import { call, read } from '../acts.ts';
import type { Listing } from './listing.ts';
import { createPlaced, stretch } from './placed.ts';

/** Articles that are all here. */
export function articlesHere(articles: readonly ArticleView[]): Listing<ArticleView> {
  const known = new Map(articles.map((article, at) => [at, article] as const));
  return createPlaced({
    total: articles.length,
    known,
    newestFirst: false,
    ask: () => Promise.resolve(null),
  });
}

/** So many articles of a group (null: of all), by name; null when the till could not tell. */
export async function articlesIn(group: string | null, total: number): Promise<Listing<ArticleView> | null> {
  const first = await call('catalogue.inGroup', { group, from: 'first', skip: 0, limit: stretch });
  if (!first.ok) return null;
  return createPlaced({
    total,
    known: new Map(first.value.map((article, at) => [at, article] as const)),
    newestFirst: false,
    ask: async (place, limit) => {
      const after = total - place - limit;
      const [from, skip] = place <= after ? (['first', place] as const) : (['last', after] as const);
      const rows = await read('catalogue.inGroup', { group, from, skip, limit });
      return rows === null ? null : { total, rows };
    },
  });
}
