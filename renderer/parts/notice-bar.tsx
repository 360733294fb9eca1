import { clearNotice, useNotices } from '../notices.ts';
import { usePlace } from '../place.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './notice-bar.module.css';

/** What just went wrong, or was just done, read out as it comes. */
export function NoticeText() {
  const notice = useNotices((state) => state.notice);
  const { sale, dialog } = useStrings();
  const error = notice?.kind === 'error' ? notice : null;
  const info = notice?.kind === 'info' ? notice : null;
  return (
    <>
      <div role="alert">
        {error !== null && (
          <div className={styles.error}>
            <p>
              {error.scanned !== null && (
                <strong className={styles.code}>{sale.unknownCode(error.scanned)}</strong>
              )}
              {error.sentence}
            </p>
            <Button look="quiet" onClick={clearNotice} aria-label={dialog.close}>
              ✕
            </Button>
          </div>
        )}
      </div>
      <div aria-live="polite">{info !== null && <p className={styles.info}>{info.sentence}</p>}</div>
    </>
  );
}

/** The notice over a part of the screen. It floats: nothing moves for it, and nothing waits for it. */
export function NoticeBar({ over }: { readonly over: 'shelf' | 'screen' }) {
  const asking = usePlace((place) => place.question !== null);
  // A dialog lies over everything and says it itself.
  if (asking) return null;
  return (
    <div className={styles.place} data-over={over}>
      <NoticeText />
    </div>
  );
}
