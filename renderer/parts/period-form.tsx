import { useState } from 'react';
import type { ReactNode } from 'react';
import { daysLater, firstOfMonth, mondayOf, today } from '../days.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { DateField } from './date-field.tsx';
import styles from './period-form.module.css';

/** Calendar days at the shop, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

interface PeriodFormProps {
  readonly first: Period;
  /** What is done with the period that was chosen. */
  readonly onPeriod: (period: Period) => void;
  readonly action: string;
  readonly children?: ReactNode;
}

/** Which days: the usual ones at once, others from one date to another. */
export function PeriodForm({ first, onPeriod, action, children }: PeriodFormProps) {
  const { day } = useStrings();
  const [period, setPeriod] = useState(first);
  const choose = (of: Period): void => {
    setPeriod(of);
    onPeriod(of);
  };
  const now = today();
  const usual: [string, Period][] = [
    [day.periods.today, { from: now, to: now }],
    [day.periods.yesterday, { from: daysLater(now, -1), to: daysLater(now, -1) }],
    [day.periods.week, { from: mondayOf(now), to: now }],
    [day.periods.month, { from: firstOfMonth(now), to: now }],
  ];
  // On a Monday today is the week as well: one of them says it.
  const chosen = usual.find(([, of]) => period.from === of.from && period.to === of.to)?.[0];
  return (
    <form
      className={styles.period}
      onSubmit={(event) => {
        event.preventDefault();
        onPeriod(period);
      }}
    >
      {usual.map(([name, of]) => (
        <Button key={name} aria-pressed={name === chosen} onClick={() => choose(of)}>
          {name}
        </Button>
      ))}
      <div className={styles.dates}>
        <DateField label={day.from} value={period.from} onChange={(from) => setPeriod({ ...period, from })} />
        <DateField label={day.to} value={period.to} onChange={(to) => setPeriod({ ...period, to })} />
      </div>
      <Button type="submit" off={period.from > period.to}>
        {action}
      </Button>
      {children}
    </form>
  );
}
