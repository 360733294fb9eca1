import type { InstallSettings } from '../../main/install/settings.ts';
import type { Merchant } from '../../main/simulator/index.ts';

/** A till of the simulated merchant, in its first store. */
export function settingsFor(merchant: Merchant, dinteroUrl: string): InstallSettings {
  return {
    accountId: merchant.accountId,
    clientId: merchant.clientId,
    secret: { kept: 'nowhere' },
    profileId: 'T12345678.inperson',
    store: { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-1' },
    currency: 'NOK',
    seller: {
      name: 'Kaffehjørnet AS',
      organisationNumber: '923609016',
      vatRegistered: true,
      address: ['Storgata 1', '0155 Oslo'],
    },
    dintero: {
      checkoutUrl: dinteroUrl,
      apiUrl: dinteroUrl,
      returnUrl: 'https://example.com/return',
      callbackUrl: '',
      sendSeitatechBlock: true,
      publishToTerminal: false,
      refundAtTerminal: false,
    },
    operators: [],
    language: 'en',
  };
}
