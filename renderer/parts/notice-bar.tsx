import { clearNotice, useNotices } from '../notices.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './notice-bar.module.css';

/** What just went wrong, or was just done. It floats: nothing moves for it, and nothing waits for it. */
export function NoticeBar() {
  const notice = useNotices((state) => state.notice);
  const { sale, dialog } = useStrings();
  const error = notice?.kind === 'error' ? notice : null;
  const info = notice?.kind === 'info' ? notice : null;
  return (
    <div className={styles.place}>
      <div role="alert">
        {error !== null && (
          <div className={styles.error}>
            <p>
              {error.scanned !== null && <strong className={styles.code}>{sale.unknownCode(error.scanned)}</strong>}
              {error.sentence}
            </p>
            <Button look="quiet" onClick={clearNotice} aria-label={dialog.close}>
              ✕
            </Button>
          </div>
        )}
      </div>
      <div aria-live="polite">{info !== null && <p className={styles.info}>{info.sentence}</p>}</div>
    </div>
  );
}
