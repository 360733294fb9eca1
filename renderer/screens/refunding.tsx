import type { RefundView } from '../../preload/contract/refund.ts';
import type { SaleView } from '../../preload/contract/view.ts';
import { actOnce, useBusy } from '../acts.ts';
import { backToSale } from '../keys.ts';
import { Button } from '../parts/button.tsx';
import { completeExchange } from '../parts/exchange-buttons.tsx';
import { RefundStanding } from '../parts/refund-standing.tsx';
import { ask } from '../place.ts';
import { useStrings } from '../words.ts';
import styles from './refunding.module.css';

interface RefundingProps {
  readonly refund: RefundView;
  readonly sale: SaleView;
}

function Ways({ refund, sale }: RefundingProps) {
  const { refund: strings, exchange, card } = useStrings();
  const busy = useBusy('refund.lookNow', 'payment.setAside', 'payment.backToSale', 'exchange.complete');
  const { state, refundId } = refund;
  switch (state.kind) {
    case 'sending':
    case 'accepted':
    case 'refunded':
      return null;
    case 'undecided':
      return (
        <>
          <Button look="strong" wide off={busy} onClick={() => ask({ kind: 'decide-refund', refundId })}>
            {card.decide}
          </Button>
          <Button look="strong" wide off={busy} onClick={() => void actOnce('payment.setAside', {})}>
            {card.setAside}
          </Button>
          <Button look="primary" wide off={busy} onClick={() => void actOnce('refund.lookNow', {})}>
            {card.lookNow}
          </Button>
        </>
      );
    case 'refused':
      return (
        <>
          <Button look="strong" wide off={busy} onClick={backToSale}>
            {card.back}
          </Button>
          <Button look="strong" wide off={busy} onClick={() => completeExchange(sale, 'cash', false)}>
            {exchange.giveCash}
          </Button>
          {state.offerTerminal && (
            <Button look="primary" wide off={busy} onClick={() => completeExchange(sale, 'as-paid', true)}>
              {strings.atTerminal}
            </Button>
          )}
        </>
      );
  }
}

/** The difference of an exchange on its way back to the customer: the exchange is complete when it is there. */
export function RefundingScreen({ refund, sale }: RefundingProps) {
  return (
    <div className={styles.refunding}>
      <RefundStanding refund={refund} ways={<Ways refund={refund} sale={sale} />} />
    </div>
  );
}
