import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { focusFirst, returnFocus } from '../focus.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { NoticeText } from './notice-bar.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Has two columns. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * A question on top of the screen. The platform's own dialog keeps the focus inside and the rest out of reach.
 * The focus goes to what is marked `data-first`.
 */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const strings = useStrings();
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    // The platform would choose the first button, which closes.
    focusFirst(dialog);
    return () => {
      dialog?.close();
      returnFocus(opener);
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <Button look="quiet" onClick={onClose} aria-label={strings.dialog.close}>
          ✕
        </Button>
      </header>
      {children}
      <NoticeText />
    </dialog>
  );
}

/** Text of a dialog. */
export function DialogText({ children }: { readonly children: ReactNode }) {
  return <p className={styles.text}>{children}</p>;
}

/** The buttons at the end of a dialog. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
