import { fit, fitMoney, pick } from '../detail.ts';
import type { CashiersCode } from '../cashier-errors.ts';
import type { Format } from '../format.ts';
import type { Detail } from '../words.ts';
import { giftCardErrors } from './gift-card.ts';
import { offline } from './offline.ts';
import { managerNeeded } from './operator.ts';

type Sentence = (detail: Detail, format: Format) => string;

const trainingNotNow = {
  'sale-open': 'Det ligger ett köp på disken: gör klart det, parkera det eller töm det först.',
  'money-under-way': 'En betalning eller återbetalning är på väg: vänta tills den är klar.',
  undecided:
    'En betalning eller återbetalning är ännu oklar: red ut den först, för kassan frågar inte Dintero om något medan den övar.',
  alarm: 'Ett larm väntar: ta hand om det först.',
  watched:
    'En betalning som inte gick igenom den senaste timmen kan ändå visa sig vara betald: kassan följer den i en timme innan den kan användas för övning.',
};

/** The cashier's errors in Swedish. */
export const errors: Readonly<Record<CashiersCode, Sentence>> = {
  'ARTICLE-UNKNOWN': (d) =>
    `${fit(d, 'code', (code) => `Ingen vara har koden ${code}`, 'Ingen vara har den koden')}: sök på namnet, eller slå in den som fritt belopp.`,
  'ENTRY-UNREADABLE': (d) =>
    `Kassan förstår inte ${fit(d, 'text', (text) => `”${text}”`, 'det som skrevs')}: skanna igen, eller skriv en kod, eller antal*kod som 3*1001.`,
  'QUANTITY-WRONG': () =>
    'Antalet ska vara mer än 0 och högst 9 999, med högst tre decimaler: rätta det, eller ta bort raden.',
  'AMOUNT-WRONG': () => 'Beloppet ska vara mer än 0 och ha högst två decimaler: rätta det.',
  'REASON-MISSING': () =>
    'Att ta bort något från ett köp kräver en orsak: skriv några ord och bekräfta igen.',
  'LINE-UNKNOWN': () => 'Den raden finns inte längre i köpet: titta på köpet och välj igen.',
  'SALE-PART-PAID': () =>
    'En del av köpet är betald: ta emot resten, eller ge tillbaka delen innan något ändras.',
  'PART-WRONG': () => 'En del är mindre än det som återstår, och i hela kronor när den betalas kontant.',
  'LINE-IS-DEPOSIT': () => 'Panten hör till raden ovanför: ändra den i stället.',
  ...giftCardErrors,
  'AGE-UNCHECKED': (d) =>
    `${fit(d, 'years', (years) => `Köparen måste vara ${years} år`, 'Det finns en åldersgräns på köpet')}: se legitimation och tryck Gammal nog först.`,
  'SALE-EMPTY': () => 'Det finns inget i köpet än: skanna eller välj en vara först.',
  'SALE-LOCKED': () =>
    'En betalning av köpet pågår eller är oklar, så köpet kan inte ändras: gör klart betalningen först.',
  'SALE-UNKNOWN': (d) =>
    `${fit(d, 'saleId', (id) => `Köp ${id}`, 'Det köpet')} finns inte längre bland de parkerade: öppna listan igen.`,
  'SALE-TOO-LARGE': (d, f) =>
    `Ett köp kan inte ta mer än ${fit(
      d,
      'lines',
      (n) => `${n} rader`,
      fitMoney(d, 'amount', f, (sum) => sum, 'så här mycket'),
    )}: ta betalt för det, och lägg resten i ett nytt köp.`,
  'DISCOUNT-TOO-LARGE': () => 'Rabatten är större än vad varorna kostar: ge en mindre.',
  'TOTAL-CHANGED': (d, f) =>
    `Köpet ändrades medan du tog betalt${fitMoney(d, 'total', f, (sum) => `, och summan är nu ${sum}`, '')}: titta på det och tryck betala igen.`,
  'CASH-TOO-LITTLE': (d, f) =>
    `Mottaget kontant är mindre än ${fitMoney(d, 'due', f, (sum) => `de ${sum} som ska betalas`, 'det som ska betalas')}: skriv in vad kunden gav.`,
  'NO-PAYMENT': () => 'Ingen betalning pågår: gå tillbaka till köpet.',
  'PART-GOING-BACK': () =>
    'En del av köpet är på väg tillbaka till kortet: vänta tills Dintero säger att pengarna är där, eller parkera köpet.',
  'PAYMENT-UNDER-WAY': () =>
    'En betalning pågår redan: vänta tills den är klar, eller tryck Avbryt betalning.',
  'PAYMENT-UNDECIDED': () =>
    'En tidigare kortbetalning är ännu oklar: vänta på svar från Dintero, eller lägg det köpet åt sidan och ta kontant.',
  'SALE-HAS-CASE': () =>
    'Dintero har en kortbetalning för köpet som kassan inte känner till: red ut den skillnaden under Inställningar först, och betala sedan det som återstår.',
  'TERMINAL-TAKEN': (d) =>
    `Terminal${fit(d, 'terminal', (id) => ` ${id}`, 'en')} är upptagen med en annan betalning: vänta tills den är klar, eller ta kontant.`,
  OFFLINE: (d) => fit(d, 'reason', offline, offline('offline')),
  'NOT-ALLOWED-NOW': () => 'Det går inte just nu: gör klart det som står på skärmen först.',
  'RECEIPT-UNKNOWN': (d) =>
    `${fit(d, 'receipt', (n) => `Kvitto ${n} finns inte`, 'Det kvittot finns inte')} i den här kassan: kontrollera numret och var köpet gjordes.`,
  'REFUND-NOTHING': () =>
    'Det finns inget att återbetala i det: säg hur många av varje rad som kommer tillbaka, eller ett belopp.',
  'REFUND-TOO-MUCH': () =>
    'Det är mer än vad som är kvar att återbetala av kvittot: se vad som redan har gått tillbaka, och återbetala mindre.',
  'REFUND-CHANGED': () =>
    'Något av kvittot återbetalades under tiden: se vad som är kvar, och bekräfta igen.',
  'REFUND-NO-TRANSACTION': () =>
    'Kassan känner inte till kortbetalningens transaktion, så den kan inte gå tillbaka till kortet: hitta den hos Dintero och återbetala där, eller återbetala kontant.',
  'REFUND-UNKNOWN': () =>
    'Den återbetalningen är avklarad eller inte den här kassans: öppna kvittot och se efter.',
  'REFUND-WAITS': () =>
    'Dintero säger något annat om en återbetalning av kvittot än vad en person avgjorde: red ut det först, i fältet överst.',
  'RECEIPT-ELSEWHERE': () =>
    'Dintero visar ingen betalning i butikens andra kassor under det: kontrollera vad som står under kortbetalningen på kvittot.',
  'EXCHANGE-NOTHING-NEW': () =>
    'Det finns inget nytt i köpet: skanna det kunden tar i stället, eller återbetala kvittot.',
  'EXCHANGE-SEVERAL-CARDS': () =>
    'Skillnaden skulle gå tillbaka till flera kort: ge den kontant, eller återbetala kvittot och sälj de nya varorna för sig.',
  'EXCHANGE-OTHER-RECEIPT': (d) =>
    `Köpet tar redan något tillbaka${fit(d, 'receipt', (n) => ` av kvitto ${n}`)}: gör klart det bytet först, eller parkera det.`,
  'MANAGER-NEEDED': managerNeeded,
  LOCKED: () => 'Kassan är låst: logga in först.',
  'PIN-WRONG': (d) => {
    const wait = fit(d, 'seconds', (seconds) => (seconds === '0' ? '' : ` Nästa försök om ${seconds} s.`));
    return `Det är inte PIN-koden${fit(d, 'name', (name) => ` för ${name}`)}: försök igen.${wait}`;
  },
  'PIN-WAIT': (d) =>
    `För många fel PIN-koder${fit(d, 'name', (name) => ` för ${name}`)}: vänta ${fit(d, 'seconds', (seconds) => `${seconds} s`, 'lite')}, eller låt någon annan logga in.`,
  'NOT-A-MANAGER': (d) =>
    `${fit(d, 'name', (name) => name, 'Den operatören')} är inte chef: fråga någon som är det.`,
  'APPROVAL-GONE': () => 'Det var för länge sedan frågan ställdes: stäng det här och tryck igen.',
  'PRINT-FAILED': (d) =>
    `Kvittot sparades inte${fit(d, 'reason', (why) => ` (${why})`)}, men köpet är säkert: välj en annan mapp och försök igen.`,
  'PRINT-WAITING': (d) =>
    `${fit(d, 'receipt', (n) => `Kvitto ${n}`, 'Kvittot')} är på väg till skrivaren eller kan redan vara på papper: red ut det först, där kassan säger det.`,
  'PRINT-SETTLED': () => 'Den utskriften är redan utredd: inget mer skrevs ut.',
  'COPY-MADE': (d) =>
    `${fit(d, 'receipt', (n) => `Kvitto ${n}`, 'Kvittot')} är utfärdat och kopierat en gång, och lagen tillåter en kopia: visa det på skärmen, eller hänvisa till numret.`,
  'RECEIPT-TOO-LONG': () =>
    'Kvittot är för långt för en QR-kod som en telefon kan läsa: skriv ut det, eller spara det som PDF.',
  'MAIL-FAILED': (d) =>
    `Kvittot skickades inte med e-post${fit(d, 'reason', (why) => ` (${why})`)}, och försöket räknas inte: kontrollera adressen, eller skriv ut det.`,
  'PRINTER-NONE': () =>
    'Ingen skrivare är vald, så inget skrevs ut: välj en i Inställningar, eller spara kvittot som PDF.',
  'DAY-UNSETTLED': () =>
    'Dagen kan inte avslutas medan något är öppet eller oklart: gör klart det som listan under Dagsavslut nämner, och försök igen.',
  'COUNT-MISSING': () =>
    'Kassan är inte räknad sedan kontanter senast gick in eller ut: räkna den, och gör Z-rapporten sedan.',
  'COUNT-INCOMPLETE': (d) =>
    `Räkningen är inte klar${fit(d, 'text', (which) => ` (tomt fält: ${which})`)}: skriv 0 där det inte finns något, för ett tomt fält räknas inte som 0.`,
  'COUNT-UNEXPLAINED': () =>
    'Det räknade är inte det väntade: räkna igen, eller skriv varför, så står orsaken i Z-rapporten.',
  'FLOAT-REGISTERED': () =>
    'Dagens växelkassa är redan registrerad: skriv varför den ändras, och registrera den igen.',
  'TILL-MOVED': () =>
    'Kassan är uppsatt på en annan maskin och säljer där, så inget nytt påbörjas här: stäng den här.',
  'JOURNAL-NOT-WRITABLE': () =>
    'Det går inte att skriva i journalen, så inget gjordes: kontrollera att disken finns och att den här användaren får skriva, och försök igen.',
  'JOURNAL-FULL': () =>
    'Disken är full, så inget gjordes: frigör plats på den och försök igen; inget köp har gått förlorat.',
  'JOURNAL-BROKEN': () =>
    'Journalen stämmer inte, så inget gjordes: sluta sälja i den här kassan och följ handbokens sida om återställning.',
  'JOURNAL-NEWER': () =>
    'Journalen är skriven av en nyare version av Kvitt, så inget gjordes: installera den versionen eller en senare.',
  'TRAINING-NOT-NOW': (d) => pick(trainingNotNow, String(d['why']), trainingNotNow['sale-open']),
  'MESSAGE-WRONG': () => 'Kassan förstod inte vad fönstret bad om, och gjorde inget: försök igen.',
  INTERNAL: (d) =>
    `Något gick fel inne i kassan${fit(d, 'reference', (ref) => ` (referens ${ref} i loggen)`)}: titta på köpet innan du går vidare; det som står i journalen är säkert.`,
};
