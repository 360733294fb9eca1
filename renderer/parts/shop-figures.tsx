import { useEffect, useState } from 'react';
import type { ShopFiguresView } from '../../preload/contract/day.ts';
import { act, replyOnce } from '../acts.ts';
import { daysLater, firstOfMonth, mondayOf, today } from '../days.ts';
import { sayInfo } from '../notices.ts';
import { useFormats, useStrings } from '../words.ts';
import { Bars } from './bars.tsx';
import type { Bar } from './bars.tsx';
import { Button } from './button.tsx';
import { DateField } from './date-field.tsx';
import styles from './shop-figures.module.css';

interface Period {
  readonly from: string;
  readonly to: string;
}

/** Enough to be looked at; the CSV has them all. */
const mostArticles = 15;

function Charts({ figures }: { readonly figures: ShopFiguresView }) {
  const { day } = useStrings();
  const formats = useFormats();
  type Sold = ShopFiguresView['hours'][number];
  const receipts = ({ number }: Sold): string => formats.count(number);
  const pieces = ({ number }: Sold): string => formats.quantity(number);
  const bars = (
    list: readonly Sold[],
    number: (one: Sold) => string,
    name: (name: string) => string = (same) => same,
  ): Bar[] => list.map((one) => ({ name: name(one.name), number: number(one), amount: one.amount }));
  const charts: [string, Bar[]][] = [
    [day.byHour, bars(figures.hours, receipts)],
    [
      day.byMeans,
      bars(figures.means, receipts, (name) => (name === 'card' ? day.means.card : day.means.cash)),
    ],
    [day.byGroup, bars(figures.groups, pieces, (name) => (name === '' ? day.noName : name))],
    [day.byOperator, bars(figures.operators, receipts, (name) => (name === '' ? day.nobody : name))],
    [day.byArticle, bars(figures.articles.slice(0, mostArticles), pieces)],
  ];
  return (
    <div className={styles.charts}>
      {charts.map(([title, list]) => (
        <Bars key={title} title={title} bars={list} amountText={formats.kroner} />
      ))}
    </div>
  );
}

/** What the shop sold today or in any period, on one screen. */
export function ShopFigures() {
  const { day } = useStrings();
  const formats = useFormats();
  const [period, setPeriod] = useState<Period>(() => ({ from: today(), to: today() }));
  const [asked, setAsked] = useState<Period>(period);
  const [found, setFound] = useState<{ readonly of: Period; readonly figures: ShopFiguresView } | null>(null);
  const show = (of: Period): void => {
    setPeriod(of);
    setAsked(of);
  };
  useEffect(() => {
    let stale = false;
    void act('shop.figures', asked).then((figures) => {
      if (!stale && figures !== null) setFound({ of: asked, figures });
    });
    return () => {
      stale = true;
    };
  }, [asked]);
  const adding = found?.of !== asked;
  const figures = found?.figures ?? null;
  const print = async (): Promise<void> => {
    const reply = await replyOnce('shop.print', asked);
    if (reply?.ok === true && reply.value.printed) sayInfo(day.printed);
  };
  const save = async (): Promise<void> => {
    const answer = await act('shop.saveCsv', asked);
    if (answer?.saved === true) sayInfo(day.saved);
  };
  const now = today();
  const usual: [string, Period][] = [
    [day.periods.today, { from: now, to: now }],
    [day.periods.yesterday, { from: daysLater(now, -1), to: daysLater(now, -1) }],
    [day.periods.week, { from: mondayOf(now), to: now }],
    [day.periods.month, { from: firstOfMonth(now), to: now }],
  ];
  return (
    <div className={styles.figures}>
      <form
        className={styles.period}
        onSubmit={(event) => {
          event.preventDefault();
          show(period);
        }}
      >
        {usual.map(([name, of]) => (
          <Button
            key={name}
            aria-pressed={period.from === of.from && period.to === of.to}
            onClick={() => show(of)}
          >
            {name}
          </Button>
        ))}
        <DateField label={day.from} value={period.from} onChange={(from) => setPeriod({ ...period, from })} />
        <DateField label={day.to} value={period.to} onChange={(to) => setPeriod({ ...period, to })} />
        <Button type="submit" off={period.from > period.to}>
          {day.show}
        </Button>
        <Button off={figures === null} onClick={() => void save()}>
          {day.saveCsv}
        </Button>
        <Button off={figures === null} onClick={() => void print()}>
          {day.printFigures}
        </Button>
      </form>
      <div
        className={styles.found}
        aria-live="polite"
        aria-busy={adding}
        aria-label={day.figuresOf}
        role="region"
      >
        {figures === null && adding && <p>{day.adding}</p>}
        {figures !== null && (
          <>
            <dl className={styles.totals}>
              <div>
                <dt>{day.sales}</dt>
                <dd>{formats.amount(figures.sales.amount)}</dd>
                <dd className={styles.soft}>{day.receipts(formats.count(figures.sales.number))}</dd>
              </div>
              <div>
                <dt>{day.returns}</dt>
                <dd>{formats.amount(figures.returns.amount)}</dd>
                <dd className={styles.soft}>{day.receipts(formats.count(figures.returns.number))}</dd>
              </div>
              <div>
                <dt>{day.net}</dt>
                <dd>{formats.amount(figures.net)}</dd>
              </div>
              <div>
                <dt>{day.vat}</dt>
                <dd>{formats.amount(figures.vat)}</dd>
              </div>
            </dl>
            {figures.sales.number + figures.returns.number === 0 && <p>{day.nothing}</p>}
            <Charts figures={figures} />
          </>
        )}
      </div>
    </div>
  );
}
