import { day, fit, fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { GiftCardError, GiftCardWords } from '../gift-card-words.ts';
import type { Detail } from '../words.ts';

/** What the till says about gift cards, in English. */
export function giftCardWords(format: Format): GiftCardWords {
  return {
    name: 'Gift card',
    good: (until) => `It is good until ${day(until, format)}.`,
    empty: (until) => `Nothing is left. It was good until ${day(until, format)}.`,
    expired: (until) => `It expired on ${day(until, format)}: only a manager may accept it.`,
    elsewhere: (till) =>
      `It was sold at another till, ${till}, which alone knows what is left: redeem it there, or let a manager accept it for an amount.`,
  };
}

export const giftCardErrors: Readonly<Record<GiftCardError, (detail: Detail, format: Format) => string>> = {
  'LINE-IS-GIFT-CARD': () =>
    'A gift card is sold one at a time for what is on it: it takes no discount, no other price and no other quantity.',
  'GIFT-CARD-AMOUNT': (d, f) =>
    fitMoney(
      d,
      'lowest',
      f,
      (lo) =>
        fitMoney(
          d,
          'highest',
          f,
          (hi) => `The till sells gift cards for ${lo} to ${hi}: choose an amount between them.`,
          '',
        ),
      'The till does not sell gift cards for that amount: choose another.',
    ),
  'GIFT-CARD-SCANNED': () => 'This is a gift card: press Gift card to look at it or to be paid with it.',
  'GIFT-CARD-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `No gift card of this till has the code ${code}`, 'No gift card of this till has this code')}: check the figures, or scan it.`,
  'GIFT-CARD-ELSEWHERE': (d, f) =>
    d['back'] === 1
      ? 'Another till sold the gift card that paid for this, so nothing can be put back on it here: give the customer cash instead.'
      : `${fit(d, 'code', (code) => `The gift card ${code} is another till’s`, 'This gift card is another till’s')}: only that one knows what is left on it: redeem it there, or let a manager accept it for an amount.${fitMoney(d, 'spent', f, (sum) => ` ${sum} of it has been accepted here already.`, '')}`,
  'GIFT-CARD-EXPIRED': (d, f) =>
    `${fit(d, 'expires', (until) => `The gift card was good until ${day(until, f)}`, 'The gift card has expired')}: take another payment, or let a manager accept it.`,
  'GIFT-CARD-EMPTY': () => 'Nothing is left on this gift card: take another payment.',
  'GIFT-CARD-TOO-LITTLE': (d, f) =>
    `${fitMoney(d, 'balance', f, (sum) => `No more than ${sum} can be taken of this gift card`, 'Less than that can be taken of this gift card')}: take less, and the rest in another way.`,
  'GIFT-CARD-BUYS-GIFT-CARD': () =>
    'A gift card is not bought with a gift card: take card or cash, or sell it by itself.',
  'GIFT-CARD-EXCHANGE': () =>
    'A gift card is neither exchanged nor bought with goods that come back: refund it from its receipt, or sell it by itself.',
};
