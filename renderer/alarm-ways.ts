import type { AlarmView } from '../preload/contract/view.ts';
import type { AlarmHow } from './place.ts';
import type { Strings } from './strings/index.ts';

/** How a way out of an alarm is called and explained: about a refund in other words than about a payment. */
export function wayWords(
  alarm: Strings['alarm'],
  of: AlarmView['of'],
  how: AlarmHow,
): Strings['alarm']['ways'][AlarmHow] {
  return of === 'refund' && how !== 'refund' ? alarm.refundWays[how] : alarm.ways[how];
}
