import type {
  exchange as englishExchange,
  otherTill as englishOtherTill,
  refundOrder as englishRefundOrder,
} from './exchange-en.ts';

/** Goods that come back for others. */
export const exchange: typeof englishExchange = {
  exchange: 'Bytt',
  title: (receipt) => `Bytte av kvittering ${receipt}`,
  quantity: 'Antall tilbake',
  all: 'Alt tilbake',
  reasons: ['Feil størrelse', 'Feil vare', 'Feil på varen', 'Kunden ombestemte seg'],
  hint: 'Det som kommer tilbake, går i kurven. Skann det kunden tar i stedet.',
  take: 'Legg i kurven',
  back: 'Tilbake',
  comesBack: 'Kommer tilbake',
  complete: 'Fullfør byttet',
  giveCash: 'Gi tilbake kontant',
  giveBack: (amount) => `Gi tilbake ${amount}`,
  done: 'Byttet',
};

/** Receipts of the shop's other tills. */
export const otherTill: typeof englishOtherTill = {
  find: 'Slå opp hos Dintero',
  title: (till) => `Betaling i kasse ${till}`,
  held: (paid, held) => `Betalt ${paid}, hvorav Dintero har ${held} for butikken.`,
  hint: 'Det som er gitt tilbake kontant i den kassen, er ikke kjent her: se på kvitteringen.',
};

/** In which order a sale that was paid in several ways goes back. */
export const refundOrder: typeof englishRefundOrder = {
  title: 'Refusjoner',
  label: 'Et salg betalt med kort og kontant går tilbake',
  orders: { 'card-first': 'Til kortet først', 'cash-first': 'Kontant først' },
};
