import { useEffect, useRef, useState } from 'react';
import type { AccessView } from '../../preload/contract/operator.ts';
import { replyOnce, useBusy } from '../acts.ts';
import { focusFirst } from '../focus.ts';
import { clearNotice } from '../notices.ts';
import { CopyAge } from '../parts/copy-age.tsx';
import { OperatorList } from '../parts/operator-list.tsx';
import { PinEntry } from '../parts/pin-entry.tsx';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './lock.module.css';

type Locked = Extract<AccessView, { kind: 'locked' }>;

/** What stands on the counter, for who walks up to it. */
function Standing({ access }: { readonly access: Locked }) {
  const { operator, card } = useStrings();
  const { counter } = access;
  switch (counter.kind) {
    case 'nothing':
      return null;
    case 'sale':
      return <p className={styles.standing}>{operator.counter.sale}</p>;
    case 'paid':
      return (
        <p className={styles.standing} data-tone="good">
          {operator.counter.paid(counter.receiptNumber)}
        </p>
      );
    case 'payment':
      return (
        <div className={styles.standing} data-tone={counter.state === 'undecided' ? 'warn' : 'plain'}>
          <h2 className={styles.state}>{card.states[counter.state]}</h2>
          <p>{counter.sentence}</p>
          <p className={styles.soft}>{operator.logInForMore}</p>
        </div>
      );
  }
}

/** Nobody is logged in: who may, and the little that anybody may know. No amount stands here. */
export function LockScreen({ access }: { readonly access: Locked }) {
  const { operator, appName, header } = useStrings();
  const seller = useTill((view) => view.sellerName);
  const mode = useTill((view) => view.mode);
  const network = useTill((view) => view.network);
  const stopped = useTill((view) => view.stopped);
  const { operators, last } = access;
  const only = operators.length === 1 ? (operators[0]?.name ?? null) : null;
  const [chosen, setChosen] = useState<string | null>(last ?? only);
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const busy = useBusy('operator.logIn');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    focusFirst(place.current);
  }, [chosen]);

  async function logIn(): Promise<void> {
    if (chosen === null) {
      setRefusal(operator.choose);
      return;
    }
    const reply = await replyOnce('operator.logIn', { name: chosen, pin });
    if (reply === null) return;
    clearNotice();
    setPin('');
    setRefusal(reply.ok ? null : reply.error.sentence);
  }

  return (
    <main className={styles.lock} ref={place} tabIndex={-1}>
      <header className={styles.head}>
        <p className={styles.mark}>{appName}</p>
        <p className={styles.shop}>{seller}</p>
        {mode === 'training' && <p className={styles.training}>{header.training}</p>}
        {network.state === 'offline' && <p className={styles.offline}>{header.offline}</p>}
        <CopyAge />
      </header>
      <div role="alert" className={styles.alarms}>
        {access.alarms.map((sentence, index) => (
          <p key={`${String(index)} ${sentence}`} className={styles.alarm}>
            {sentence}
          </p>
        ))}
        {stopped !== null && <p className={styles.alarm}>{stopped.sentence}</p>}
      </div>
      <div aria-live="polite">
        <Standing access={access} />
      </div>
      <div className={styles.door}>
        <section className={styles.who}>
          <h1 className={styles.title}>{operator.lockTitle}</h1>
          <OperatorList
            label={operator.names}
            operators={operators}
            chosen={chosen}
            onChoose={(name) => {
              setChosen(name);
              setPin('');
              setRefusal(null);
            }}
          />
        </section>
        <section className={styles.pin}>
          <PinEntry
            value={pin}
            onChange={setPin}
            onEnter={() => void logIn()}
            enter={operator.logIn}
            busy={busy}
          />
          <p role="alert" className={styles.refusal}>
            {refusal}
          </p>
        </section>
      </div>
    </main>
  );
}
