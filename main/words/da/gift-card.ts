import { day, fit, fitMoney } from '../detail.ts';
import type { Format } from '../format.ts';
import type { GiftCardError, GiftCardWords } from '../gift-card-words.ts';
import type { Detail } from '../words.ts';

/** Det kassen siger om gavekort, på dansk. */
export function giftCardWords(format: Format): GiftCardWords {
  return {
    name: 'Gavekort',
    good: (until) => `Det gælder til og med ${day(until, format)}.`,
    empty: (until) => `Intet er tilbage. Det gjaldt til ${day(until, format)}.`,
    expired: (until) => `Det udløb ${day(until, format)}: kun en leder kan godkende det.`,
    elsewhere: (till) =>
      `Det er solgt i en anden kasse, ${till}, og kun den ved, hvad der er tilbage: indløs det der, eller lad en leder godkende det for et beløb.`,
  };
}

export const giftCardErrors: Readonly<Record<GiftCardError, (detail: Detail, format: Format) => string>> = {
  'LINE-IS-GIFT-CARD': () =>
    'Et gavekort sælges ét ad gangen for det, der står på det: det får ingen rabat, ingen anden pris og intet andet antal.',
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
          (hi) => `Kassen sælger gavekort på ${lo} til ${hi}: vælg et beløb imellem dem.`,
          '',
        ),
      'Kassen sælger ikke gavekort på det beløb: vælg et andet.',
    ),
  'GIFT-CARD-SCANNED': () =>
    'Dette er et gavekort: tryk Gavekort for at se på det eller få betaling med det.',
  'GIFT-CARD-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `Intet gavekort fra denne kasse har koden ${code}`, 'Intet gavekort fra denne kasse har den kode')}: se på tallene, eller scan det.`,
  'GIFT-CARD-ELSEWHERE': (d, f) =>
    d['back'] === 1
      ? 'Gavekortet, der betalte dette, er solgt i en anden kasse, så der kan ikke sættes noget tilbage på det her: giv kunden kontanter i stedet.'
      : `${fit(d, 'code', (code) => `Gavekortet ${code} er solgt i en anden kasse`, 'Gavekortet er solgt i en anden kasse')}: kun den ved, hvad der er tilbage på det: indløs det der, eller lad en leder godkende det for et beløb.${fitMoney(d, 'spent', f, (sum) => ` ${sum} af det er allerede godkendt her.`, '')}`,
  'GIFT-CARD-EXPIRED': (d, f) =>
    `${fit(d, 'expires', (until) => `Gavekortet gjaldt til ${day(until, f)}`, 'Gavekortet er udløbet')}: tag imod anden betaling, eller lad en leder godkende det.`,
  'GIFT-CARD-EMPTY': () => 'Der er intet tilbage på dette gavekort: tag imod anden betaling.',
  'GIFT-CARD-TOO-LITTLE': (d, f) =>
    `${fitMoney(d, 'balance', f, (sum) => `Der kan ikke tages mere end ${sum} af dette gavekort`, 'Så meget kan ikke tages af dette gavekort')}: tag mindre, og resten på en anden måde.`,
  'GIFT-CARD-BUYS-GIFT-CARD': () =>
    'Et gavekort købes ikke med et gavekort: tag imod kort eller kontanter, eller sælg det for sig selv.',
  'GIFT-CARD-EXCHANGE': () =>
    'Et gavekort hverken byttes eller købes med varer, der kommer tilbage: tilbagebetal det fra bonen, eller sælg det for sig selv.',
};
