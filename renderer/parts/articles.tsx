import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Reply } from '../../preload/contract/api.ts';
import type { ArticleView, GroupView } from '../../preload/contract/view.ts';
import { act, call } from '../acts.ts';
import { breakable } from '../breakable.ts';
import { focusSearch } from '../focus.ts';
import { chooseLine } from '../place.ts';
import { useTill } from '../till.ts';
import { clearTimes, timesTyped } from '../typed.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './articles.module.css';

const page = 200;
const hues = 8;

interface Shown {
  readonly group: string;
  readonly articles: readonly ArticleView[];
  readonly total: number;
}

async function add(articleId: string): Promise<void> {
  focusSearch();
  const line = await act('sale.addArticle', { articleId, quantity: timesTyped() });
  if (line === null) return;
  clearTimes();
  chooseLine(line.lineId);
}

const Tile = memo(function Tile({ article, hue }: { readonly article: ArticleView; readonly hue: number }) {
  const formats = useFormats();
  return (
    <button
      type="button"
      className={styles.tile}
      data-hue={hue}
      // The focus stays in the search field, where the scanner and the keys are.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => void add(article.id)}
    >
      <span className={styles.name}>{breakable(article.name)}</span>{' '}
      <span className={styles.price}>{formats.kroner(article.price)}</span>
    </button>
  );
});

/** A page of the shelf: the quick keys, or a group. */
interface Page {
  readonly key: string;
  readonly name: string;
  /** Null for the quick keys. */
  readonly group: string | null;
}

interface Shelf {
  readonly groups: readonly GroupView[];
  readonly quick: readonly ArticleView[];
}

type Answered = [Reply<'catalogue.groups'>, Reply<'catalogue.quickKeys'>];

let asked: Promise<Answered> | null = null;

function askNow(): Promise<Answered> {
  return Promise.all([call('catalogue.groups', {}), call('catalogue.quickKeys', {})]);
}

/** Asks for the pages while the till's first word is still on its way, so that the shelf is there with it. */
export function askForShelf(): void {
  asked = askNow();
}

/** What the shelf holds; what the quick keys name and the till has not is left out. */
function useShelf(): Shelf {
  const count = useTill((view) => view.articles);
  const [shelf, setShelf] = useState<Shelf>({ groups: [], quick: [] });
  useEffect(() => {
    let current = true;
    const early = asked?.then((replies) => (replies.every(({ ok }) => ok) ? replies : askNow()));
    asked = null;
    // What was asked before anybody had logged in is asked again.
    void (early ?? askNow()).then(([groups, keys]) => {
      if (!current || !groups.ok || !keys.ok) return;
      setShelf({ groups: groups.value, quick: keys.value.flatMap(({ article }) => article ?? []) });
    });
    return () => {
      current = false;
    };
  }, [count]);
  return shelf;
}

function pagesOf({ groups, quick }: Shelf, quickKeys: string): readonly Page[] {
  const ofGroups = groups.map(({ name }) => ({ key: `group ${name}`, name, group: name }));
  return quick.length === 0 ? ofGroups : [{ key: 'quick', name: quickKeys, group: null }, ...ofGroups];
}

/** The articles of a group, up to a limit; null until the till has told. */
function useGroup(group: string | null, limit: number): Shown | null {
  const count = useTill((view) => view.articles);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (group === null) return undefined;
    let current = true;
    void call('catalogue.inGroup', { group, offset: 0, limit }).then((reply) => {
      if (current && reply.ok) setShown({ group, ...reply.value });
    });
    return () => {
      current = false;
    };
  }, [group, limit, count]);
  return shown;
}

/** The shelf: the quick keys and the groups as tabs, articles as tiles. It is not drawn again when the basket changes. */
export const Articles = memo(function Articles() {
  const { sale } = useStrings();
  const count = useTill((view) => view.articles);
  const shelf = useShelf();
  const [wanted, setWanted] = useState<string | null>(null);
  const [limit, setLimit] = useState(page);
  const tabs = useRef<HTMLDivElement>(null);
  const pages = pagesOf(shelf, sale.quickKeys);
  const chosen = pages.find(({ key }) => key === wanted) ?? pages[0] ?? null;
  const ofGroup = useGroup(chosen?.group ?? null, limit);
  const onQuick = chosen?.group === null;
  const articles = onQuick ? shelf.quick : (ofGroup?.articles ?? []);
  const more = !onQuick && ofGroup !== null && ofGroup.total > ofGroup.articles.length;

  const open = useCallback((key: string) => {
    setLimit(page);
    setWanted(key);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = pages.findIndex((one) => one === chosen);
    const next = by === 0 ? undefined : pages[(at + by + pages.length) % pages.length];
    if (next === undefined) return;
    event.preventDefault();
    open(next.key);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[pages.indexOf(next)]?.focus();
  };
  const hueOf = (group: string): number =>
    Math.max(
      0,
      shelf.groups.findIndex(({ name }) => name === group),
    ) % hues;
  return (
    <div className={styles.shelf}>
      <div ref={tabs} role="tablist" aria-label={sale.groups} className={styles.tabs} onKeyDown={onKeyDown}>
        {pages.map((one) => (
          <button
            key={one.key}
            type="button"
            role="tab"
            aria-selected={one === chosen}
            tabIndex={one === chosen ? 0 : -1}
            className={styles.tab}
            data-hue={one.group === null ? undefined : hueOf(one.group)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => open(one.key)}
          >
            {breakable(one.name)}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={chosen?.name ?? sale.articles} className={styles.panel}>
        {count === 0 && <p className={styles.none}>{sale.noArticles}</p>}
        <div className={styles.grid}>
          {articles.map((article) => (
            <Tile key={article.id} article={article} hue={hueOf(article.group)} />
          ))}
        </div>
        {more && (
          <button type="button" className={styles.more} onClick={() => setLimit(Math.min(limit + page, 500))}>
            {sale.moreArticles}
          </button>
        )}
      </div>
    </div>
  );
});
