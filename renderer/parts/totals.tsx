import type { SaleView } from '../../preload/contract/view.ts';
import { useBusy } from '../acts.ts';
import { payByCard } from '../keys.ts';
import { ask, go } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import { Amount, figuresOf } from './amount.tsx';
import { Button } from './button.tsx';
import { ExchangeButtons } from './exchange-buttons.tsx';
import { PaidParts } from './paid-parts.tsx';
import styles from './totals.module.css';

/** VAT per rate, the total, and the ways on from here. */
export function Totals({ sale }: { readonly sale: SaleView }) {
  const { sale: strings, split, exchange } = useStrings();
  const partPaid = sale.paid.length > 0;
  const formats = useFormats();
  const busy = useBusy('payment.card', 'sale.park', 'sale.clear');
  const off = busy || (sale.lines.length === 0 && sale.exchange === null);
  const unpayable = busy || sale.lines.length === 0;
  const reduction = sale.lines.reduce((sum, line) => sum + line.reduction, 0);
  return (
    <div className={styles.totals}>
      <dl className={styles.sums}>
        {sale.vat.map((vat) => (
          <div key={vat.rate} className={styles.sum}>
            <dt>
              {strings.vat} {formats.rate(vat.rate)}
            </dt>
            <dd>{formats.kroner(vat.vat)}</dd>
          </div>
        ))}
        {sale.exchange !== null && (
          <div className={styles.sum}>
            <dt>{exchange.comesBack}</dt>
            <dd>{formats.kroner(-sale.exchange.credit)}</dd>
          </div>
        )}
        {reduction !== 0 && (
          <div className={styles.sum}>
            <dt>{strings.discounts}</dt>
            <dd>{formats.kroner(-reduction)}</dd>
          </div>
        )}
        {partPaid && (
          <div className={styles.sum}>
            <dt>{split.of}</dt>
            <dd>{formats.kroner(sale.total)}</dd>
          </div>
        )}
        {sale.cashTotal !== sale.due && (
          <div className={styles.sum}>
            <dt>{strings.inCash(formats.kroner(sale.cashTotal))}</dt>
          </div>
        )}
      </dl>
      <PaidParts sale={sale} />
      <div className={styles.total}>
        <span className={styles.totalName} aria-hidden="true">
          {partPaid ? split.left : strings.total}
        </span>
        <output
          className={styles.amount}
          data-due
          aria-label={strings.total}
          style={figuresOf(formats.amount(sale.due))}
        >
          <Amount value={sale.due} />
        </output>
      </div>
      <p className={styles.earlier}>
        {sale.earlierAttempts > 0 && strings.earlierAttempts(sale.earlierAttempts)}
      </p>
      <div className={`${styles.row} ${styles.second}`}>
        <Button wide hint="F4" off={off} onClick={() => ask({ kind: 'park' })}>
          {strings.park}
        </Button>
        <Button wide hint="F7" off={off} onClick={() => ask({ kind: 'split' })}>
          {split.open}
        </Button>
        <Button wide hint="F8" off={off || partPaid} onClick={() => ask({ kind: 'discount', line: null })}>
          {strings.discount}
        </Button>
        <Button wide off={off || partPaid} onClick={() => ask({ kind: 'clear' })}>
          {strings.newSale}
        </Button>
      </div>
      <div className={styles.row}>
        {sale.exchange !== null && sale.total <= 0 ? (
          <ExchangeButtons sale={sale} />
        ) : (
          <>
            <Button look="strong" wide hint="F10" off={unpayable} onClick={() => go('cash')}>
              {strings.payCash}
            </Button>
            <Button look="primary" wide hint="F9" off={unpayable} onClick={() => payByCard(sale)}>
              {strings.payByCard}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
