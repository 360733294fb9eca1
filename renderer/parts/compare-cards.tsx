import { useState } from 'react';
import type { ComparisonView } from '../../preload/contract/cards.ts';
import { act } from '../acts.ts';
import { today } from '../days.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './card-books.module.css';
import { type Period, PeriodForm } from './period-form.tsx';

function Compared({ of }: { readonly of: ComparisonView }) {
  const { books } = useStrings();
  const formats = useFormats();
  const rows: [string, (side: ComparisonView['here']) => string][] = [
    [books.number, ({ payments }) => formats.count(payments.number)],
    [books.payments, ({ payments }) => formats.amount(payments.amount)],
    [books.refunded, ({ refunded }) => formats.amount(refunded)],
  ];
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{books.compared(formats.day(of.from), formats.day(of.to))}</th>
            <th scope="col">{books.here}</th>
            <th scope="col">{books.there}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, text]) => (
            <tr key={name} data-differs={text(of.here) !== text(of.there)}>
              <th scope="row">{name}</th>
              <td>{text(of.here)}</td>
              <td>{text(of.there)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={of.differences === 0 ? styles.agrees : styles.differs}>
        {of.differences === 0 ? books.agrees : books.differs(of.differences, of.opened)}
      </p>
    </>
  );
}

/** The card payments of any days beside Dintero's. */
export function CompareCards() {
  const { books } = useStrings();
  const [found, setFound] = useState<ComparisonView | null>(null);
  const [comparing, setComparing] = useState(false);
  const compare = async (period: Period): Promise<void> => {
    if (comparing) return;
    setComparing(true);
    const compared = await act('cards.compare', period);
    setComparing(false);
    setFound(compared);
  };
  return (
    <section className={styles.card} aria-label={books.compare}>
      <h2 className={styles.name}>{books.compare}</h2>
      <p className={styles.soft}>{books.compareText}</p>
      <PeriodForm
        first={{ from: today(), to: today() }}
        onPeriod={(period) => void compare(period)}
        action={books.compare}
      />
      <div aria-live="polite" aria-busy={comparing} className={styles.found}>
        {comparing && <p>{books.comparing}</p>}
        {!comparing && found !== null && <Compared of={found} />}
      </div>
    </section>
  );
}
