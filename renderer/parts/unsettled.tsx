import type { UnsettledView } from '../../preload/contract/day.ts';
import { actOnce } from '../acts.ts';
import { followRefund } from '../following.ts';
import { ask, go, goToDifferences } from '../place.ts';
import type { Strings } from '../strings/index.ts';
import { tillNow } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './unsettled.module.css';

async function takeBack(saleId: string): Promise<void> {
  if (await actOnce('sale.resume', { saleId })) go('counter');
}

/** Goes to where it is settled. */
function settle({ what }: UnsettledView): void {
  const view = tillNow();
  switch (what.kind) {
    case 'open-sale':
      go('counter');
      return;
    case 'parked-sale':
      void takeBack(what.saleId);
      return;
    case 'payment':
      if (view?.parked.some(({ saleId }) => saleId === what.saleId) === true) void takeBack(what.saleId);
      else go('counter');
      return;
    case 'refund':
      go('receipts');
      followRefund(what.refundId);
      return;
    case 'alarm': {
      const alarm = view?.alarms.find((one) => one.alarm === what.alarm);
      if (alarm?.canHandleElsewhere === true) ask({ kind: 'alarm', alarm, how: 'handled-elsewhere' });
      else go('receipts');
      return;
    }
    case 'case':
      goToDifferences();
  }
}

function nameOf({ what }: UnsettledView, { day }: Strings): string {
  switch (what.kind) {
    case 'open-sale':
    case 'payment':
    case 'refund':
      return day.there[what.kind];
    case 'parked-sale':
      return day.resume;
    case 'alarm':
      return day.settle;
    case 'case':
      return day.see;
  }
}

/** What must be settled before the day can be closed, each with the way there. */
export function Unsettled({ list }: { readonly list: readonly UnsettledView[] }) {
  const strings = useStrings();
  return (
    <section className={styles.unsettled} aria-label={strings.day.settleFirst}>
      <h3 className={styles.name}>{strings.day.settleFirst}</h3>
      <ul className={styles.list}>
        {list.map((one) => (
          <li key={one.sentence} className={styles.one}>
            <p className={styles.sentence}>{one.sentence}</p>
            <Button onClick={() => settle(one)}>{nameOf(one, strings)}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
