import { clearNotice, useNotices } from '../notices.ts';
import { usePlace } from '../place.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { useKnown } from './live.tsx';
import styles from './notice-bar.module.css';

/** What just went wrong, or was just done, read out as it comes. `elsewhere`: a dialog lies over everything and says it itself. */
export function NoticeText({ elsewhere = false }: { readonly elsewhere?: boolean }) {
  const notice = useNotices((state) => (elsewhere ? null : state.notice));
  const known = useKnown();
  const { sale, dialog } = useStrings();
  const error = notice?.kind === 'error' ? notice : null;
  const info = notice?.kind === 'info' ? notice : null;
  return (
    <>
      <div role="alert">
        {error !== null && (
          <div className={styles.error} aria-hidden={!known || undefined}>
            <p>
              {error.scanned !== null && !error.sentence.includes(error.scanned) && (
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
      <div aria-live="polite">
        {info !== null && (
          <p className={styles.info} aria-hidden={!known || undefined}>
            {info.sentence}
          </p>
        )}
      </div>
    </>
  );
}

/** The notice over a part of the screen. It floats: nothing moves for it, and nothing waits for it. */
export function NoticeBar({ over }: { readonly over: 'shelf' | 'counter' | 'page' }) {
  const asking = usePlace((place) => place.question !== null);
  return (
    <div className={styles.place} data-over={over}>
      <NoticeText elsewhere={asking} />
    </div>
  );
}
