import { useEffect, useState } from 'react';
import type { ArticleView } from '../../../preload/contract/view.ts';
import { act, read } from '../../acts.ts';
import { useDraft } from '../../drafts.ts';
import { Arrange } from '../../parts/arrange.tsx';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats, useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

/** As many as stand on a shelf without a search. */
const most = 60;
const mostFound = 8;

/** What was added and not saved yet, by its number. */
type Added = Readonly<Record<string, ArticleView>>;

const nothingAdded: Added = {};

/** The articles by their numbers; null for one that the till has not. */
type Known = Readonly<Record<string, ArticleView | null>>;

interface AddProps {
  readonly ids: readonly string[];
  readonly onAdd: (article: ArticleView) => void;
}

/** Finds what is to be put on the shelf's first page. */
function Add({ ids, onAdd }: AddProps) {
  const { quickKeys } = useStrings();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly ArticleView[]>([]);
  const look = async (wanted: string): Promise<void> => {
    setText(wanted);
    if (wanted.trim().length < 2) setFound([]);
    else setFound((await act('catalogue.search', { text: wanted, limit: mostFound })) ?? []);
  };
  if (ids.length >= most) return <p className={styles.soft}>{quickKeys.full(most)}</p>;
  return (
    <>
      <Field label={quickKeys.find} value={text} onChange={(wanted) => void look(wanted)} maxLength={100} />
      <ul className={styles.found}>
        {found
          .filter(({ id }) => !ids.includes(id))
          .map((article) => (
            <li key={article.id}>
              <Button wide onClick={() => onAdd(article)}>
                {quickKeys.add(article.name)}
              </Button>
            </li>
          ))}
      </ul>
    </>
  );
}

function Arranging({ kept, change }: SectionOf<'quickKeys'>) {
  const { quickKeys } = useStrings();
  const formats = useFormats();
  const draft = useDraft('articles/quick-keys', { articles: kept.articles, added: nothingAdded });
  const { articles: ids, added } = draft.value;
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let stale = false;
    void read('catalogue.quickKeys', {}).then((keys) => {
      if (stale || keys === null) return;
      setKnown(Object.fromEntries(keys.map(({ articleId, article }) => [articleId, article])));
    });
    return () => {
      stale = true;
    };
  }, []);
  const save = async (): Promise<void> => {
    if (await change({ articles: ids })) draft.discard();
  };
  if (known === null) return null;
  const arrange = (order: readonly string[], also: Added): void => {
    const used = Object.entries(also).filter(([id]) => order.includes(id));
    draft.set({ articles: [...order], added: Object.fromEntries(used) });
  };
  const things = ids.map((id) => {
    const article = known[id] ?? added[id] ?? null;
    return article === null
      ? { id, name: id, detail: quickKeys.gone, gone: true }
      : { id, name: article.name, detail: formats.amount(article.price), gone: false };
  });
  return (
    <Card name={quickKeys.title} unsaved={draft.changed}>
      <p className={styles.soft}>{ids.length === 0 ? quickKeys.none : quickKeys.text}</p>
      <Arrange things={things} onArrange={(order) => arrange(order, added)} />
      <Add
        ids={ids}
        onAdd={(article) => arrange([...ids, article.id], { ...added, [article.id]: article })}
      />
      <SaveButtons
        of={quickKeys.title}
        draft={draft}
        save={quickKeys.save}
        off={!draft.changed}
        onSave={() => void save()}
      />
    </Card>
  );
}

/** What the cashier finds first on the shelf, as a manager arranges it. */
export function QuickKeys() {
  const section = useSection('quickKeys');
  return section === null ? null : <Arranging {...section} />;
}
