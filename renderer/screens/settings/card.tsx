import type { ReactNode } from 'react';
import styles from './settings.module.css';

interface CardProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** One matter of the settings under its name. */
export function Card({ name, children }: CardProps) {
  return (
    <section className={styles.card}>
      <h2 className={styles.name}>{name}</h2>
      {children}
    </section>
  );
}
