import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Reply } from '../../preload/contract/api.ts';
import type { ArticleView, GroupView } from '../../preload/contract/view.ts';
import { act, call } from '../acts.ts';
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
      <span className={styles.name}>{article.name}</span>{' '}
      <span className={styles.price}>{formats.kroner(article.price)}</span>
    </button>
  );
});

let asked: Promise<Reply<'catalogue.groups'>> | null = null;

/** Asks for the groups while the till's first word is still on its way, so that the shelf is there with it. */
export function askForGroups(): void {
  asked = call('catalogue.groups', {});
}

function useGroups(): {
  groups: readonly GroupView[];
  chosen: string | null;
  choose: (group: string) => void;
} {
  const count = useTill((view) => view.articles);
  const [groups, setGroups] = useState<readonly GroupView[]>([]);
  const [wanted, choose] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const early = asked?.then((reply) => (reply.ok ? reply : call('catalogue.groups', {})));
    asked = null;
    // What was asked before anybody had logged in is asked again.
    void (early ?? call('catalogue.groups', {})).then((reply) => {
      if (current && reply.ok) setGroups(reply.value);
    });
    return () => {
      current = false;
    };
  }, [count]);
  const kept = groups.some((group) => group.name === wanted) ? wanted : null;
  return { groups, chosen: kept ?? groups[0]?.name ?? null, choose };
}

/** The shelf: groups as tabs, articles as tiles. It is not drawn again when the basket changes. */
export const Articles = memo(function Articles() {
  const { sale } = useStrings();
  const count = useTill((view) => view.articles);
  const { groups, chosen, choose } = useGroups();
  const [shown, setShown] = useState<Shown | null>(null);
  const [limit, setLimit] = useState(page);
  const tabs = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (chosen === null) return undefined;
    let current = true;
    void call('catalogue.inGroup', { group: chosen, offset: 0, limit }).then((reply) => {
      if (current && reply.ok) setShown({ group: chosen, ...reply.value });
    });
    return () => {
      current = false;
    };
  }, [chosen, limit, count]);

  const open = useCallback(
    (group: string) => {
      setLimit(page);
      choose(group);
    },
    [choose],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = groups.findIndex((group) => group.name === chosen);
    const next = by === 0 ? undefined : groups[(at + by + groups.length) % groups.length];
    if (next === undefined) return;
    event.preventDefault();
    open(next.name);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[groups.indexOf(next)]?.focus();
  };
  const hue =
    Math.max(
      0,
      groups.findIndex((group) => group.name === shown?.group),
    ) % hues;
  return (
    <div className={styles.shelf}>
      <div ref={tabs} role="tablist" aria-label={sale.groups} className={styles.tabs} onKeyDown={onKeyDown}>
        {groups.map((group, index) => (
          <button
            key={group.name}
            type="button"
            role="tab"
            aria-selected={group.name === chosen}
            tabIndex={group.name === chosen ? 0 : -1}
            className={styles.tab}
            data-hue={index % hues}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => open(group.name)}
          >
            {group.name}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={chosen ?? sale.articles} className={styles.panel}>
        {count === 0 && <p className={styles.none}>{sale.noArticles}</p>}
        <div className={styles.grid}>
          {shown?.articles.map((article) => (
            <Tile key={article.id} article={article} hue={hue} />
          ))}
        </div>
        {shown !== null && shown.total > shown.articles.length && (
          <button type="button" className={styles.more} onClick={() => setLimit(Math.min(limit + page, 500))}>
            {sale.moreArticles}
          </button>
        )}
      </div>
    </div>
  );
});
