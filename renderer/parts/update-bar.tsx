import { actOnce, useBusy } from '../acts.ts';
import { ask, usePlace } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './update-bar.module.css';

/** That a new version waits to be installed, until somebody installs it or says "later". */
export function UpdateBar() {
  const offered = useTill((view) => view.update);
  const { update } = useStrings();
  const busy = useBusy('update.install');
  const screen = usePlace((place) => place.screen);
  // A cashier who counts notes is not asked about programs.
  if (offered === null || screen === 'cash') return null;
  const install = (): void => {
    if (offered.may === 'manager') ask({ kind: 'install-update', sentence: offered.sentence });
    else void actOnce('update.install', { despite: false });
  };
  return (
    <div className={styles.bar} role="status" aria-label={update.title}>
      <p className={styles.sentence}>{offered.sentence}</p>
      <Button off={busy || offered.may === 'no'} onClick={install}>
        {update.install}
      </Button>
      <Button look="quiet" onClick={() => void actOnce('update.later', {})}>
        {update.later}
      </Button>
    </div>
  );
}
