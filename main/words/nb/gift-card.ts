import { day, fit, fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { GiftCardError, GiftCardWords } from '../gift-card-words.ts';
import type { Detail } from '../words.ts';

/** Det kassen sier om gavekort, på bokmål. */
export function giftCardWords(format: Format): GiftCardWords {
  return {
    name: 'Gavekort',
    good: (until) => `Det gjelder til og med ${day(until, format)}.`,
    empty: (until) => `Ingenting er igjen. Det gjaldt til ${day(until, format)}.`,
    expired: (until) => `Det gikk ut ${day(until, format)}: bare en leder kan godta det.`,
    elsewhere: (till) =>
      `Det er solgt i en annen kasse, ${till}, og bare den vet hva som er igjen: løs det inn der, eller la en leder godta det for et beløp.`,
  };
}

export const giftCardErrors: Readonly<Record<GiftCardError, (detail: Detail, format: Format) => string>> = {
  'LINE-IS-GIFT-CARD': () =>
    'Et gavekort selges ett om gangen for det som står på det: det får ingen rabatt, ingen annen pris og ikke noe annet antall.',
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
          (hi) => `Kassen selger gavekort på ${lo} til ${hi}: velg et beløp mellom dem.`,
          '',
        ),
      'Kassen selger ikke gavekort på det beløpet: velg et annet.',
    ),
  'GIFT-CARD-SCANNED': () => 'Dette er et gavekort: trykk Gavekort for å se på det eller få betalt med det.',
  'GIFT-CARD-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `Ingen gavekort fra denne kassen har koden ${code}`, 'Ingen gavekort fra denne kassen har den koden')}: se på tallene, eller skann det.`,
  'GIFT-CARD-ELSEWHERE': (d, f) =>
    d['back'] === 1
      ? 'Gavekortet som betalte dette, er solgt i en annen kasse, så det kan ikke settes noe tilbake på det her: gi kunden kontanter i stedet.'
      : `${fit(d, 'code', (code) => `Gavekortet ${code} er solgt i en annen kasse`, 'Gavekortet er solgt i en annen kasse')}: bare den vet hva som er igjen på det: løs det inn der, eller la en leder godta det for et beløp.${fitMoney(d, 'spent', f, (sum) => ` ${sum} av det er alt godtatt her.`, '')}`,
  'GIFT-CARD-EXPIRED': (d, f) =>
    `${fit(d, 'expires', (until) => `Gavekortet gjaldt til ${day(until, f)}`, 'Gavekortet er utløpt')}: ta imot annen betaling, eller la en leder godta det.`,
  'GIFT-CARD-EMPTY': () => 'Det er ingenting igjen på dette gavekortet: ta imot annen betaling.',
  'GIFT-CARD-TOO-LITTLE': (d, f) =>
    `${fitMoney(d, 'balance', f, (sum) => `Det kan ikke tas mer enn ${sum} av dette gavekortet`, 'Det kan ikke tas så mye av dette gavekortet')}: ta mindre, og resten på en annen måte.`,
  'GIFT-CARD-BUYS-GIFT-CARD': () =>
    'Et gavekort kjøpes ikke med et gavekort: ta imot kort eller kontanter, eller selg det for seg selv.',
  'GIFT-CARD-EXCHANGE': () =>
    'Et gavekort verken byttes eller kjøpes med varer som kommer tilbake: refunder det fra kvitteringen, eller selg det for seg selv.',
};
