import type { HowAsk } from '../../preload/contract/refund.ts';
import type { SaleView } from '../../preload/contract/view.ts';
import { actOnce, useBusy } from '../acts.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';

/** Completes an exchange that the customer does not pay for; what it comes to goes back. */
export function completeExchange(sale: SaleView, how: HowAsk, atTerminal: boolean): void {
  void actOnce('exchange.complete', { total: sale.total, how, atTerminal });
}

/** The ways on from an exchange of which nothing is left to pay. */
export function ExchangeButtons({ sale }: { readonly sale: SaleView }) {
  const { exchange } = useStrings();
  const formats = useFormats();
  const busy = useBusy('exchange.complete');
  const off = busy || sale.lines.length === 0;
  const finish = (how: HowAsk) => (): void => completeExchange(sale, how, false);
  if (sale.total === 0) {
    return (
      <Button look="primary" wide off={off} onClick={finish('as-paid')}>
        {exchange.complete}
      </Button>
    );
  }
  const back = sale.exchange?.back ?? null;
  const onlyCash = back === null || (back.card === 0 && back.giftCard === 0);
  return (
    <>
      <Button look={onlyCash ? 'primary' : 'strong'} wide off={off} onClick={finish('cash')}>
        {exchange.giveCash}
      </Button>
      {!onlyCash && (
        <Button look="primary" wide off={off} onClick={finish('as-paid')}>
          {exchange.giveBack(formats.amount(-sale.total))}
        </Button>
      )}
    </>
  );
}
