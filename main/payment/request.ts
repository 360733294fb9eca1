import type { SessionItem, SessionRequest } from '../dintero/index.ts';
import type { SoldLine } from '../journal/entries/sale.ts';
import { spread } from '../sale/discount.ts';
import { type Currency, ore, type Ore, sum } from '../sale/money.ts';
import { vatOf, vatSums } from '../sale/vat.ts';

/** What of the install's settings goes into a session. */
export type SessionSettings = {
  readonly profileId: string;
  readonly store: { readonly id: string; readonly terminalId: string; readonly payoutDestinationId: string };
  readonly dintero: {
    readonly returnUrl: string;
    readonly callbackUrl: string;
    readonly sendSeitatechBlock: boolean;
    readonly publishToTerminal: boolean;
  };
};

/** What is to be paid: `amount` of what the lines cost together, all of it or a part. */
export type Payable = {
  readonly saleId: string;
  readonly attemptId: string;
  readonly amount: Ore;
  readonly currency: Currency;
  readonly lines: readonly SoldLine[];
};

/**
 * The session that puts an amount on the terminal, as the specified page has it (creating-a-terminal-session.txt).
 * Amounts in øre, quantities in whole units, VAT rates in percent.
 */
export function sessionRequest(settings: SessionSettings, payable: Payable): SessionRequest {
  const { dintero, store } = settings;
  const configuration = {
    ...(dintero.sendSeitatechBlock && {
      seitatech: {
        type: 'payment_type' as const,
        in_person: { type: 'payment_product_type' as const, enabled: true as const },
      },
    }),
    ...(dintero.publishToTerminal && { publish: [{ channel: 'push' as const, type: 'terminal' as const }] }),
  };
  return {
    url: {
      return_url: dintero.returnUrl,
      ...(dintero.callbackUrl !== '' && { callback_url: dintero.callbackUrl }),
    },
    order: {
      amount: payable.amount,
      currency: payable.currency,
      merchant_reference: payable.attemptId,
      items: itemsOf(payable),
      store: {
        id: store.id,
        terminal_id: store.terminalId,
        payout_destination_id: store.payoutDestinationId,
      },
    },
    ...(Object.keys(configuration).length > 0 && { configuration }),
    profile_id: settings.profileId,
    metadata: { ext_sale_id: payable.saleId, ext_attempt_id: payable.attemptId },
  };
}

/** Dintero takes at most this many items in a session (dintero.md 8). */
export const mostItems = 100;

/**
 * The lines, where they are what is paid for and no more than Dintero takes; otherwise what is paid, by VAT rate. Items
 * sum to the amount either way.
 */
function itemsOf(payable: Payable): SessionItem[] {
  const { lines, amount } = payable;
  if (sum(lines.map((line) => line.amount)) === amount && lines.length <= mostItems) return lines.map(item);
  const rates = vatSums(lines).filter(({ gross }) => gross > 0);
  const shares = spread(
    amount,
    rates.map(({ gross }) => gross),
  );
  return rates.map(({ rate }, at) => {
    const share = shares[at] ?? ore(0);
    return {
      id: `vat-${String(rate)}`,
      line_id: `vat-${String(rate)}`,
      description: payable.saleId,
      quantity: 1,
      amount: share,
      vat_amount: vatOf(share, rate),
      vat: rate / 100,
    };
  });
}

function item(line: SoldLine): SessionItem {
  return {
    id: line.articleId ?? 'free-amount',
    line_id: line.lineId,
    description: line.description,
    quantity: line.quantity / 1000,
    amount: line.amount,
    vat_amount: line.vatAmount,
    vat: line.vatRate / 100,
  };
}
