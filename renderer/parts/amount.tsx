import type { CSSProperties } from 'react';
import { currencyName, kroner } from '../numbers.ts';
import { useTill } from '../till.ts';
import styles from './amount.module.css';

/** For a style sheet that sets an amount no larger than there is room for: how many figures and signs it has. */
export function figuresOf(amount: string): CSSProperties {
  return { '--figures': amount.length } as CSSProperties;
}

/** An amount in øre set large, with the currency small beside it. */
export function Amount({ value }: { readonly value: number }) {
  const language = useTill((view) => view.language);
  const currency = useTill((view) => view.currency);
  return (
    <>
      {kroner(value, language)}
      <span className={styles.currency}>{`\u00a0${currencyName(currency)}`}</span>
    </>
  );
}
