import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Reply } from '../../preload/contract/api.ts';
import type { ArticleView, GroupView } from '../../preload/contract/view.ts';
import { call } from '../acts.ts';
import { breakable } from '../breakable.ts';
import { articlesHere, articlesIn } from '../lists/articles.ts';
import type { Listing } from '../lists/listing.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './articles.module.css';
import { Tiles } from './tiles.tsx';

const hues = 8;

/** A page of the shelf: the quick keys, or a group. */
interface Page {
  readonly key: string;
  readonly name: string;
  /** Null for the quick keys. */
  readonly group: string | null;
}

/** The articles of a page. */
interface Shown {
  readonly key: string;
  readonly listing: Listing<ArticleView>;
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

/** The articles of a page; those of the page before until the till has told. */
function useShown(page: Page | null, { groups, quick }: Shelf): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const { key, group } = page ?? { key: '', group: null };
  useEffect(() => {
    if (key === '') return undefined;
    let current = true;
    const total = groups.find(({ name }) => name === group)?.articles ?? 0;
    const opened = group === null ? Promise.resolve(articlesHere(quick)) : articlesIn(group, total);
    void opened.then((listing) => {
      if (current && listing !== null) setShown({ key, listing });
    });
    return () => {
      current = false;
    };
  }, [key, group, groups, quick]);
  return shown;
}

/** A finger's width, and on a large screen a thumb's. */
function columnsIn(width: number): number {
  const tile = window.matchMedia('(min-width: 1600px)').matches ? 176 : 136;
  return Math.max(1, Math.floor((width + 8) / (tile + 8)));
}

/** How many groups stand in a row: all of a few, else half of them, so that no row has one alone. */
function besides(count: number): CSSProperties {
  const within = (few: number): number => (count <= few ? count : Math.ceil(count / 2));
  return { '--beside': within(5), '--beside-wide': within(8) } as CSSProperties;
}

/** The shelf: the quick keys and the groups as tabs, articles as tiles. It is not drawn again when the basket changes. */
export const Articles = memo(function Articles() {
  const { sale } = useStrings();
  const count = useTill((view) => view.articles);
  const shelf = useShelf();
  const { groups } = shelf;
  const [wanted, setWanted] = useState<string | null>(null);
  /** 0 until the shelf is measured: tiles that were drawn for another width would be drawn anew, and lose the focus. */
  const [columns, setColumns] = useState(0);
  const onWidth = useCallback((width: number) => {
    // In the frame that was measured: tiles are not seen where they will not stay.
    flushSync(() => setColumns(columnsIn(width)));
  }, []);
  const onShelf = useCallback((shelf: HTMLElement | null) => {
    if (shelf !== null) setColumns(columnsIn(shelf.clientWidth));
  }, []);
  const tabs = useRef<HTMLDivElement>(null);
  const pages = pagesOf(shelf, sale.quickKeys);
  const chosen = pages.find(({ key }) => key === wanted) ?? pages[0] ?? null;
  const shown = useShown(chosen, shelf);

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = pages.findIndex((one) => one === chosen);
    const next = by === 0 ? undefined : pages[(at + by + pages.length) % pages.length];
    if (next === undefined) return;
    event.preventDefault();
    setWanted(next.key);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[pages.indexOf(next)]?.focus();
  };
  const hueOf = useCallback(
    (group: string): number =>
      Math.max(
        0,
        groups.findIndex(({ name }) => name === group),
      ) % hues,
    [groups],
  );
  return (
    <div ref={onShelf} className={styles.shelf}>
      <div
        ref={tabs}
        role="tablist"
        aria-label={sale.groups}
        className={styles.tabs}
        style={besides(pages.length)}
        onKeyDown={onKeyDown}
      >
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
            onClick={() => setWanted(one.key)}
          >
            {breakable(one.name)}
          </button>
        ))}
      </div>
      {count === 0 && <p className={styles.none}>{sale.noArticles}</p>}
      {shown !== null && columns > 0 && (
        <Tiles
          key={`${shown.key} ${String(columns)}`}
          name={chosen?.name ?? sale.articles}
          listing={shown.listing}
          columns={columns}
          hueOf={hueOf}
          onWidth={onWidth}
        />
      )}
    </div>
  );
});
