import type { giftCard as english, giftCardLimits as englishLimits } from './gift-card-en.ts';

/** Gift cards: selling, looking at and taking them. */
export const giftCard: typeof english = {
  open: 'Gavekort',
  what: 'Hva vil du gjøre',
  ways: { use: 'Bruk eller slå opp', sell: 'Selg' },
  code: 'Skann gavekortet, eller skriv koden',
  lookUp: 'Slå opp',
  notACode: 'Det er ingen kode på et gavekort: se på tallene, eller skann det.',
  left: (amount) => `${amount} igjen`,
  pay: (amount) => `Betal ${amount} med det`,
  acceptFor: 'Godta det for',
  accept: (amount) => `Godta ${amount}`,
  print: 'Skriv ut på nytt',
  printOne: (ending) => (ending === null ? 'Skriv ut gavekort' : `Skriv ut •${ending}`),
  printed: 'Gavekortet er skrevet ut.',
  amount: 'Beløp på gavekortet',
  add: 'Legg til gavekort',
  part: (ending) => (ending === null ? 'Gavekort' : `Gavekort •${ending}`),
  toCard: (amount) => `${amount} går tilbake på gavekortet.`,
  backToCard: (amount) => `${amount} tilbake til gavekortet`,
  paid: 'Betalt med gavekort',
};

/** What the shop sells gift cards for. */
export const giftCardLimits: typeof englishLimits = {
  title: 'Gavekort',
  lowest: 'Minste beløp',
  highest: 'Største beløp',
  months: 'Gjelder i så mange måneder',
  monthsText: 'Siste dag står på hvert gavekort. Kort som alt er solgt, beholder sin.',
  wrong: 'Beløp på minst 1 krone, det minste først, og 1 til 120 måneder.',
};
