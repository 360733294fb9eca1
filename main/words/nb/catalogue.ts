import type { Column, RowProblem } from '../../catalogue/row.ts';
import type { Format } from '../format.ts';

const columnNames: Readonly<Record<Column, string>> = {
  id: 'Varenummeret',
  name: 'Navnet',
  price: 'Prisen',
  vat: 'Mva-satsen',
  group: 'Varegruppen',
  barcode: 'Strekkoden',
  age: 'Aldersgrensen',
  deposit: 'Panten',
};

/** Why a row of the file is not an article, and what would make it one. The line number stands beside it. */
export function catalogueRow(problem: RowProblem, format: Format): string {
  switch (problem.kind) {
    case 'columns':
      return `Raden har ${format.counted(problem.found, 'felt', 'felter')}, men første linje nevner ${problem.expected}: se etter et skilletegn for mye eller for lite.`;
    case 'quote-not-closed':
      return `Et anførselstegn åpnes her og lukkes ikke, så alt til og med linje ${problem.lastLine} leses som én rad: lukk det eller fjern det.`;
    case 'missing':
      return `${columnNames[problem.column]} mangler: fyll inn.`;
    case 'too-long':
      return `${columnNames[problem.column]} er lengre enn ${format.counted(problem.limit, 'tegn', 'tegn')}: kort ned.`;
    case 'control-characters':
      return `${columnNames[problem.column]} inneholder tegn som ikke kan skrives ut: skriv på nytt.`;
    case 'price-unreadable':
      return `Prisen «${problem.text}» kan ikke leses: skriv den i kroner med høyst to desimaler, som 24,90.`;
    case 'price-out-of-range':
      return `Prisen «${problem.text}» er utenfor det tillatte: den må være fra 0 til 1 000 000 kroner.`;
    case 'vat-unreadable':
      return `Mva-satsen «${problem.text}» kan ikke leses: skriv den i prosent, som 25.`;
    case 'vat-unknown':
      return `Mva-satsen «${problem.text}» finnes ikke i Norge: bruk 25, 15, 12, 11,11 eller 0.`;
    case 'age-unreadable':
      return `Aldersgrensen «${problem.text}» kan ikke leses: skriv den i hele år, som 18.`;
    case 'deposit-unreadable':
      return `Panten «${problem.text}» kan ikke leses: skriv den i kroner, som 2,00, høyst 1 000.`;
    case 'barcode-check-digit':
      return `Strekkoden ${problem.barcode} har feil kontrollsiffer: sammenlign med varen.`;
    case 'barcode-shortened':
      return `Strekkoden «${problem.barcode}» er kortet ned av et regneark: formater kolonnen som tekst og skriv inn alle sifrene.`;
    case 'id-twice':
      return `Varenummeret ${problem.id} står allerede på linje ${problem.firstLine}: gi hver vare sitt eget nummer.`;
    case 'barcode-twice':
      return `Strekkoden ${problem.barcode} står allerede på linje ${problem.firstLine}: gi hver vare sin egen strekkode.`;
    case 'barcode-taken':
      return `Strekkoden ${problem.barcode} tilhører vare ${problem.articleId}, som kassen har fra før: rett den her, eller endre den varen i samme fil.`;
  }
}
