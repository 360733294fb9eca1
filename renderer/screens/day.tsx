import { useEffect, useState } from 'react';
import type { DayView, ReportView } from '../../preload/contract/day.ts';
import { act, read } from '../acts.ts';
import { Button } from '../parts/button.tsx';
import { CloseDay } from '../parts/close-day.tsx';
import { CompareCards } from '../parts/compare-cards.tsx';
import { Drawer } from '../parts/drawer.tsx';
import { Payouts } from '../parts/payouts.tsx';
import { Report } from '../parts/report.tsx';
import { ReportsMade } from '../parts/reports-made.tsx';
import { ShopFigures } from '../parts/shop-figures.tsx';
import { go } from '../place.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './day.module.css';

const tabs = ['day', 'reports', 'cards', 'figures'] as const;
type Tab = (typeof tabs)[number];

/** The open day as the till tells it, anew after whatever changes. */
function useDay(): DayView | null {
  const [day, setDay] = useState<DayView | null>(null);
  const revision = useTill((view) => view.revision);
  useEffect(() => {
    let stale = false;
    void read('day.view', {}).then((told) => {
      if (!stale && told !== null) setDay(told);
    });
    return () => {
      stale = true;
    };
  }, [revision]);
  return day;
}

function OpenDay() {
  const { day: strings } = useStrings();
  const formats = useFormats();
  const day = useDay();
  const [report, setReport] = useState<ReportView | null>(null);
  if (report !== null) {
    return (
      <div className={styles.made}>
        <Report report={report} onDone={() => setReport(null)} />
      </div>
    );
  }
  if (day === null) return null;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <p className={styles.soft}>{strings.openSince(formats.dayTime(day.since))}</p>
        <Drawer day={day} />
        <section className={styles.card}>
          <p>{strings.xText}</p>
          <Button onClick={() => void act('day.x', {}).then(setReport)}>{strings.x}</Button>
        </section>
      </div>
      <CloseDay key={day.number} day={day} onClosed={setReport} />
    </div>
  );
}

function bodyOf(tab: Tab) {
  switch (tab) {
    case 'day':
      return <OpenDay />;
    case 'reports':
      return <ReportsMade />;
    case 'cards':
      return (
        <div className={styles.cards}>
          <CompareCards />
          <Payouts />
        </div>
      );
    case 'figures':
      return <ShopFigures />;
  }
}

/** The day from the opening float to the Z report, the reports that were made, and the shop's own figures. */
export function DayScreen() {
  const { day } = useStrings();
  const [tab, setTab] = useState<Tab>('day');
  const waiting = useTill(({ notices }) => notices.find(({ code }) => code === 'DAY-EXPORT-WAITING') ?? null);
  return (
    <div className={styles.day}>
      <div className={styles.head}>
        <h1 className={styles.title}>{day.title}</h1>
        <div role="tablist" className={styles.tabs}>
          {tabs.map((one) => (
            <Button key={one} role="tab" look="quiet" aria-selected={one === tab} onClick={() => setTab(one)}>
              {day.tabs[one]}
            </Button>
          ))}
        </div>
        <Button onClick={() => go('counter')}>{day.back}</Button>
      </div>
      {waiting !== null && (
        <p className={styles.waiting} role="status">
          {waiting.sentence}
        </p>
      )}
      <div className={styles.body} role="tabpanel" aria-label={day.tabs[tab]}>
        {bodyOf(tab)}
      </div>
    </div>
  );
}
