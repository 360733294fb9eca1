import { useEffect, useState } from 'react';
import type { ShopFiguresView } from '../../preload/contract/day.ts';
import { act, replyOnce, read } from '../acts.ts';
import { today } from '../days.ts';
import { sayInfo } from '../notices.ts';
import { useFormats, useStrings } from '../words.ts';
import { Bars } from './bars.tsx';
import type { Bar } from './bars.tsx';
import { Button } from './button.tsx';
import { type Period, PeriodForm } from './period-form.tsx';
import styles from './shop-figures.module.css';

/** Enough to be looked at; the CSV has them all. */
const mostArticles = 15;

function meansName(names: Readonly<Record<string, string>>, means: string): string {
  return names[means] ?? means;
}

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
    [day.byMeans, bars(figures.means, receipts, (name) => meansName(day.means, name))],
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
  const [asked, setAsked] = useState<Period>(() => ({ from: today(), to: today() }));
  const [found, setFound] = useState<{ readonly of: Period; readonly figures: ShopFiguresView } | null>(null);
  useEffect(() => {
    let stale = false;
    void read('shop.figures', asked).then((figures) => {
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
  return (
    <div className={styles.figures}>
      <PeriodForm first={asked} onPeriod={setAsked} action={day.show}>
        <Button off={figures === null} onClick={() => void save()}>
          {day.saveCsv}
        </Button>
        <Button off={figures === null} onClick={() => void print()}>
          {day.printFigures}
        </Button>
      </PeriodForm>
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
                <dd className={styles.soft}>{day.receipts(figures.sales.number)}</dd>
              </div>
              <div>
                <dt>{day.returns}</dt>
                <dd>{formats.amount(figures.returns.amount)}</dd>
                <dd className={styles.soft}>{day.receipts(figures.returns.number)}</dd>
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
