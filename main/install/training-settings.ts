import type { InstallSettings } from './settings.ts';

/** What a till in training is installed as. The addresses are the built-in Dintero's, wherever it listens. */
export const trainingSettings: InstallSettings = {
  accountId: 'T12345678',
  clientId: 'training-client',
  secret: { kept: 'nowhere' },
  profileId: 'T12345678.inperson',
  store: { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-1' },
  currency: 'NOK',
  seller: {
    name: 'Demobutikken AS',
    organisationNumber: '999999999',
    vatRegistered: true,
    address: ['Prøvegata 1', '0150 Oslo'],
  },
  dintero: {
    checkoutUrl: 'http://localhost/v1',
    apiUrl: 'http://localhost/v1',
    returnUrl: 'https://example.com/return',
    callbackUrl: '',
    sendSeitatechBlock: true,
    publishToTerminal: false,
    refundAtTerminal: false,
  },
  operators: [],
  language: null,
};
