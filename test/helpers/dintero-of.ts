import { createDintero, type Dintero } from '../../main/dintero/index.ts';
import type { Simulator } from '../../main/simulator/index.ts';

/** What else of the shop talks to this Dintero with the account's own client: another till, the backoffice. */
export function dinteroOf(
  { merchant, baseUrl }: Pick<Simulator, 'merchant' | 'baseUrl'>,
  systemName: string,
): Dintero {
  return createDintero({
    accountId: merchant.accountId,
    clientId: merchant.clientId,
    clientSecret: () => merchant.clientSecret,
    checkoutUrl: baseUrl,
    apiUrl: baseUrl,
    systemName,
    systemVersion: '1',
    fetch: globalThis.fetch,
    now: () => Date.now(),
  });
}
