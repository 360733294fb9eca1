/** Gift cards: selling, looking at and taking them. */
export const giftCard = {
  open: 'Gift card',
  what: 'What to do',
  ways: { use: 'Use or look up', sell: 'Sell' },
  code: 'Scan the gift card, or type its code',
  lookUp: 'Look up',
  notACode: 'That is no code of a gift card: look at the figures, or scan it.',
  left: (amount: string) => `${amount} left`,
  pay: (amount: string) => `Pay ${amount} with it`,
  acceptFor: 'Accept it for',
  accept: (amount: string) => `Accept ${amount}`,
  print: 'Print it again',
  printOne: (ending: string | null) => (ending === null ? 'Print gift card' : `Print •${ending}`),
  printed: 'The gift card is printed.',
  amount: 'Amount on the gift card',
  add: 'Add gift card',
  part: (ending: string | null) => (ending === null ? 'Gift card' : `Gift card •${ending}`),
  toCard: (amount: string) => `${amount} goes back onto the gift card.`,
  backToCard: (amount: string) => `${amount} back to the gift card`,
  paid: 'Paid by gift card',
};

/** What the shop sells gift cards for. */
export const giftCardLimits = {
  title: 'Gift cards',
  lowest: 'Smallest amount',
  highest: 'Largest amount',
  months: 'Good for so many months',
  monthsText: 'The last day stands on every gift card. Cards that are sold already keep theirs.',
  wrong: 'Amounts of at least 1 krone, the smallest first, and 1 to 120 months.',
};
