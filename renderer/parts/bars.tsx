import styles from './bars.module.css';

export interface Bar {
  readonly name: string;
  readonly number: string;
  readonly amount: number;
}

interface BarsProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly amountText: (amount: number) => string;
}

/** A heading's parts as bars on one scale, each with its name and figures: to be compared at a glance, and read. */
export function Bars({ title, bars, amountText }: BarsProps) {
  const largest = Math.max(1, ...bars.map(({ amount }) => Math.abs(amount)));
  if (bars.length === 0) return null;
  return (
    <section className={styles.bars}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {bars.map((bar) => (
          <li key={bar.name} className={styles.row}>
            <span className={styles.name}>{bar.name}</span>
            <span className={styles.number}>{bar.number}</span>
            <span className={styles.amount}>{amountText(bar.amount)}</span>
            <svg className={styles.track} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect
                className={bar.amount < 0 ? styles.back : styles.bar}
                width={(Math.abs(bar.amount) * 100) / largest}
                height="1"
              />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
