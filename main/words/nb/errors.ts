import type { ErrorCode } from '../../../preload/contract/errors.ts';
import type { FileReason } from '../../catalogue/file-problem.ts';
import { fit, fitMoney, pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { Detail } from '../words.ts';
import { giftCardErrors } from './gift-card.ts';
import { offline } from './offline.ts';
import { managerNeeded } from './operator.ts';

type Sentence = (detail: Detail, format: Format) => string;

const importFile: Readonly<Record<FileReason, (detail: Detail) => string>> = {
  unreadable: (d) =>
    `Kassen får ikke lest den${fit(d, 'detail', (why) => ` (${why})`)}: sjekk at den finnes og ikke er åpen i et annet program.`,
  empty: () => 'Den er tom: eksporter varene på nytt, med en første linje som navngir kolonnene.',
  'too-large': () => 'Den er større enn 64 MB: del den opp og importer delene.',
  'too-many-rows': () => 'Den har mer enn 100 000 rader: del den opp og importer delene.',
  binary: () => 'Den er ikke en tekstfil: lagre den som CSV i regnearket og prøv igjen.',
  'no-header': () => 'Første linje må navngi kolonnene: id;name;price;vat;group;barcode.',
};

const trainingNotNow = {
  'sale-open': 'Et salg er åpent: gjør det ferdig, parker det eller tøm det først.',
  'money-under-way': 'En betaling eller refusjon er underveis: vent til den er ferdig.',
  undecided:
    'En betaling eller refusjon er fortsatt uavklart: få den avklart først, for kassen spør ikke Dintero om noe mens den er i trening.',
  alarm: 'Et varsel venter: ta hånd om det først.',
  watched:
    'En betaling som ikke gikk gjennom den siste timen, kan fortsatt vise seg å være betalt: kassen følger med på den i en time før den kan brukes til trening.',
};

/** One sentence or two for each error code, in bokmål. */
export const errors: Readonly<Record<ErrorCode, Sentence>> = {
  'ARTICLE-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `Ingen vare har koden ${code}`, 'Ingen vare har denne koden')}: søk etter navnet, eller slå den inn som fritt beløp.`,
  'ENTRY-UNREADABLE': (d) =>
    `Kassen forstår ikke ${fit(d, 'text', (text) => `«${text}»`, 'det som ble skrevet')}: skann igjen, eller skriv en kode, eller antall*kode som 3*1001.`,
  'QUANTITY-WRONG': () =>
    'Antallet må være mer enn 0 og høyst 9 999, med inntil tre desimaler: rett det, eller fjern linjen.',
  'AMOUNT-WRONG': () => 'Beløpet må være mer enn 0 og ha høyst to desimaler: rett det.',
  'REASON-MISSING': () => 'Å ta noe bort fra et salg krever en årsak: skriv noen ord og bekreft igjen.',
  'LINE-UNKNOWN': () => 'Den linjen er ikke lenger i salget: se på salget og velg på nytt.',
  'SALE-PART-PAID': () =>
    'En del av salget er betalt: ta imot resten, eller gi delen tilbake før noe endres.',
  'PART-WRONG': () => 'En del er mindre enn det som gjenstår, og i hele kroner når den betales kontant.',
  'LINE-IS-DEPOSIT': () => 'Panten hører til linjen over: endre den i stedet.',
  ...giftCardErrors,
  'AGE-UNCHECKED': (d) =>
    `${fit(d, 'years', (years) => `Kjøperen må være ${years} år`, 'Det er aldersgrense på dette salget')}: se legitimasjon og trykk Gammel nok først.`,
  'SALE-EMPTY': () => 'Det er ingenting i salget ennå: skann eller velg en vare først.',
  'SALE-LOCKED': () =>
    'En betaling av dette salget pågår eller er uavklart, så salget kan ikke endres: gjør betalingen ferdig først.',
  'SALE-UNKNOWN': (d) =>
    `${fit(d, 'saleId', (id) => `Salg ${id}`, 'Det salget')} er ikke lenger blant de parkerte: åpne listen på nytt.`,
  'SALE-TOO-LARGE': (d, f) =>
    `Ett salg kan ikke ta mer enn ${fit(
      d,
      'lines',
      (n) => `${n} linjer`,
      fitMoney(d, 'amount', f, (sum) => sum, 'dette'),
    )}: ta betalt for det, og legg resten i et nytt salg.`,
  'DISCOUNT-TOO-LARGE': () => 'Rabatten er større enn det varene koster: gi en mindre.',
  'TOTAL-CHANGED': (d, f) =>
    `Salget ble endret mens du tok betalt${fitMoney(d, 'total', f, (sum) => `, og summen er nå ${sum}`, '')}: se over og trykk betal igjen.`,
  'CASH-TOO-LITTLE': (d, f) =>
    `Mottatt kontant er mindre enn ${fitMoney(d, 'due', f, (sum) => `de ${sum} som skal betales`, 'det som skal betales')}: skriv inn det kunden ga.`,
  'NO-PAYMENT': () => 'Ingen betaling pågår: gå tilbake til salget.',
  'PART-GOING-BACK': () =>
    'En del av dette salget er på vei tilbake til kortet: vent til Dintero sier at pengene er der, eller parker salget.',
  'PAYMENT-UNDER-WAY': () =>
    'En betaling pågår allerede: vent til den er ferdig, eller trykk Avbryt betaling.',
  'PAYMENT-UNDECIDED': () =>
    'En tidligere kortbetaling er fortsatt uavklart: vent på svar fra Dintero, eller sett det salget til side og ta kontant.',
  'SALE-HAS-CASE': () =>
    'Dintero har en kortbetaling for dette salget som kassen ikke kjenner: gjør opp det avviket under Innstillinger først, og betal så det som gjenstår.',
  'TERMINAL-TAKEN': (d) =>
    `Terminal${fit(d, 'terminal', (id) => ` ${id}`, 'en')} er opptatt med en annen betaling: vent til den er ferdig, eller ta kontant.`,
  OFFLINE: (d) => fit(d, 'reason', offline, offline('offline')),
  'NOT-ALLOWED-NOW': () => 'Det går ikke akkurat nå: gjør ferdig det som står på skjermen først.',
  'ARTICLE-WRONG': (d) => articleWrong(d),
  'IMPORT-FILE': (d) =>
    `${fit(d, 'file', (file) => `${file} ble ikke importert. `, 'Ingenting ble importert. ')}${importReason(d)}`,
  'IMPORT-ROW': (d) =>
    `${fit(d, 'line', (line) => `Linje ${line} i filen`, 'En linje i filen')} er ikke en brukbar vare: rett den og importer filen på nytt, eller importer bare de gode radene.`,
  'IMPORT-GONE': () => 'Denne importen venter ikke lenger: velg filen på nytt.',
  'RECEIPT-UNKNOWN': (d) =>
    `${fit(d, 'receipt', (n) => `Kvittering ${n} finnes ikke`, 'Den kvitteringen finnes ikke')} i denne kassen: sjekk nummeret og hvor salget ble gjort.`,
  'REFUND-NOTHING': () =>
    'Det er ingenting å refundere i det: si hvor mange av hver linje som kommer tilbake, eller et beløp.',
  'REFUND-TOO-MUCH': () =>
    'Det er mer enn det som er igjen å refundere av denne kvitteringen: se hva som alt er gått tilbake, og refunder mindre.',
  'REFUND-CHANGED': () =>
    'Noe av denne kvitteringen ble refundert i mellomtiden: se hva som er igjen, og bekreft på nytt.',
  'REFUND-NO-TRANSACTION': () =>
    'Kassen kjenner ikke kortbetalingens transaksjon, så den kan ikke gå tilbake til kortet: finn den hos Dintero og refunder der, eller refunder kontant.',
  'REFUND-UNKNOWN': () =>
    'Den refusjonen er avklart eller ikke denne kassens: åpne kvitteringen og se etter.',
  'REFUND-WAITS': () =>
    'Dintero sier noe annet om en refusjon av denne kvitteringen enn det en person avgjorde: ordne det først, i feltet øverst.',
  'RECEIPT-ELSEWHERE': () =>
    'Dintero viser ingen betaling i butikkens andre kasser under det: sjekk hva som står under kortbetalingen på kvitteringen.',
  'EXCHANGE-OTHER-RECEIPT': (d) =>
    `Dette salget tar alt noe tilbake${fit(d, 'receipt', (n) => ` av kvittering ${n}`)}: gjør det byttet ferdig først, eller parker det.`,
  'EXCHANGE-NOTHING-NEW': () =>
    'Det er ingenting nytt i salget: skann det kunden tar i stedet, eller refunder kvitteringen.',
  'EXCHANGE-SEVERAL-CARDS': () =>
    'Differansen ville gått tilbake til flere kort: gi den kontant, eller refunder kvitteringen og selg de nye varene for seg.',
  'MANAGER-NEEDED': managerNeeded,
  LOCKED: () => 'Kassen er låst: logg inn først.',
  'PIN-WRONG': (d) => {
    const wait = fit(d, 'seconds', (seconds) => (seconds === '0' ? '' : ` Neste forsøk om ${seconds} s.`));
    return `Det er ikke PIN-koden${fit(d, 'name', (name) => ` til ${name}`)}: prøv igjen.${wait}`;
  },
  'PIN-WAIT': (d) =>
    `For mange feil PIN-koder${fit(d, 'name', (name) => ` for ${name}`)}: vent ${fit(d, 'seconds', (seconds) => `${seconds} s`, 'litt')}, eller la en annen logge inn.`,
  'NOT-A-MANAGER': (d) =>
    `${fit(d, 'name', (name) => name, 'Den operatøren')} er ikke leder: spør en som er det.`,
  'APPROVAL-GONE': () => 'Det er for lenge siden det ble spurt: lukk dette og trykk på nytt.',
  'OPERATOR-UNKNOWN': () => 'Kassen har ingen operatør med det navnet: se på listen og velg på nytt.',
  'OPERATOR-EXISTS': () =>
    'En annen operatør har det navnet: velg et navn som skiller dem, for journalen kjenner folk på det.',
  'OPERATOR-LAST-MANAGER': () =>
    'En butikk med operatører trenger en leder blant dem: legg til en, eller gjør en av de andre til leder, først.',
  'SECRET-REFUSED': () =>
    'Dintero gir ingen adgang for den hemmeligheten, så den gamle står: kopier den på nytt fra Dintero Backoffice.',
  'SECRET-UNTESTED': (d) =>
    `Hemmeligheten kunne ikke prøves, så den gamle står. ${fit(d, 'reason', offline, offline('offline'))}`,
  'SECRET-IN-FILE': (d) =>
    `Denne maskinen har ikke noe nøkkellager: endre hemmeligheten i ${fit(d, 'file', (file) => file, 'oppsettfilen')} og start kassen på nytt.`,
  'SETTINGS-NOT-KEPT': (d) =>
    `Innstillingene kunne ikke lagres${fit(d, 'reason', (why) => ` (${why})`)}, så ingenting er endret: sjekk disken og prøv igjen.`,
  'PRINT-FAILED': (d) =>
    `Kvitteringen ble ikke lagret${fit(d, 'reason', (why) => ` (${why})`)}, men salget er trygt: velg en annen mappe og prøv igjen.`,
  'PRINT-WAITING': (d) =>
    `${fit(d, 'receipt', (n) => `Kvittering ${n}`, 'Kvitteringen')} er på vei til skriveren eller kan alt være på papir: avklar det først, der kassen sier det.`,
  'PRINT-SETTLED': () => 'Den utskriften er alt avklart: ingenting mer ble skrevet ut.',
  'COPY-MADE': (d) =>
    `${fit(d, 'receipt', (n) => `Kvittering ${n}`, 'Kvitteringen')} er utstedt og kopiert én gang, og loven tillater én kopi: vis den på skjermen, eller vis til nummeret.`,
  'RECEIPT-TOO-LONG': () =>
    'Kvitteringen er for lang for en QR-kode som en telefon kan lese: skriv den ut, eller lagre den som PDF.',
  'PRINTER-NONE': () =>
    'Ingen skriver er valgt, så ingenting ble skrevet ut: velg en i Innstillinger, eller lagre kvitteringen som PDF.',
  'LOGO-FILE': () =>
    'Den filen er ikke et bilde kassen kan bruke: velg en PNG- eller JPEG-fil på høyst 2 MB.',
  'MAIL-NONE': () =>
    'Butikken har ingen e-posttjener for kvitteringer, så ingenting ble sendt: sett opp en i Innstillinger.',
  'MAIL-FAILED': (d) =>
    `Kvitteringen ble ikke sendt på e-post${fit(d, 'reason', (why) => ` (${why})`)}, og forsøket teller ikke: sjekk adressen, eller skriv den ut.`,
  'MAIL-PASSWORD': (d) =>
    `Passordet kunne ikke tas vare på${fit(d, 'reason', (why) => ` (${why})`)}: se til maskinens nøkkellager, eller bruk en e-posttjener som ikke ber om noe.`,
  'DAY-UNSETTLED': () =>
    'Dagen kan ikke avsluttes mens noe er åpent eller ikke avgjort: gjør ferdig det som listen under Dagsoppgjør nevner, og prøv igjen.',
  'COUNT-MISSING': () =>
    'Kassen er ikke talt opp siden det sist gikk kontanter inn eller ut: tell den, og lag Z-rapporten etterpå.',
  'COUNT-INCOMPLETE': (d) =>
    `Opptellingen er ikke ferdig${fit(d, 'text', (which) => ` (tomt felt: ${which})`)}: skriv 0 der det ikke er noe, for et tomt felt teller ikke som 0.`,
  'COUNT-UNEXPLAINED': () =>
    'Det som er talt, er ikke det som er forventet: tell igjen, eller skriv hvorfor, så står årsaken i Z-rapporten.',
  'FLOAT-REGISTERED': () =>
    'Dagens vekselkasse er alt registrert: skriv hvorfor den endres, og registrer den igjen.',
  'REPORT-UNKNOWN': () => 'Denne rapporten finnes ikke på kassen: åpne listen på nytt.',
  'REPORT-NOT-PRINTED': (d) =>
    `Rapporten ble ikke skrevet ut${fit(d, 'reason', (why) => ` (${why})`)}, men den ligger i journalen: sjekk skriver og papir, og skriv den ut igjen.`,
  'EXPORT-EMPTY': () => 'Ingenting ble ført i den perioden, så ingenting ble eksportert: velg andre dager.',
  'EXPORT-EXISTS': (d) =>
    `Det ligger alt en fil med samme navn der${fit(d, 'reason', (name) => ` (${name})`)}, og den er ikke rørt: velg en annen mappe.`,
  'EXPORT-NO-ACCOUNT': (d) =>
    `Det er ikke satt noen konto for ${fit(d, 'reason', (rate) => `mva-satsen ${rate}`, 'en mva-sats')}, så det ble ikke laget noe bilag: spør regnskapsføreren hvilken det er, og eksporter med --accounts (docs/export.md).`,
  'EXPORT-FULL': () =>
    'Disken ble full, og ingenting halvt ligger igjen: rydd plass eller velg en annen mappe, og eksporter på nytt.',
  'EXPORT-NOT-WRITABLE': (d) =>
    `Det går ikke å skrive i den mappen${fit(d, 'reason', (why) => ` (${why})`)}: sjekk at den finnes og at denne brukeren kan skrive der, eller velg en annen.`,
  'COPY-PLACE': (d) =>
    `${fit(d, 'path', (folder) => folder, 'Den mappen')} kan ikke ha sikkerhetskopien: velg en mappe utenfor kassens egen som denne brukeren kan skrive i, helst på en annen disk.`,
  'TILL-MOVED': () =>
    'Kassen er satt opp på en annen maskin og selger der, så ingenting nytt begynnes her: lukk denne.',
  'JOURNAL-NOT-WRITABLE': () =>
    'Det går ikke å skrive i journalen, så ingenting ble gjort: sjekk at disken er på plass og at denne brukeren kan skrive, og prøv igjen.',
  'JOURNAL-FULL': () =>
    'Disken er full, så ingenting ble gjort: frigjør plass på den og prøv igjen; ingen salg har gått tapt.',
  'JOURNAL-BROKEN': () =>
    'Journalen stemmer ikke, så ingenting ble gjort: slutt å selge i denne kassen og følg håndbokens side om gjenoppretting.',
  'JOURNAL-NEWER': () =>
    'Journalen er skrevet av en nyere versjon av Kvitt, så ingenting ble gjort: installer den versjonen eller en senere.',
  'TRAINING-NOT-NOW': (d) => pick(trainingNotNow, String(d['why']), trainingNotNow['sale-open']),
  'UPDATE-NOT-NOW': () =>
    'Oppdateringen ble ikke installert: gjør ferdig salget og betalingen først; er dagen åpen, må en leder si det.',
  'UPDATE-FAILED': () =>
    'Oppdateringen ble ikke installert, og denne versjonen går videre: se etter den på nytt, og se i loggen hvis det ikke hjelper.',
  'PROVISION-FILE': (d) =>
    `Klargjøringsfilen ${fit(d, 'file', (file) => `${file} `)}ble ikke brukt. Sjekk at den finnes, kan leses og hører til denne kassen.`,
  'PROVISION-FIELD': (d) =>
    `${fit(d, 'path', (path) => `Feltet ${path}`, 'Et felt')} i klargjøringsfilen er feil: rett det slik docs/provisioning.md viser, og start på nytt.`,
  'CREDENTIALS-MISSING': (d) =>
    `Kassen har ingen klienthemmelighet for Dintero${fit(d, 'file', (file) => ` (lette i ${file})`)}: klargjør den på nytt med --provision=FILE; kontantsalg går som vanlig.`,
  'MESSAGE-WRONG': () => 'Kassen forsto ikke det vinduet ba om, og gjorde ingenting: prøv igjen.',
  INTERNAL: (d) =>
    `Noe gikk galt inne i kassen${fit(d, 'reference', (ref) => ` (referanse ${ref} i loggen)`)}: se på salget før du går videre; det som står i journalen er trygt.`,
};

function importReason(detail: Detail): string {
  const reason = detail['reason'];
  return typeof reason === 'string' && isFileReason(reason)
    ? importFile[reason](detail)
    : 'Velg en CSV-fil med kolonnene id;name;price;vat;group;barcode.';
}

function isFileReason(reason: string): reason is FileReason {
  return Object.hasOwn(importFile, reason);
}

function articleWrong(d: Detail): string {
  switch (d['what']) {
    case 'vat':
      return 'Norge har ingen slik mva-sats: velg en av dem som står her.';
    case 'barcode-taken':
      return `Strekkoden tilhører vare ${fit(d, 'articleId', (id) => id, 'en annen')}: rett den, eller ta den av den andre først.`;
    default:
      return 'Siste siffer i strekkoden passer ikke med de andre: skriv eller skann den på nytt.';
  }
}
