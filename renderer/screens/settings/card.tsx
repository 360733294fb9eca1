import type { ReactNode } from 'react';
import { useStrings } from '../../words.ts';
import styles from './settings.module.css';

interface CardProps {
  readonly name: string;
  /** Whether something typed into it is not saved; left out where nothing is typed. */
  readonly unsaved?: boolean;
  readonly children: ReactNode;
}

/** One matter of the settings under its name. */
export function Card({ name, unsaved, children }: CardProps) {
  const { settings } = useStrings();
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.name}>{name}</h2>
        {unsaved !== undefined && (
          <p role="status" className={styles.unsaved}>
            {unsaved ? settings.unsaved : ''}
          </p>
        )}
      </div>
      {children}
    </section>
  );
}
