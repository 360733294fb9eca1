import type { DayView } from '../../preload/contract/day.ts';
import { ask } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './drawer.module.css';

/** The opening float, and cash that goes in or out of the drawer without a sale. */
export function Drawer({ day }: { readonly day: DayView }) {
  const { day: strings } = useStrings();
  const formats = useFormats();
  const registered = day.openingFloat !== null;
  return (
    <section className={styles.drawer} aria-label={strings.drawer}>
      <h2 className={styles.name}>{strings.drawer}</h2>
      <p className={styles.float}>
        <span>{strings.float}</span>{' '}
        <strong>{day.openingFloat === null ? strings.noFloat : formats.amount(day.openingFloat)}</strong>
      </p>
      <div className={styles.buttons}>
        <Button
          wide
          look={registered ? 'plain' : 'strong'}
          onClick={() => ask({ kind: 'float', registered })}
        >
          {registered ? strings.changeFloat : strings.registerFloat}
        </Button>
        {(['pay-in', 'pay-out', 'drop'] as const).map((move) => (
          <Button key={move} wide onClick={() => ask({ kind: 'move-cash', move })}>
            {strings.moves[move]}
          </Button>
        ))}
        <Button wide onClick={() => ask({ kind: 'open-drawer' })}>
          {strings.openDrawer}
        </Button>
      </div>
    </section>
  );
}
