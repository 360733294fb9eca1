import type { AlarmView } from '../../preload/contract/view.ts';
import { actOnce, useBusy } from '../acts.ts';
import { wayWords } from '../alarm-ways.ts';
import { type AlarmHow, ask, goToDifferences, usePlace } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { FirstStart } from './first-start.tsx';
import { FloatPrompt } from './float-prompt.tsx';
import styles from './alarms.module.css';
import { OpenRefunds } from './open-refunds.tsx';
import { UpdateBar } from './update-bar.tsx';
import { Prints } from './prints.tsx';

/** That differences wait for somebody, until they are settled; not on the screen where they are. */
function OpenCases() {
  const cases = useTill((view) => view.cases.length);
  const screen = usePlace((place) => place.screen);
  const { cases: strings } = useStrings();
  if (cases === 0 || screen === 'settings') return null;
  return (
    <div className={styles.cases}>
      <p className={styles.sentence}>{strings.open(cases)}</p>
      <Button onClick={goToDifferences}>{strings.see}</Button>
    </div>
  );
}

/** What may be done about an alarm; while its money is on its way back, what may be done about that. */
function Ways({ alarm }: { readonly alarm: AlarmView }) {
  const strings = useStrings();
  const { refund: refunding, card } = strings;
  const busy = useBusy('refund.lookNow');
  const { refund } = alarm;
  const way = (how: AlarmHow, name = wayWords(strings.alarm, alarm.of, how).name) => (
    <Button onClick={() => ask({ kind: 'alarm', alarm, how })}>{name}</Button>
  );
  if (refund?.state.kind === 'undecided') {
    const { refundId } = refund;
    return (
      <>
        <Button onClick={() => ask({ kind: 'decide-refund', refundId })}>{card.decide}</Button>
        <Button off={busy} onClick={() => void actOnce('refund.lookNow', {})}>
          {card.lookNow}
        </Button>
      </>
    );
  }
  const atTerminal = refund?.state.kind === 'refused' && refund.state.offerTerminal;
  return (
    <>
      {alarm.canAttach && way('attach')}
      {alarm.canRefund && way('refund', atTerminal ? refunding.atTerminal : undefined)}
      {alarm.canHandleElsewhere && way('handled-elsewhere')}
    </>
  );
}

/**
 * Payments that were given up and turned out to be paid: on every screen until a person settles them, oldest first;
 * and below them what else waits. On the sale screen they stand at the shelf's foot, so that nothing above moves.
 */
export function Alarms({ over }: { readonly over: 'shelf' | 'screen' }) {
  const alarms = useTill((view) => view.alarms);
  const { alarm: strings } = useStrings();
  // One whose money is on its way back waits for Dintero; those that wait for a person come before it.
  const alarm = alarms.find((one) => one.canHandleElsewhere) ?? alarms[0];
  return (
    <div className={styles.place} data-over={over}>
      <div role="alert">
        {alarm !== undefined && (
          <div className={styles.alarm}>
            <p className={styles.sentence}>
              {alarm.sentence} {alarm.refund?.sentence}{' '}
              {alarms.length > 1 && <span>({strings.more(alarms.length - 1)})</span>}
            </p>
            <div className={styles.buttons}>
              <Ways alarm={alarm} />
            </div>
          </div>
        )}
      </div>
      <OpenRefunds alarmed={alarm?.refund?.refundId ?? null} />
      <OpenCases />
      <Prints />
      <UpdateBar />
      <FloatPrompt />
      <FirstStart />
    </div>
  );
}
