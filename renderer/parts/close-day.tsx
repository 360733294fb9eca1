import { useState } from 'react';
import type { DayView, ReportView } from '../../preload/contract/day.ts';
import { act } from '../acts.ts';
import { useDraft } from '../drafts.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './close-day.module.css';
import { CountedDrawer } from './counted-drawer.tsx';
import { Unsettled } from './unsettled.tsx';

interface CloseDayProps {
  readonly day: DayView;
  readonly onClosed: (report: ReportView) => void;
}

/** What is written of each drawer's difference, by whose it is; the till's own where there is one for all. */
type Whys = Readonly<Record<string, string>>;

const noWhys: Whys = {};

const keyOf = (drawer: string | null | undefined): string =>
  drawer === undefined ? 'till' : `of ${drawer ?? ''}`;

/** The drawers to count: the till's, or one for each operator. */
function drawersOf(day: DayView): { readonly drawer?: string | null; readonly count: DayView['count'] }[] {
  if (day.drawers !== null) return day.drawers;
  return day.hadCash ? [{ count: day.count }] : [];
}

/** What is left to do before the Z report: settle, count, explain. */
export function CloseDay({ day, onClosed }: CloseDayProps) {
  const { day: strings } = useStrings();
  const formats = useFormats();
  const { value: whys, set: setWhys, discard } = useDraft(`day/${day.number}`, noWhys);
  const [closing, setClosing] = useState(false);
  const drawers = drawersOf(day);
  const whyOf = (drawer: string | null | undefined): string => (whys[keyOf(drawer)] ?? '').trim();
  const differs = drawers.filter(({ count }) => count !== null && count.difference !== 0);
  const uncounted = drawers.some(({ count }) => count === null);
  const unexplained = differs.some(({ drawer }) => whyOf(drawer) === '');
  const off = closing || uncounted || unexplained || day.unsettled.length > 0;
  const close = async (): Promise<void> => {
    if (off) return;
    setClosing(true);
    const reasons = differs.map(({ drawer }) => ({ drawer: drawer ?? null, reason: whyOf(drawer) }));
    const report = await act('day.close', {
      number: day.number,
      ...(day.drawers === null ? { reason: reasons[0]?.reason ?? null } : { reason: null, drawers: reasons }),
    });
    setClosing(false);
    if (report === null) return;
    discard();
    onClosed(report);
  };
  return (
    <section className={styles.close} aria-label={strings.close}>
      <h2 className={styles.name}>
        {strings.close} <span className={styles.soft}>{strings.closeNumber(day.number)}</span>
      </h2>
      {day.unsettled.length > 0 && <Unsettled list={day.unsettled} />}
      {day.uncaptured.number > 0 && (
        <p>{strings.uncaptured(day.uncaptured.number, formats.amount(day.uncaptured.amount))}</p>
      )}
      {drawers.length === 0 && <p>{strings.noCash}</p>}
      {drawers.map(({ drawer, count }) => {
        const name = drawer === null ? strings.nobodysDrawer : strings.ofDrawer(drawer ?? '');
        return (
          <section
            key={keyOf(drawer)}
            className={styles.drawer}
            aria-label={drawer === undefined ? strings.drawer : name}
          >
            {drawer !== undefined && <h3 className={styles.name}>{name}</h3>}
            <CountedDrawer
              form={`count/${day.number}/${keyOf(drawer)}`}
              denominations={day.denominations}
              count={count}
              {...(drawer !== undefined && { drawer })}
              why={whys[keyOf(drawer)] ?? ''}
              onWhy={(why) => setWhys({ [keyOf(drawer)]: why })}
            />
          </section>
        );
      })}
      <p className={styles.soft} aria-live="polite">
        {closing ? strings.closing : strings.zText}
      </p>
      <Button look="primary" off={off} onClick={() => void close()}>
        {strings.makeZ}
      </Button>
    </section>
  );
}
