/** Goods that come back for others. */
export const exchange = {
  exchange: 'Exchange',
  title: (receipt: number) => `Exchange of receipt ${receipt}`,
  quantity: 'Quantity to return',
  all: 'Return all',
  reasons: ['Wrong size', 'Wrong article', 'Faulty', 'Customer changed mind'],
  hint: 'What comes back goes into the basket. Scan what the customer takes instead.',
  take: 'Put in basket',
  back: 'Comes back',
  comesBack: 'Comes back',
  complete: 'Complete exchange',
  giveCash: 'Give back in cash',
  giveBack: (amount: string) => `Give back ${amount}`,
  done: 'Exchanged',
};

/** Receipts of the shop's other tills. */
export const otherTill = {
  find: 'Look up at Dintero',
  title: (till: string) => `Payment at till ${till}`,
  held: (paid: string, held: string) => `Paid ${paid}, of which Dintero holds ${held} for the shop.`,
  hint: 'What was given back in cash at that till is not known here: look at its receipt.',
};

/** In which order a sale that was paid in several ways goes back. */
export const refundOrder = {
  title: 'Refunds',
  label: 'A sale paid by card and in cash goes back',
  orders: { 'card-first': 'To the card first', 'cash-first': 'In cash first' },
};
