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
  presentCard: 'Hold frem kortet',
  wait: 'Et øyeblikk',
  notPaid: 'Ikke betalt',
  thanks: 'Takk!',
  paid: 'Betalt',
  change: 'Vekslepenger',
  receipt: 'Din kvittering',
  training: 'Trening',
};

const sv: typeof en = {
  welcome: 'Välkommen',
  total: 'Summa',
  due: 'Återstår att betala',
  toPay: 'Att betala',
  presentCard: 'Håll fram kortet',
  wait: 'Ett ögonblick',
  notPaid: 'Inte betalt',
  thanks: 'Tack!',
  paid: 'Betalt',
  change: 'Växel tillbaka',
  receipt: 'Ditt kvitto',
  training: 'Övning',
};

const da: typeof en = {
  welcome: 'Velkommen',
  total: 'I alt',
  due: 'Mangler at betale',
  toPay: 'At betale',
  presentCard: 'Vis kortet',
  wait: 'Et øjeblik',
  notPaid: 'Ikke betalt',
  thanks: 'Tak!',
  paid: 'Betalt',
  change: 'Byttepenge',
  receipt: 'Din bon',
  training: 'Øvelse',
};

export const wordsOf = { en, nb, sv, da } as const;
