import { fit, fitMoney, pick } from '../detail.ts';
import type { CashiersCode } from '../cashier-errors.ts';
import type { Format } from '../format.ts';
import type { Detail } from '../words.ts';
import { giftCardErrors } from './gift-card.ts';
import { offline } from './offline.ts';
import { managerNeeded } from './operator.ts';

type Sentence = (detail: Detail, format: Format) => string;

const trainingNotNow = {
  'sale-open': 'Der ligger et salg på disken: gør det færdigt, parkér det, eller ryd det først.',
  'money-under-way': 'En betaling eller refundering er på vej: vent, til den er færdig.',
  undecided:
    'En betaling eller refundering er stadig uafklaret: få den afklaret først, for kassen spørger ikke Dintero om noget, mens den øver.',
  alarm: 'En alarm venter: tag dig af den først.',
  watched:
    'En betaling, der ikke gik igennem inden for den seneste time, kan stadig vise sig at være betalt: kassen følger den i en time, før den kan bruges til øvelse.',
};

/** The cashier's errors in Danish. */
export const errors: Readonly<Record<CashiersCode, Sentence>> = {
  'ARTICLE-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `Ingen vare har koden ${code}`, 'Ingen vare har den kode')}: søg på navnet, eller slå den ind som frit beløb.`,
  'ENTRY-UNREADABLE': (d) =>
    `Kassen forstår ikke ${fit(d, 'text', (text) => `»${text}«`, 'det, der blev skrevet')}: scan igen, eller skriv en kode, eller antal*kode som 3*1001.`,
  'QUANTITY-WRONG': () =>
    'Antallet skal være mere end 0 og højst 9.999, med højst tre decimaler: ret det, eller fjern linjen.',
  'AMOUNT-WRONG': () => 'Beløbet skal være mere end 0 og have højst to decimaler: ret det.',
  'REASON-MISSING': () => 'At tage noget af et salg kræver en årsag: skriv nogle ord, og bekræft igen.',
  'LINE-UNKNOWN': () => 'Den linje er ikke længere i salget: se på salget, og vælg igen.',
  'SALE-PART-PAID': () =>
    'En del af salget er betalt: tag imod resten, eller giv delen tilbage, før noget ændres.',
  'PART-WRONG': () => 'En del er mindre end det, der mangler, og i hele kroner, når den betales kontant.',
  'LINE-IS-DEPOSIT': () => 'Panten hører til linjen ovenfor: ændr den i stedet.',
  ...giftCardErrors,
  'AGE-UNCHECKED': (d) =>
    `${fit(d, 'years', (years) => `Køberen skal være ${years} år`, 'Der er en aldersgrænse på salget')}: se legitimation, og tryk Gammel nok først.`,
  'SALE-EMPTY': () => 'Der er ikke noget i salget endnu: scan eller vælg en vare først.',
  'SALE-LOCKED': () =>
    'En betaling af salget er i gang eller uafklaret, så salget kan ikke ændres: gør betalingen færdig først.',
  'SALE-UNKNOWN': (d) =>
    `${fit(d, 'saleId', (id) => `Salg ${id}`, 'Det salg')} er ikke længere blandt de parkerede: åbn listen igen.`,
  'SALE-TOO-LARGE': (d, f) =>
    `Et salg kan ikke tage mere end ${fit(
      d,
      'lines',
      (n) => `${n} linjer`,
      fitMoney(d, 'amount', f, (sum) => sum, 'så meget'),
    )}: tag betaling for det, og læg resten i et nyt salg.`,
  'DISCOUNT-TOO-LARGE': () => 'Rabatten er større end det, varerne koster: giv en mindre.',
  'TOTAL-CHANGED': (d, f) =>
    `Salget blev ændret, mens du tog betaling${fitMoney(d, 'total', f, (sum) => `, og det er nu ${sum} i alt`, '')}: se på det, og tryk betal igen.`,
  'CASH-TOO-LITTLE': (d, f) =>
    `Modtaget kontant er mindre end ${fitMoney(d, 'due', f, (sum) => `de ${sum}, der skal betales`, 'det, der skal betales')}: skriv det ind, kunden gav.`,
  'NO-PAYMENT': () => 'Ingen betaling er i gang: gå tilbage til salget.',
  'PART-GOING-BACK': () =>
    'En del af salget er på vej tilbage til kortet: vent, til Dintero siger, at pengene er der, eller parkér salget.',
  'PAYMENT-UNDER-WAY': () =>
    'En betaling er allerede i gang: vent, til den er færdig, eller tryk Afbryd betaling.',
  'PAYMENT-UNDECIDED': () =>
    'En tidligere kortbetaling er stadig uafklaret: vent på svar fra Dintero, eller læg det salg til side, og tag kontanter.',
  'SALE-HAS-CASE': () =>
    'Dintero har en kortbetaling for salget, som kassen ikke kender: afklar den forskel under Indstillinger først, og betal så det, der mangler.',
  'TERMINAL-TAKEN': (d) =>
    `Terminal${fit(d, 'terminal', (id) => ` ${id}`, 'en')} er optaget af en anden betaling: vent, til den er færdig, eller tag kontanter.`,
  OFFLINE: (d) => fit(d, 'reason', offline, offline('offline')),
  'NOT-ALLOWED-NOW': () => 'Det kan ikke lade sig gøre lige nu: gør det på skærmen færdigt først.',
  'RECEIPT-UNKNOWN': (d) =>
    `${fit(d, 'receipt', (n) => `Bon ${n} findes ikke`, 'Den bon findes ikke')} i denne kasse: tjek nummeret, og hvor salget blev lavet.`,
  'REFUND-NOTHING': () =>
    'Der er ikke noget at tilbagebetale i det: sig, hvor mange af hver linje der kommer tilbage, eller et beløb.',
  'REFUND-TOO-MUCH': () =>
    'Det er mere, end der er tilbage at tilbagebetale af bonen: se, hvad der allerede er gået tilbage, og tilbagebetal mindre.',
  'REFUND-CHANGED': () =>
    'Noget af bonen blev tilbagebetalt imens: se, hvad der er tilbage, og bekræft igen.',
  'REFUND-NO-TRANSACTION': () =>
    'Kassen kender ikke kortbetalingens transaktion, så den kan ikke gå tilbage til kortet: find den hos Dintero, og tilbagebetal der, eller tilbagebetal kontant.',
  'REFUND-UNKNOWN': () => 'Den tilbagebetaling er afklaret eller ikke denne kasses: åbn bonen, og se efter.',
  'REFUND-WAITS': () =>
    'Dintero siger noget andet om en tilbagebetaling af bonen, end en person afgjorde: ordn det først, i feltet øverst.',
  'RECEIPT-ELSEWHERE': () =>
    'Dintero viser ingen betaling i butikkens andre kasser under det: tjek, hvad der står under kortbetalingen på bonen.',
  'EXCHANGE-NOTHING-NEW': () =>
    'Der er intet nyt i salget: scan det, kunden tager i stedet, eller tilbagebetal bonen.',
  'EXCHANGE-SEVERAL-CARDS': () =>
    'Forskellen ville gå tilbage til flere kort: giv den kontant, eller tilbagebetal bonen, og sælg de nye varer for sig.',
  'EXCHANGE-OTHER-RECEIPT': (d) =>
    `Salget tager allerede noget tilbage${fit(d, 'receipt', (n) => ` af bon ${n}`)}: gør den ombytning færdig først, eller parkér den.`,
  'MANAGER-NEEDED': managerNeeded,
  LOCKED: () => 'Kassen er låst: log ind først.',
  'PIN-WRONG': (d) => {
    const wait = fit(d, 'seconds', (seconds) => (seconds === '0' ? '' : ` Næste forsøg om ${seconds} s.`));
    return `Det er ikke pinkoden${fit(d, 'name', (name) => ` for ${name}`)}: prøv igen.${wait}`;
  },
  'PIN-WAIT': (d) =>
    `For mange forkerte pinkoder${fit(d, 'name', (name) => ` for ${name}`)}: vent ${fit(d, 'seconds', (seconds) => `${seconds} s`, 'lidt')}, eller lad en anden logge ind.`,
  'NOT-A-MANAGER': (d) =>
    `${fit(d, 'name', (name) => name, 'Den operatør')} er ikke leder: spørg en, der er det.`,
  'APPROVAL-GONE': () => 'Det er for længe siden, der blev spurgt: luk dette, og tryk igen.',
  'PRINT-FAILED': (d) =>
    `Bonen blev ikke gemt${fit(d, 'reason', (why) => ` (${why})`)}, men salget er sikkert: vælg en anden mappe, og prøv igen.`,
  'PRINT-WAITING': (d) =>
    `${fit(d, 'receipt', (n) => `Bon ${n}`, 'Bonen')} er på vej til printeren eller kan allerede være på papir: afklar det først, der hvor kassen siger det.`,
  'PRINT-SETTLED': () => 'Den udskrift er allerede afklaret: der blev ikke udskrevet mere.',
  'COPY-MADE': (d) =>
    `${fit(d, 'receipt', (n) => `Bon ${n}`, 'Bonen')} er udstedt og kopieret én gang, og loven tillader én kopi: vis den på skærmen, eller henvis til nummeret.`,
  'RECEIPT-TOO-LONG': () =>
    'Bonen er for lang til en QR-kode, som en telefon kan læse: udskriv den, eller gem den som PDF.',
  'MAIL-FAILED': (d) =>
    `Bonen blev ikke sendt på e-mail${fit(d, 'reason', (why) => ` (${why})`)}, og forsøget tæller ikke: tjek adressen, eller udskriv den.`,
  'PRINTER-NONE': () =>
    'Ingen printer er valgt, så intet blev udskrevet: vælg en i Indstillinger, eller gem bonen som PDF.',
  'DAY-UNSETTLED': () =>
    'Dagen kan ikke afsluttes, mens noget er åbent eller uafklaret: gør det færdigt, som listen under Dagsafslutning nævner, og prøv igen.',
  'COUNT-MISSING': () =>
    'Kassen er ikke talt op, siden kontanter sidst gik ind eller ud: tæl den, og lav Z-rapporten bagefter.',
  'COUNT-INCOMPLETE': (d) =>
    `Optællingen er ikke færdig${fit(d, 'text', (which) => ` (tomt felt: ${which})`)}: skriv 0, hvor der ikke er noget, for et tomt felt tæller ikke som 0.`,
  'COUNT-UNEXPLAINED': () =>
    'Det talte er ikke det ventede: tæl igen, eller skriv hvorfor, så står årsagen i Z-rapporten.',
  'FLOAT-REGISTERED': () =>
    'Dagens byttepengebeholdning er allerede registreret: skriv, hvorfor den ændres, og registrér den igen.',
  'TILL-MOVED': () =>
    'Kassen er sat op på en anden maskine og sælger der, så intet nyt begyndes her: luk denne.',
  'JOURNAL-NOT-WRITABLE': () =>
    'Der kan ikke skrives i journalen, så intet blev gjort: tjek, at disken er der, og at denne bruger må skrive, og prøv igen.',
  'JOURNAL-FULL': () =>
    'Disken er fuld, så intet blev gjort: frigør plads på den, og prøv igen; intet salg er gået tabt.',
  'JOURNAL-BROKEN': () =>
    'Journalen stemmer ikke, så intet blev gjort: hold op med at sælge i denne kasse, og følg håndbogens side om gendannelse.',
  'JOURNAL-NEWER': () =>
    'Journalen er skrevet af en nyere version af Kvitt, så intet blev gjort: installér den version eller en senere.',
  'TRAINING-NOT-NOW': (d) => pick(trainingNotNow, String(d['why']), trainingNotNow['sale-open']),
  'MESSAGE-WRONG': () => 'Kassen forstod ikke, hvad vinduet bad om, og gjorde intet: prøv igen.',
  INTERNAL: (d) =>
    `Noget gik galt inde i kassen${fit(d, 'reference', (ref) => ` (reference ${ref} i loggen)`)}: se på salget, før du går videre; det, der står i journalen, er sikkert.`,
};
