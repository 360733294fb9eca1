/** A payment profile; `methods` are the payment product types it enables. */
export type Profile = { id: string; methods: string[] };

/** A store of the merchant, linked to the seller its takings are paid out to. */
export type Store = { id: string; name: string; organisationNumber: string; payoutDestinationId: string };

export type TerminalStatus = 'ACTIVE' | 'INACTIVE' | 'PENDING' | 'ACTION_REQUIRED' | 'DELETED';

/** A card terminal as it is enrolled at Dintero. */
export type EnrolledTerminal = {
  id: string;
  storeId: string;
  serialNumber: string;
  model: string;
  status: TerminalStatus;
};

/** One Dintero account: who may log in and what belongs to it. */
export type Merchant = {
  accountId: string;
  clientId: string;
  clientSecret: string;
  profiles: Profile[];
  stores: Store[];
  terminals: EnrolledTerminal[];
};

/** The account that training mode and the demo use: two sellers, two stores, three terminals. */
export const demoMerchant: Merchant = {
  accountId: 'T12345678',
  clientId: 'training-client',
  clientSecret: 'training-secret',
  profiles: [
    { id: 'T12345678.inperson', methods: ['seitatech.in_person'] },
    { id: 'T12345678.webshop', methods: ['seitatech.in_person', 'vipps.payment'] },
  ],
  stores: [
    {
      id: 'oslo-center',
      name: 'Oslo Center',
      organisationNumber: '923663487',
      payoutDestinationId: 'seller-1',
    },
    {
      id: 'bergen-city',
      name: 'Bergen City',
      organisationNumber: '923663487',
      payoutDestinationId: 'seller-2',
    },
  ],
  terminals: [
    {
      id: 'T0292',
      storeId: 'oslo-center',
      serialNumber: 'SIMULATED-T12345678-001',
      model: 'SIMULATED',
      status: 'ACTIVE',
    },
    {
      id: 'T0293',
      storeId: 'oslo-center',
      serialNumber: 'SIMULATED-T12345678-002',
      model: 'SIMULATED',
      status: 'ACTIVE',
    },
    {
      id: 'T0400',
      storeId: 'bergen-city',
      serialNumber: 'SIMULATED-T12345678-003',
      model: 'SIMULATED',
      status: 'ACTIVE',
    },
  ],
};

/** The store a terminal stands in, or undefined for an unknown terminal. */
export function storeOfTerminal(merchant: Merchant, terminalId: string): Store | undefined {
  const terminal = merchant.terminals.find((one) => one.id === terminalId);
  return terminal && merchant.stores.find((one) => one.id === terminal.storeId);
}
