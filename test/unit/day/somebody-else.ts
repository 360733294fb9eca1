import { createDintero, type Dintero } from '../../../main/dintero/index.ts';
import { sessionRequest } from '../../../main/payment/request.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import type { Simulator } from '../../../main/simulator/index.ts';
import { settingsFor } from '../../helpers/settings.ts';

/** Another program with the same account. */
export function clientOf(simulator: Simulator): Dintero {
  const { accountId, clientId, clientSecret } = simulator.merchant;
  return createDintero({
    accountId,
    clientId,
    clientSecret: () => clientSecret,
    checkoutUrl: simulator.baseUrl,
    apiUrl: simulator.baseUrl,
    systemName: 'Another',
    systemVersion: '1',
    fetch,
    now: Date.now,
  });
}

/** Somebody else sends a payment to the shop's terminal; the customer answers at once. Gives the transaction's id. */
export async function takenBySomebodyElse(
  simulator: Simulator,
  amount: number,
  attemptId: string,
  answer = 'approved',
): Promise<string> {
  const settings = settingsFor(simulator.merchant, simulator.baseUrl);
  simulator.chooseAnswer({ kind: 'ignored' });
  const made = await clientOf(simulator).createSession(
    sessionRequest(settings, {
      saleId: 'X',
      attemptId,
      amount: ore(amount),
      currency: 'NOK',
      lines: [
        {
          lineId: '1',
          articleId: 'a',
          description: 'Kaffe',
          group: '',
          unitPrice: ore(amount),
          quantity: thousandths(1000),
          vatRate: vatRate(2500),
          discount: null,
          reduction: ore(0),
          amount: ore(amount),
          vatAmount: ore(0),
        },
      ],
    }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  if (answer !== 'none') simulator.terminal('T0292').tapNow(answer as 'approved');
  const paid = simulator.books().transactions.find((one) => one.session_id === made.value.id);
  return paid?.id ?? '';
}
