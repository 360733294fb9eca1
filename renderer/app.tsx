import { lazy, Suspense, useEffect } from 'react';
import type { TillView } from '../preload/contract/view.ts';
import styles from './app.module.css';
import { Alarms } from './parts/alarms.tsx';
import { Header } from './parts/header.tsx';
import { NoticeBar } from './parts/notice-bar.tsx';
import { Watermark } from './parts/watermark.tsx';
import { usePlace } from './place.ts';
import type { Screen } from './place.ts';
import { Questions } from './questions.tsx';
import { ManagerQuestion } from './questions/manager.tsx';
import { CardScreen } from './screens/card.tsx';
import { CashScreen } from './screens/cash.tsx';
import { DayScreen } from './screens/day.tsx';
import { DoneScreen } from './screens/done.tsx';
import { LockScreen } from './screens/lock.tsx';
import { ReceiptsScreen } from './screens/receipts.tsx';
import { RefundingScreen } from './screens/refunding.tsx';
import { SaleScreen } from './screens/sale.tsx';
import { SettingsScreen } from './screens/settings/settings.tsx';
import { StoppedScreen } from './screens/stopped.tsx';
import { useSilence, useView } from './till.ts';
import { useTouched } from './touched.ts';

/** Read from disk when a finger first touches a field. */
const LetterKeys = lazy(() => import('./parts/letter-keys.tsx'));

/** Read from disk when it is wanted: most tills are set up already. */
const SetUpScreen = lazy(() => import('./screens/set-up/index.tsx'));

function screenOf(screen: Screen, view: TillView) {
  const { counter } = view;
  if (screen === 'receipts') return <ReceiptsScreen />;
  if (screen === 'day') return <DayScreen />;
  if (screen === 'settings') return <SettingsScreen />;
  if (screen === 'set-up') {
    return (
      <Suspense>
        <SetUpScreen />
      </Suspense>
    );
  }
  switch (counter.kind) {
    case 'selling':
      return screen === 'cash' ? <CashScreen sale={counter.sale} /> : <SaleScreen sale={counter.sale} />;
    case 'paying':
      return <CardScreen payment={counter.payment} sale={counter.sale} />;
    case 'refunding':
      return <RefundingScreen refund={counter.refund} sale={counter.sale} />;
    case 'done':
      return <DoneScreen counter={counter} />;
  }
}

function Letters() {
  const field = useTouched((touched) => touched.field);
  return <Suspense>{field !== null && <LetterKeys field={field} />}</Suspense>;
}

/** The window: a header, what must not be overlooked, and one screen. */
export function App() {
  const view = useView();
  const silence = useSilence();
  const screen = usePlace((place) => place.screen);
  const language = view?.language;
  useEffect(() => {
    if (language !== undefined) document.documentElement.lang = language;
  }, [language]);
  if (view === null) {
    return silence === null ? null : (
      <p role="alert" className={styles.silence}>
        {silence}
      </p>
    );
  }
  if (view.access.kind === 'locked') {
    return (
      <div className={styles.frame} data-mode={view.mode}>
        <LockScreen access={view.access} />
        {view.mode === 'training' && <Watermark />}
      </div>
    );
  }
  const atCounter = screen === 'counter' || screen === 'cash';
  const onSale = screen === 'counter' && view.counter.kind === 'selling' && view.stopped === null;
  return (
    <div className={styles.frame} data-mode={view.mode} data-sale={onSale || undefined}>
      <Header />
      {!onSale && <Alarms over="screen" />}
      <main className={styles.screen} tabIndex={-1}>
        {view.stopped === null ? screenOf(screen, view) : <StoppedScreen stopped={view.stopped} />}
      </main>
      {!onSale && <NoticeBar over={atCounter ? 'counter' : 'page'} />}
      <Questions />
      <ManagerQuestion />
      <Letters />
      {view.mode === 'training' && <Watermark />}
    </div>
  );
}
