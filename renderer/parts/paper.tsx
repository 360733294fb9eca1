import styles from './paper.module.css';

/** A receipt as it comes out of the printer. */
export function Paper({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className={styles.roll} role="region" aria-label={label} tabIndex={0} data-first>
      <pre className={styles.paper}>{text}</pre>
    </div>
  );
}
