import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'> {
  /** `primary` is what the cashier most likely wants next; there is one on a screen. */
  readonly look?: 'primary' | 'strong' | 'plain' | 'quiet' | 'danger';
  /** Grows to fill its place. */
  readonly wide?: boolean;
  /** Not to be pressed now. It keeps the focus and its place. */
  readonly off?: boolean;
  /** The key that does the same, shown small. */
  readonly hint?: string;
  /** Where the focus goes when the dialog around it opens. */
  readonly 'data-first'?: boolean | undefined;
  readonly children: ReactNode;
}

/** A real button, at least 48 px high, that shows the press in the same frame. */
export function Button({
  look = 'plain',
  wide = false,
  off = false,
  hint,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      data-look={look}
      className={`${styles.button} ${styles[look]} ${wide ? styles.wide : ''}`}
      aria-disabled={off || undefined}
      aria-keyshortcuts={hint}
      onClick={off ? undefined : onClick}
    >
      <span className={styles.label}>{children}</span>
      {hint !== undefined && (
        <kbd className={styles.hint} aria-hidden="true">
          {hint}
        </kbd>
      )}
    </button>
  );
}
