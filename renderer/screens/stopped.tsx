import type { TillView } from '../../preload/contract/view.ts';
import { useStrings } from '../words.ts';
import styles from './stopped.module.css';

/** The till cannot keep what it would sell, and says so instead of selling. */
export function StoppedScreen({ stopped }: { readonly stopped: NonNullable<TillView['stopped']> }) {
  const strings = useStrings();
  return (
    <section className={styles.stopped} role="alert">
      <h1 className={styles.title}>{strings.stopped.title}</h1>
      <p className={styles.sentence}>{stopped.sentence}</p>
      <p className={styles.code}>{stopped.code}</p>
    </section>
  );
}
