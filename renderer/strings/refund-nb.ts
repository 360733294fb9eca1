import type { detail as englishDetail, refund as englishRefund } from './refund-en.ts';

/** Everything about a receipt's sale. */
export const detail: typeof englishDetail = {
  title: 'Alt om salget',
  sale: (id) => `Salg ${id}`,
  returnOf: (receipt) => `Retur av kvittering ${receipt}`,
  lines: 'Linjer',
  vat: (rate, amount) => `Mva. ${rate} ${amount}`,
  left: (quantity, amount) => `igjen å refundere ${quantity}, ${amount}`,
  attempts: 'Kortbetalinger',
  refunds: 'Refusjoner',
  receipt: (number) => `kvittering ${number}`,
  exchanges: 'Bytter',
  entries: 'Oppføringer i journalen',
};

/** Giving money back. */
export const refund: typeof englishRefund = {
  refund: 'Refunder',
  title: (receipt) => `Refusjon av kvittering ${receipt}`,
  lineLeft: (quantity, amount) => `Igjen: ${quantity}, ${amount}`,
  quantity: 'Antall å refundere',
  all: 'Refunder alt',
  amount: 'Beløp å refundere',
  left: (amount) => `Høyst ${amount}. Mindre refunderer en del av prisen.`,
  how: 'Hvordan det går tilbake',
  hows: { asPaid: 'Slik det ble betalt', cash: 'Kontant' },
  reason: 'Årsak',
  reasons: ['Kunden ombestemte seg', 'Feil på varen', 'Feil vare', 'Feil pris'],
  toCard: (amount) => `${amount} tilbake til kortet`,
  inCash: (amount) => `${amount} kontant fra kassaskuffen`,
  confirm: 'Bekreft refusjon',
  back: 'Tilbake til kvitteringen',
  standing: 'Refusjonen',
  states: {
    sending: 'Sender',
    accepted: 'Underveis',
    undecided: 'Uavklart',
    refunded: 'Refundert',
    refused: 'Refusjon avslått',
  },
  presentCard: 'Hold frem kortet',
  ofReceipt: (receipt) => `Av kvittering ${receipt}`,
  print: 'Skriv ut kvittering',
  atTerminal: 'Refunder på terminal',
  open: (amount, receipt) => `Refusjonen av ${amount} for kvittering ${receipt} er uavklart.`,
  see: 'Se den',
  decideTitle: 'Gikk pengene tilbake?',
  decideWarning:
    'Avgjør bare når du har sett hos Dintero, eller på terminalens kvittering, om pengene gikk tilbake. Avgjørelsen og årsaken blir stående for alltid.',
  decideRefunded: 'De gikk tilbake',
  decideNotRefunded: 'De gikk ikke tilbake',
};
