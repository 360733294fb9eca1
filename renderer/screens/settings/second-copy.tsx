import { replyOnce, useBusy } from '../../acts.ts';
import { sayInfo } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { useCopyAge } from '../../parts/copy-age.tsx';
import { useTill } from '../../till.ts';
import { useFormats, useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './settings.module.css';

/** Where the second copy of the books goes, and how old it is. */
export function SecondCopy() {
  const words = useStrings().care.copy;
  const formats = useFormats();
  const copy = useTill((view) => view.copy);
  const age = useCopyAge();
  const training = useTill((view) => view.mode) === 'training';
  const busy = useBusy('copy.choosePlace', 'copy.stop');
  const choose = async () => {
    const reply = await replyOnce('copy.choosePlace', {});
    if (reply?.ok === true && reply.value.chosen) sayInfo(words.chosen);
  };
  const stop = async () => {
    if ((await replyOnce('copy.stop', {}))?.ok === true) sayInfo(words.stopped);
  };
  return (
    <Card name={words.title}>
      <p className={styles.soft}>{words.explain}</p>
      {copy === null ? (
        <p>{words.none}</p>
      ) : (
        <dl className={styles.facts}>
          <div className={styles.fact}>
            <dt>{words.place}</dt>
            <dd>{copy.folder}</dd>
          </div>
          <div className={styles.fact}>
            <dt>{words.upTo}</dt>
            <dd role="status">
              {copy.making === null
                ? `${copy.at === null ? '' : `${formats.dayTime(copy.at)}, `}${age ?? ''}`
                : words.making(copy.making)}
            </dd>
          </div>
        </dl>
      )}
      {copy !== null && copy.trouble !== null && <p className={styles.notices}>{copy.trouble}</p>}
      {copy?.sameDisk === true && <p className={styles.notices}>{words.sameDisk}</p>}
      <div className={styles.buttons}>
        <Button look="primary" off={busy || training} onClick={() => void choose()}>
          {copy === null ? words.choose : words.chooseOther}
        </Button>
        {copy !== null && (
          <Button off={busy} onClick={() => void stop()}>
            {words.stop}
          </Button>
        )}
      </div>
    </Card>
  );
}
