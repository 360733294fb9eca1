/** What the customer reads. Few words, large. */
const en = {
  welcome: 'Welcome',
  total: 'Total',
  due: 'Left to pay',
  toPay: 'To pay',
  presentCard: 'Present card',
  wait: 'One moment',
  notPaid: 'Not paid',
  thanks: 'Thank you!',
  paid: 'Paid',
  change: 'Change',
  receipt: 'Your receipt',
  training: 'Training',
};

const nb: typeof en = {
  welcome: 'Velkommen',
  total: 'Totalt',
  due: 'Igjen å betale',
  toPay: 'Å betale',
  presentCard: 'Vis kortet',
  wait: 'Et øyeblikk',
  notPaid: 'Ikke betalt',
  thanks: 'Takk!',
  paid: 'Betalt',
  change: 'Vekslepenger',
  receipt: 'Din kvittering',
  training: 'Trening',
};

export const wordsOf = { en, nb } as const;
