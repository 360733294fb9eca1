import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ArticleView } from '../../preload/contract/view.ts';
import { act, call } from '../acts.ts';
import { focusBasket, holdSearch } from '../focus.ts';
import { clearedWhenRight, sayError } from '../notices.ts';
import { readMultiplied } from '../numbers.ts';
import { ask, chooseLine } from '../place.ts';
import { doneTyping } from '../touched.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './search.module.css';

const most = 30;
const shortest = 2;
/** Keys faster than this are a scanner or a burst; the search waits for its end. */
const pause = 25;

interface Found {
  readonly asked: string;
  readonly articles: readonly ArticleView[];
}

/** Articles that match what is typed; asked for at the first slow key, and after a burst of quick ones. */
function useFound(asked: string): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const lastKey = useRef(0);
  useEffect(() => {
    if (asked.length < shortest) return undefined;
    let current = true;
    const look = async (): Promise<void> => {
      const reply = await call('catalogue.search', { text: asked, limit: most });
      if (current && reply.ok) setFound({ asked, articles: reply.value });
    };
    const now = performance.now();
    const slow = now - lastKey.current > pause;
    lastKey.current = now;
    const waiting = slow ? undefined : setTimeout(() => void look(), pause);
    if (slow) void look();
    return () => {
      current = false;
      clearTimeout(waiting);
    };
  }, [asked]);
  return asked.length < shortest ? null : found;
}

/** The field that everything is typed and scanned into, and what it finds. */
export function Search() {
  const { sale, pad } = useStrings();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [moved, setMoved] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const typed = readMultiplied(text);
  const found = useFound(typed.rest);
  const articles = open && found !== null ? found.articles : [];

  useEffect(() => {
    const element = field.current;
    holdSearch(element);
    element?.focus();
    return () => holdSearch(null);
  }, []);

  const type = (next: string): void => {
    setText(next);
    setOpen(true);
    setActive(0);
    setMoved(false);
  };
  /** Takes what stands in the field: what is typed from here on is the next article's. Gives it back if nothing is typed. */
  const take = (): (() => void) => {
    type('');
    return () => setText((now) => (now === '' ? text : now));
  };
  const add = async (article: ArticleView, giveBack = take()): Promise<void> => {
    const line = await act('sale.addArticle', { articleId: article.id, quantity: typed.quantity });
    if (line === null) {
      giveBack();
      return;
    }
    chooseLine(line.lineId);
    doneTyping();
    field.current?.focus();
  };
  const enter = async (): Promise<void> => {
    const code = text.trim();
    if (code === '') return;
    const giveBack = take();
    const right = clearedWhenRight();
    const reply = await call('sale.enter', { text: code });
    if (reply.ok) {
      right();
      chooseLine(reply.value.lineId);
      return;
    }
    if (reply.error.code === 'GIFT-CARD-SCANNED') {
      ask({ kind: 'gift-card', code });
      return;
    }
    // What is all figures is a code: it is never taken for the beginning of another.
    const named = reply.error.code === 'ARTICLE-UNKNOWN' && /\D/.test(typed.rest);
    const matches = named ? await call('catalogue.search', { text: typed.rest, limit: 1 }) : null;
    const first = matches?.ok === true ? matches.value[0] : undefined;
    if (first !== undefined) {
      await add(first, giveBack);
      return;
    }
    giveBack();
    sayError(reply.error.sentence, code);
  };
  const move = (by: number): void => {
    setMoved(true);
    setActive((active + by + articles.length) % articles.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = articles[active];
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      if (event.repeat) return;
      void (moved && chosen !== undefined ? add(chosen) : enter());
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (articles.length > 0) move(event.key === 'ArrowDown' ? 1 : -1);
      else if (text === '') focusBasket();
    } else if (event.key === 'Escape') {
      if (open) setOpen(false);
      else field.current?.select();
    }
  };
  const optionId = (index: number): string => `${listId}-${index}`;
  const nothing = open && found?.asked === typed.rest && found.articles.length === 0;
  return (
    <div className={styles.search}>
      <input
        ref={field}
        type="text"
        className={styles.field}
        aria-label={sale.search}
        placeholder={sale.search}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={articles.length > 0 ? optionId(active) : undefined}
        aria-keyshortcuts="F2"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <svg viewBox="0 0 24 24" className={styles.icon} aria-hidden="true">
        <path d="M4 6v12M8 6v12M11 6v12M15 6v12M17.5 6v12M20 6v12" />
      </svg>
      <button
        type="button"
        className={styles.pad}
        aria-label={pad.label}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => ask({ kind: 'code' })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 5h3M10.5 5h3M16 5h3M5 10h3M10.5 10h3M16 10h3M5 15h3M10.5 15h3M16 15h3M10.5 20h3" />
        </svg>
      </button>
      <p className="unseen" aria-live="polite">
        {open && found !== null && sale.found(found.articles.length)}
      </p>
      <div
        className={styles.results}
        hidden={articles.length === 0 && !nothing}
        onPointerDown={(event) => event.preventDefault()}
      >
        <div id={listId} role="listbox" aria-label={sale.results} hidden={articles.length === 0}>
          {articles.map((article, index) => (
            <div
              key={article.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className={styles.result}
              ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              onClick={() => void add(article)}
            >
              <span className={styles.name}>{article.name}</span>
              <span className={styles.id}>{article.id}</span>
              <span className={styles.price}>{formats.kroner(article.price)}</span>
            </div>
          ))}
        </div>
        {nothing && <p className={styles.nothing}>{sale.found(0)}</p>}
      </div>
    </div>
  );
}
