import { useEffect, useRef } from 'react';
import { act } from '../../acts.ts';
import { focusFirst } from '../../focus.ts';
import { sayInfo } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { go } from '../../place.ts';
import { beginTestSale } from '../../test-sale.ts';
import { useTill } from '../../till.ts';
import { useStrings } from '../../words.ts';
import styles from './set-up.module.css';
import { useSetUpStrings } from './words.ts';

/** The till was set up a moment ago: what to do first. */
export function Done() {
  const { done } = useSetUpStrings();
  const { printer } = useStrings();
  const seller = useTill((view) => view.sellerName);
  const terminal = useTill((view) => view.terminalId);
  const place = useRef<HTMLDivElement>(null);
  // It comes after the window has looked for what to focus.
  useEffect(() => focusFirst(place.current), []);
  const testSale = async (): Promise<void> => {
    const line = { amount: 100, vatRate: 0, description: done.line };
    if ((await act('sale.addFreeAmount', line)) === null) return;
    beginTestSale();
    go('counter');
    await act('payment.card', { total: 100 });
  };
  const testPrint = async (): Promise<void> => {
    const answer = await act('printer.test', {});
    if (answer?.printed === true) sayInfo(printer.printed);
  };
  return (
    <div className={styles.done} ref={place}>
      <section className={styles.page}>
        <h1 className={styles.title}>{done.title}</h1>
        <p>{done.text(seller, terminal)}</p>
        <p className={styles.hint}>{done.testText}</p>
        <div className={styles.buttons}>
          <Button onClick={() => void testSale()}>{done.testSale}</Button>
          <Button onClick={() => void testPrint()}>{printer.test}</Button>
          <Button onClick={() => go('settings')}>{done.articles}</Button>
          <Button look="primary" data-first onClick={() => go('counter')}>
            {done.sell}
          </Button>
        </div>
      </section>
    </div>
  );
}
