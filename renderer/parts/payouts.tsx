import { useEffect, useState } from 'react';
import type { PayoutsView } from '../../preload/contract/cards.ts';
import { act, read } from '../acts.ts';
import { sayInfo } from '../notices.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './card-books.module.css';

function Days({ days }: Pick<PayoutsView, 'days'>) {
  const { books } = useStrings();
  const formats = useFormats();
  if (days.length === 0) return <p className={styles.soft}>{books.noDays}</p>;
  return (
    <table className={styles.table} aria-label={books.byDay}>
      <thead>
        <tr>
          <th scope="col">{books.z}</th>
          <th scope="col">{books.closed}</th>
          <th scope="col">{books.cards}</th>
          <th scope="col">{books.paidOut}</th>
          <th scope="col">{books.awaited}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ z, at, card, paidOut }) => (
          <tr key={z} data-awaited={card !== paidOut}>
            <th scope="row">{formats.count(z)}</th>
            <td>{formats.dayTime(at)}</td>
            <td>{formats.kroner(card)}</td>
            <td>{formats.kroner(paidOut)}</td>
            <td>{formats.kroner(card - paidOut)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PayoutList({ payouts }: Pick<PayoutsView, 'payouts'>) {
  const { books } = useStrings();
  const formats = useFormats();
  if (payouts.length === 0) return <p className={styles.soft}>{books.noPayouts}</p>;
  return (
    <table className={styles.table} aria-label={books.byPayout}>
      <thead>
        <tr>
          <th scope="col">{books.settled}</th>
          <th scope="col">{books.ours}</th>
          <th scope="col">{books.others}</th>
          <th scope="col">{books.unexplained}</th>
          <th scope="col">{books.fee}</th>
          <th scope="col">{books.amount}</th>
        </tr>
      </thead>
      <tbody>
        {payouts.map((one) => (
          <tr key={one.settlementId} data-differs={one.unexplained !== 0} title={one.settlementId}>
            <th scope="row">{formats.dayTime(one.settledAt)}</th>
            <td>{formats.kroner(one.ours)}</td>
            <td>{formats.kroner(one.others)}</td>
            <td>{formats.kroner(one.unexplained)}</td>
            <td>{formats.kroner(one.fee)}</td>
            <td>{formats.kroner(one.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What Dintero paid out, and which closed days it pays. */
export function Payouts() {
  const { books } = useStrings();
  const revision = useTill((view) => view.revision);
  const [known, setKnown] = useState<PayoutsView | null>(null);
  const [looking, setLooking] = useState(false);
  const [available, setAvailable] = useState(true);
  useEffect(() => {
    let stale = false;
    void read('cards.payouts', {}).then((told) => {
      if (!stale && told !== null) setKnown(told);
    });
    return () => {
      stale = true;
    };
  }, [revision]);
  const look = async (): Promise<void> => {
    if (looking) return;
    setLooking(true);
    const found = await act('cards.lookForPayouts', {});
    setLooking(false);
    if (found === null) return;
    setAvailable(found.available);
    if (found.available) sayInfo(books.found(found.matched, found.opened));
  };
  return (
    <section className={styles.card} aria-label={books.payouts}>
      <h2 className={styles.name}>{books.payouts}</h2>
      <p className={styles.soft}>{books.payoutsText}</p>
      <Button off={looking} onClick={() => void look()}>
        {looking ? books.looking : books.look}
      </Button>
      {!available && <p className={styles.differs}>{books.notAvailable}</p>}
      {known !== null && (
        <>
          <h3 className={styles.under}>{books.byDay}</h3>
          <Days days={known.days} />
          <h3 className={styles.under}>{books.byPayout}</h3>
          <PayoutList payouts={known.payouts} />
        </>
      )}
    </section>
  );
}
