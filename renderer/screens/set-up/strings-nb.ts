import type { SetUpStrings } from './strings-en.ts';

/** Bokmål. */
export const nb: SetUpStrings = {
  title: 'Sett opp kassen',
  pages: {
    seller: 'Butikken din',
    account: 'Dintero-konto',
    profile: 'Betalingsprofil',
    store: 'Butikk',
    terminal: 'Terminal',
    printer: 'Kvitteringsskriver',
    operators: 'Operatører',
    ready: 'Klar',
  },
  progress: 'Trinn',
  back: 'Tilbake',
  next: 'Neste',
  checkAgain: 'Kontroller igjen',
  goOn: 'Gå videre likevel',
  checking: 'Spør Dintero …',
  outcomes: { ok: 'I orden', wrong: 'Feil', unchecked: 'Ikke kontrollert' },
  later: 'Det som ikke kunne kontrolleres nå, kan fylles ut likevel og kontrolleres en gang til på slutten.',
  known: 'Hos Dintero',
  seller: {
    intro: 'Dette står på hver kvittering.',
    name: 'Butikkens navn',
    organisationNumber: 'Organisasjonsnummer',
    organisationHint: 'Ni sifre, fra Enhetsregisteret.',
    vat: 'Registrert for mva.',
    yes: 'Ja',
    no: 'Nei',
    addressLine: (line) => `Adresse, linje ${String(line)}`,
    currency: 'Valuta',
  },
  account: {
    intro:
      'Dette finner du i Dintero Backoffice, under innstillinger og API-klienter. Lag en egen klient for denne kassen.',
    accountId: 'Konto',
    accountHint: 'T og åtte sifre for en testkonto, P og åtte sifre for en ekte.',
    clientId: 'Klient-id',
    secret: 'Klienthemmelighet',
    secretHint: 'Den legges i maskinens nøkkellager og vises aldri igjen.',
    addresses: 'Dinteros adresser',
    checkoutUrl: 'Checkout',
    apiUrl: 'API',
  },
  profile: {
    intro:
      'Profilen sier hvordan kunder kan betale. Kassen trenger en med kortbetaling i butikk og ingenting annet.',
    profileId: 'Betalingsprofil',
    more: 'Hvordan Dintero spørres',
    block: 'Slå på betaling i butikk for hvert salg',
    publish: 'Vekk terminalen for hvert salg',
    refund: 'Retur krever kundens kort i terminalen',
    moreHint: 'La disse stå som de er hvis ikke Dintero har sagt noe annet.',
  },
  store: {
    intro: 'Butikken slik Dintero kjenner den. Omsetningen utbetales til utbetalingsmottakeren.',
    id: 'Butikk',
    payout: 'Utbetalingsmottaker',
  },
  terminal: {
    intro: 'Kortterminalen ved siden av denne kassen. Hver kasse har sin egen.',
    id: 'Terminal',
    status: (id, status) => `${id} (${status})`,
  },
  printer: {
    intro:
      'Hvor kvitteringer skrives ut. Alt annet om skriver, kassaskuff og logo finner du under Innstillinger etterpå.',
    afterSale: 'Skriv ut kvittering etter hvert salg',
  },
  operators: {
    intro:
      'Hvem som kan bruke kassen, hver med sin PIN. Uten operatører logger ingen inn, og ingenting krever en leder.',
    name: (number) => `Navn på operatør ${String(number)}`,
    pin: (number) => `PIN for operatør ${String(number)}`,
    pinHint: 'Fire til åtte sifre.',
    role: 'Rolle',
    roles: { manager: 'Leder', cashier: 'Kasserer' },
    add: 'Legg til en operatør',
    remove: (number) => `Fjern operatør ${String(number)}`,
    none: 'Det er ingen operatører ennå.',
  },
  ready: {
    intro:
      'Ingenting lagres før du trykker Fullfør. Da starter kassen på ordentlig, med den første kvitteringen foran seg.',
    address: 'Adresse',
    noOperators: 'Ingen: ingen logger inn',
    checks: 'Kontrollert hos Dintero',
    finish: 'Fullfør',
    finishing: 'Kassen starter …',
    keyStore: {
      protected: 'Klienthemmeligheten legges i maskinens nøkkellager.',
      weak: 'Klienthemmeligheten oppbevares med svak beskyttelse, slik --password-store=basic ber om: alle som kan lese denne brukerens filer, kan lese den.',
      none: (file) =>
        `Denne maskinen har ikke noe nøkkellager. Klienthemmeligheten må da ligge ubeskyttet i filen ${file}, der alle som kan lese denne brukerens filer, kan lese den.`,
    },
    secretInFile: 'Skriv hemmeligheten i den filen',
    secretAgreement: 'Uten nøkkellager må du først si hvor hemmeligheten kan ligge.',
    mistakes: 'Noe er ikke riktig utfylt:',
  },
  connection: {
    intro:
      'Hvor kassens betalinger går. Dintero spørres før noe endres, og kassen starter på nytt med det: ikke mens en betaling eller en retur pågår.',
    returnUrl: 'Returadresse',
    callbackUrl: 'Tilbakemeldingsadresse',
    callbackHint: 'Kan stå tomt: kassen spør Dintero selv.',
    check: 'Kontroller',
    save: 'Lagre og start på nytt',
    anyway: 'Lagre likevel',
  },
  done: {
    title: 'Kassen er satt opp',
    text: (shop, terminal) => `${shop} selger fra nå av, med terminalen ${terminal}. Kvitteringene er ekte.`,
    articles: 'Importer varer',
    testSale: 'Prøv med 1 krone',
    testText:
      'Et prøvesalg på 1 krone er et salg som alle andre: det betales med kort i terminalen, får en kvittering og kan betales tilbake med en gang.',
    line: 'Prøvesalg',
    sell: 'Begynn å selge',
  },
};
