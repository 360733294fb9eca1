import { useCallback, useEffect, useState } from 'react';
import type { ArticleView } from '../../../preload/contract/view.ts';
import { actOnce, read } from '../../acts.ts';
import { useDraft } from '../../drafts.ts';
import { articlesHere, articlesIn } from '../../lists/articles.ts';
import type { Listing } from '../../lists/listing.ts';
import { sayInfo } from '../../notices.ts';
import { readKroner, typedKroner } from '../../numbers.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { atTop, LongList, type ListPlace } from '../../parts/long-list.tsx';
import { useTill } from '../../till.ts';
import { useFormats, useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { QuickKeys } from './quick-keys.tsx';
import { GiftCardSettings } from './gift-card-settings.tsx';
import { ScaleLabels } from './scale-labels.tsx';
import styles from './settings.module.css';

const rates = [2_500, 1_500, 1_200, 0];
/** As many as a search gives. */
const mostFound = 200;
const rowHeight = 56;

const blank: ArticleView = {
  id: '',
  name: '',
  price: 0,
  vatRate: 2_500,
  group: '',
  barcode: null,
  ageLimit: null,
  deposit: null,
};

/** What stands in the fields of one article. */
interface Typed {
  readonly of: ArticleView;
  readonly id: string;
  readonly name: string;
  readonly price: string;
  readonly vatRate: number;
  readonly group: string;
  readonly barcode: string;
  readonly age: string;
  readonly deposit: string;
}

const form = 'articles/article';

function typedOf(of: ArticleView): Typed {
  const { id, name, vatRate, group, barcode, ageLimit, deposit } = of;
  return {
    of,
    id,
    name,
    price: id === '' ? '' : typedKroner(of.price),
    vatRate,
    group,
    barcode: barcode ?? '',
    age: ageLimit === null ? '' : String(ageLimit),
    deposit: deposit === null ? '' : typedKroner(deposit),
  };
}

interface EditProps {
  readonly article: ArticleView;
  readonly onDone: () => void;
}

function Edit({ article, onDone }: EditProps) {
  const { articles, settings, dialog } = useStrings();
  const formats = useFormats();
  const { value, set, discard } = useDraft(form, typedOf(article));
  const { id, name, price, vatRate, group, barcode, age, deposit } = value;
  const amount = readKroner(price);
  const limit = age.trim() === '' ? null : /^[1-9]\d?$/.test(age.trim()) ? Number(age) : undefined;
  const pledge = deposit.trim() === '' ? null : (readKroner(deposit) ?? undefined);
  const off =
    id.trim() === '' || name.trim() === '' || amount === null || limit === undefined || pledge === undefined;
  const save = async (): Promise<void> => {
    if (off) return;
    const done = await actOnce('catalogue.change', {
      id: id.trim(),
      name: name.trim(),
      price: amount,
      vatRate,
      group: group.trim(),
      barcode: barcode.trim() === '' ? null : barcode.trim(),
      ageLimit: limit,
      deposit: pledge === 0 ? null : pledge,
    });
    if (!done) return;
    discard();
    onDone();
    sayInfo(settings.saved);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {article.id === '' && (
        <Field label={articles.id} value={id} onChange={(text) => set({ id: text })} maxLength={60} />
      )}
      <Field label={articles.name} value={name} onChange={(text) => set({ name: text })} maxLength={100} />
      <Field label={articles.price} value={price} onChange={(text) => set({ price: text })} maxLength={12} />
      <Choice
        label={dialog.vatRate}
        value={vatRate}
        options={rates.map((rate) => ({ value: rate, text: formats.rate(rate) }))}
        onChange={(rate) => set({ vatRate: rate })}
      />
      <Field label={articles.group} value={group} onChange={(text) => set({ group: text })} maxLength={60} />
      <Field
        label={articles.barcode}
        value={barcode}
        onChange={(text) => set({ barcode: text })}
        maxLength={48}
      />
      <Field label={articles.age} value={age} onChange={(text) => set({ age: text })} maxLength={2} />
      <Field
        label={articles.deposit}
        value={deposit}
        onChange={(text) => set({ deposit: text })}
        maxLength={8}
      />
      <div className={styles.buttons}>
        <Button
          wide
          onClick={() => {
            discard();
            onDone();
          }}
        >
          {dialog.cancel}
        </Button>
        <Button type="submit" look="primary" wide off={off}>
          {settings.save}
        </Button>
      </div>
    </form>
  );
}

interface Found {
  readonly text: string;
  readonly listing: Listing<ArticleView>;
}

/** All articles by name, or those that match what is typed; what was found before stays until then. */
function useFound(text: string): Found | null {
  const total = useTill((view) => view.articles);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      const matching = text.length < 2 ? null : await read('catalogue.search', { text, limit: mostFound });
      const listing = matching === null ? await articlesIn(null, total) : articlesHere(matching);
      if (current && listing !== null) setFound({ text, listing });
    };
    void look();
    return () => {
      current = false;
    };
  }, [text, total]);
  return found;
}

interface FindProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly place: ListPlace;
  readonly onPlace: (place: ListPlace) => void;
  readonly onFound: (article: ArticleView) => void;
}

function Find({ text, onText, place, onPlace, onFound }: FindProps) {
  const { articles, sale } = useStrings();
  const formats = useFormats();
  const found = useFound(text.trim());
  const draw = useCallback(
    ({ name, price }: ArticleView) => (
      <span className={styles.article}>
        {name} · {formats.amount(price)}
      </span>
    ),
    [formats],
  );
  return (
    <>
      <Field label={articles.find} value={text} onChange={onText} maxLength={100} />
      <div className={styles.list}>
        {found !== null && (
          <LongList
            key={found.text}
            label={articles.list}
            listing={found.listing}
            rowHeight={rowHeight}
            place={place}
            onPlace={onPlace}
            draw={draw}
            onPress={onFound}
            none={sale.found(0)}
          />
        )}
      </div>
      <Button onClick={() => onFound(blank)}>{articles.make}</Button>
    </>
  );
}

/** One article at a time: found, changed, or made. */
export function Articles() {
  const { articles } = useStrings();
  const left = useDraft(form, typedOf(blank));
  const [text, setText] = useState('');
  const [place, setPlace] = useState(atTop);
  const [edited, setEdited] = useState<ArticleView | null>(() => (left.changed ? left.value.of : null));
  const type = (next: string): void => {
    setText(next);
    setPlace(atTop);
  };
  return (
    <>
      <Card name={articles.change} unsaved={left.changed}>
        {edited !== null ? (
          <Edit key={edited.id} article={edited} onDone={() => setEdited(null)} />
        ) : (
          <Find text={text} onText={type} place={place} onPlace={setPlace} onFound={setEdited} />
        )}
      </Card>
      <QuickKeys />
      <GiftCardSettings />
      <ScaleLabels />
    </>
  );
}
