import { useEffect, useState } from 'react';
import { ask, go, usePlace } from '../place.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { CopyAge } from './copy-age.tsx';
import styles from './header.module.css';
import { TrainingPanel } from './training-panel.tsx';

const minute = 60_000;

function Clock() {
  const [now, setNow] = useState(() => new Date().toISOString());
  const formats = useFormats();
  const { header } = useStrings();
  useEffect(() => {
    const next = setTimeout(() => setNow(new Date().toISOString()), minute - (Date.now() % minute));
    return () => clearTimeout(next);
  }, [now]);
  return (
    <time className={styles.clock} aria-label={header.clock} dateTime={now}>
      {formats.time(now)}
    </time>
  );
}

function Network() {
  const network = useTill((view) => view.network);
  const { header } = useStrings();
  const formats = useFormats();
  return (
    <div
      className={styles.network}
      aria-live="polite"
      title={network.state === 'offline' ? network.sentence : ''}
    >
      {network.state === 'offline' && (
        <p className={styles.offline}>
          <strong>{header.offline}</strong> <span>{header.since(formats.time(network.since))}</span>
          <span className="unseen">{network.sentence}</span>
        </p>
      )}
    </div>
  );
}

/** Who is logged in, and the way out. Nothing where nobody logs in. */
function Operator() {
  const access = useTill((view) => view.access);
  const { operator } = useStrings();
  if (access.kind !== 'logged-in') return null;
  return (
    <div className={styles.operator}>
      <Button look="quiet" onClick={() => ask({ kind: 'operator' })} aria-label={operator.who(access.name)}>
        <span className={styles.who}>{access.name}</span>
      </Button>
    </div>
  );
}

/** On every screen: whose till this is, whether it is online, whether this is training, and the way to the rest. */
export function Header() {
  const strings = useStrings();
  const seller = useTill((view) => view.sellerName);
  const terminal = useTill((view) => view.terminalId);
  const training = useTill((view) => view.training);
  const mode = useTill((view) => view.mode);
  const screen = usePlace((place) => place.screen);
  return (
    <header className={styles.header}>
      <p className={styles.mark}>
        <svg viewBox="0 0 24 24" className={styles.tick} aria-hidden="true">
          <path d="M4 13.5 9.5 19 20 5.5" />
        </svg>
        <span className={styles.word}>{strings.appName}</span>
      </p>
      <p className={styles.shop}>
        <strong>{seller}</strong>
        <span>{strings.header.terminal(terminal)}</span>
      </p>
      {mode === 'training' && <p className={styles.training}>{strings.header.training}</p>}
      {training !== null && <TrainingPanel training={training} />}
      <Network />
      <div className={styles.clockAndCopy}>
        <Clock />
        <CopyAge />
      </div>
      <Operator />
      <nav className={styles.nav}>
        <Button look="quiet" onClick={() => ask({ kind: 'help' })} aria-label={strings.header.help}>
          ?
        </Button>
        <Button
          look="quiet"
          aria-current={screen === 'receipts' ? 'page' : undefined}
          aria-keyshortcuts="F11"
          onClick={() => go(screen === 'receipts' ? 'counter' : 'receipts')}
        >
          {strings.header.receipts}
        </Button>
        <Button
          look="quiet"
          aria-current={screen === 'day' ? 'page' : undefined}
          onClick={() => go(screen === 'day' ? 'counter' : 'day')}
        >
          {strings.header.closeDay}
        </Button>
        <Button look="quiet" onClick={() => ask({ kind: 'export' })}>
          {strings.exporting.open}
        </Button>
        <Button
          look="quiet"
          aria-current={screen === 'settings' ? 'page' : undefined}
          onClick={() => go(screen === 'settings' ? 'counter' : 'settings')}
        >
          {strings.header.settings}
        </Button>
      </nav>
    </header>
  );
}
