import { dinteroOf } from '../../helpers/dintero-of.ts';
import type { Shop } from '../../helpers/shop.ts';
import { nothing, type Row, unpaid } from './row.ts';

/** Another till on the same terminal has a payment under way. */
async function occupy({ simulator }: Shop): Promise<void> {
  const other = dinteroOf(simulator, 'Other');
  simulator.chooseAnswer({ kind: 'ignored' });
  const made = await other.createSession({
    profile_id: 'T12345678.inperson',
    url: { return_url: 'https://example.com/return' },
    order: {
      amount: 5_000,
      currency: 'NOK',
      merchant_reference: 'THER33-1-1',
      items: [
        { id: '1', line_id: '1', description: 'Te', quantity: 1, amount: 5_000, vat_amount: 652, vat: 15 },
      ],
      store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1' },
    },
  });
  if (!made.ok) throw new Error('The other till got no session');
}

/** A terminal without a network, and what Dintero makes of that: nobody documents it. */
function unplugged(says: 'refused' | 'failed-transaction' | 'publish-failed' | 'silent'): Row {
  const refused = says === 'refused';
  const told = refused || says === 'failed-transaction';
  return {
    fault: `terminal offline (${says})`,
    options: { rules: { offlineTerminal: says, sessionLifetimeMs: 200_000 }, times: 60 },
    play: async (cashier, shop) => {
      shop.simulator.terminal('T0292').unplug();
      await cashier.charge();
      await cashier.reads(told ? 'Failed' : 'Expired');
    },
    sees: told ? ['Failed'] : ['Present card', 'Undecided', 'Expired'],
    ends: [told ? 'failed' : 'expired'],
    held: refused ? nothing : { ...unpaid, transactions: says === 'failed-transaction' ? 1 : 0 },
  };
}

/** The terminal does not take the amount, or nobody uses it. */
export const terminalRows: readonly Row[] = [
  {
    fault: 'busy with another till’s payment',
    play: async (cashier, shop) => {
      await occupy(shop);
      await cashier.charge();
      await cashier.reads('Failed');
    },
    sees: ['Failed'],
    ends: ['failed'],
    held: unpaid,
  },
  unplugged('refused'),
  unplugged('failed-transaction'),
  unplugged('publish-failed'),
  unplugged('silent'),
  ...(['wrong store', 'wrong payout destination'] as const).map((fault): Row => ({
    fault,
    options: {
      settings: {
        store:
          fault === 'wrong store'
            ? { id: 'bergen-city', terminalId: 'T0292', payoutDestinationId: 'seller-2' }
            : { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-2' },
      },
    },
    play: async (cashier) => {
      await cashier.charge();
      await cashier.reads('Failed');
    },
    sees: ['Failed'],
    ends: ['failed'],
    held: nothing,
  })),
  {
    fault: 'prompt ignored until it expires',
    options: { rules: { sessionLifetimeMs: 60_000 }, times: 40 },
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.charge();
      await cashier.reads('Expired');
    },
    sees: ['Present card', 'Expired'],
    ends: ['expired'],
    held: unpaid,
  },
];
