import type { SaleView } from '../../preload/contract/view.ts';
import { actOnce, useBusy } from '../acts.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './age-check.module.css';
import { Button } from './button.tsx';
import { useKnown } from './live.tsx';

/** Something in the basket has an age limit: whom it may be sold to, and the press that says the cashier has looked. */
export function AgeCheck({ check }: { readonly check: SaleView['ageCheck'] }) {
  const { lines } = useStrings();
  const formats = useFormats();
  const busy = useBusy('sale.checkAge');
  const known = useKnown();
  return (
    <div role="alert">
      {check !== null && (
        <div className={styles.check} aria-hidden={!known || undefined}>
          <p>
            <strong>{lines.ageLimit(check.years)}</strong>{' '}
            {lines.bornBy(formats.birthday(check.bornOnOrBefore))}
          </p>
          <Button look="strong" off={busy} data-asked onClick={() => void actOnce('sale.checkAge', {})}>
            {lines.oldEnough}
          </Button>
        </div>
      )}
    </div>
  );
}
