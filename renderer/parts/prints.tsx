import type { PrintView } from '../../preload/contract/printer.ts';
import { actOnce, useBusy } from '../acts.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './prints.module.css';

/** What may be done about a print that is not on paper, or that nobody knows of. */
function Ways({ one }: { readonly one: PrintView }) {
  const { printer } = useStrings();
  const busy = useBusy('print.again', 'print.wasPrinted', 'print.skip');
  const { print, state, onto } = one;
  const button = (name: string, call: 'print.again' | 'print.wasPrinted' | 'print.skip') => (
    <Button off={busy} onClick={() => void actOnce(call, { print })}>
      {name}
    </Button>
  );
  if (state === 'unknown') {
    return (
      <>
        {button(onto === 'printer' ? printer.wasPrinted : printer.wasSaved, 'print.wasPrinted')}
        {onto === 'printer' && button(printer.again, 'print.again')}
        {button(onto === 'printer' ? printer.skip : printer.gone, 'print.skip')}
      </>
    );
  }
  // What the printer has it may print when it goes on: given up, it must be looked for first.
  if (state === 'printing' || onto === 'mail') return button(printer.giveUp, 'print.skip');
  return (
    <>
      {button(printer.tryNow, 'print.again')}
      {button(printer.skip, 'print.skip')}
    </>
  );
}

/** What the printer did not do, and the drawer: the sale is safe meanwhile, and nothing of it waits. */
export function Prints() {
  const printing = useTill((view) => view.printing);
  const { printer } = useStrings();
  // What a person must look at comes before what takes care of itself.
  const one = printing.prints.find(({ state }) => state === 'unknown') ?? printing.prints[0];
  const more = printing.prints.length - 1;
  return (
    <div role="status" aria-label={printer.waits}>
      {printing.drawer !== null && <p className={styles.drawer}>{printing.drawer}</p>}
      {one !== undefined && (
        <div className={styles.print}>
          <p className={styles.sentence}>
            {one.sentence} {more > 0 && <span>({printer.more(more)})</span>}
          </p>
          <div className={styles.buttons}>
            <Ways key={one.print} one={one} />
          </div>
        </div>
      )}
    </div>
  );
}
