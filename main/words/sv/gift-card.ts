import { day, fit, fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { GiftCardError, GiftCardWords } from '../gift-card-words.ts';
import type { Detail } from '../words.ts';

/** Det kassan säger om presentkort, på svenska. */
export function giftCardWords(format: Format): GiftCardWords {
  return {
    name: 'Presentkort',
    good: (until) => `Det gäller till och med ${day(until, format)}.`,
    empty: (until) => `Inget är kvar. Det gällde till ${day(until, format)}.`,
    expired: (until) => `Det gick ut ${day(until, format)}: bara en chef kan godta det.`,
    elsewhere: (till) =>
      `Det såldes i en annan kassa, ${till}, och bara den vet vad som är kvar: lös in det där, eller låt en chef godta det för ett belopp.`,
  };
}

export const giftCardErrors: Readonly<Record<GiftCardError, (detail: Detail, format: Format) => string>> = {
  'LINE-IS-GIFT-CARD': () =>
    'Ett presentkort säljs ett i taget för det som står på det: det får ingen rabatt, inget annat pris och inget annat antal.',
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
          (hi) => `Kassan säljer presentkort på ${lo} till ${hi}: välj ett belopp däremellan.`,
          '',
        ),
      'Kassan säljer inte presentkort på det beloppet: välj ett annat.',
    ),
  'GIFT-CARD-SCANNED': () =>
    'Det här är ett presentkort: tryck Presentkort för att se på det eller få betalt med det.',
  'GIFT-CARD-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `Inget presentkort från den här kassan har koden ${code}`, 'Inget presentkort från den här kassan har den koden')}: se på siffrorna, eller skanna det.`,
  'GIFT-CARD-ELSEWHERE': (d, f) =>
    d['back'] === 1
      ? 'Presentkortet som betalade det här såldes i en annan kassa, så inget kan sättas tillbaka på det här: ge kunden kontanter i stället.'
      : `${fit(d, 'code', (code) => `Presentkortet ${code} såldes i en annan kassa`, 'Presentkortet såldes i en annan kassa')}: bara den vet vad som är kvar på det: lös in det där, eller låt en chef godta det för ett belopp.${fitMoney(d, 'spent', f, (sum) => ` ${sum} av det har redan godtagits här.`, '')}`,
  'GIFT-CARD-EXPIRED': (d, f) =>
    `${fit(d, 'expires', (until) => `Presentkortet gällde till ${day(until, f)}`, 'Presentkortet har gått ut')}: ta emot annan betalning, eller låt en chef godta det.`,
  'GIFT-CARD-EMPTY': () => 'Det finns inget kvar på presentkortet: ta emot annan betalning.',
  'GIFT-CARD-TOO-LITTLE': (d, f) =>
    `${fitMoney(d, 'balance', f, (sum) => `Det går inte att ta mer än ${sum} av presentkortet`, 'Så mycket går inte att ta av presentkortet')}: ta mindre, och resten på annat sätt.`,
  'GIFT-CARD-BUYS-GIFT-CARD': () =>
    'Ett presentkort köps inte med ett presentkort: ta emot kort eller kontanter, eller sälj det för sig.',
  'GIFT-CARD-EXCHANGE': () =>
    'Ett presentkort varken byts eller köps med varor som kommer tillbaka: återbetala det från kvittot, eller sälj det för sig.',
};
