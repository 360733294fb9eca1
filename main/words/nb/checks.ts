import type { CheckName, Finding } from '../../install/checks/index.ts';
import type { Unchecked } from '../../install/checks/finding.ts';
import type { CheckWords } from '../check-words.ts';
import type { Expected, OfflineReason } from '../words.ts';

type Found<O extends Finding['outcome']> = Extract<Finding, { readonly outcome: O }>;

const things: Readonly<Record<CheckName, (id: string) => string>> = {
  credentials: (id) => `klienten til kontoen ${id}`,
  profile: (id) => `betalingsprofilen ${id}`,
  store: (id) => `butikken ${id}`,
  payout: (id) => `utbetalingsmottakeren ${id}`,
  terminal: (id) => `terminalen ${id}`,
};

const right: Readonly<Record<CheckName, (id: string) => string>> = {
  credentials: (id) => `Dintero godtar klient-id og hemmelighet for kontoen ${id}.`,
  profile: (id) => `Kontoen har betalingsprofilen ${id}.`,
  store: (id) => `Kontoen har butikken ${id}.`,
  payout: (id) => `Butikkens omsetning utbetales til ${id}.`,
  terminal: (id) => `Terminalen ${id} står i butikken og er ACTIVE.`,
};

const networks: Readonly<Record<OfflineReason, string>> = {
  dns: 'Dinteros tjener ble ikke funnet: kontroller kabelen eller Wi-Fi, og adressene under «Dinteros adresser»',
  refused: 'Dinteros tjener avviste forbindelsen: kontroller brannmuren og Dinteros adresser',
  offline: 'maskinen har ikke nett: kontroller kabelen eller Wi-Fi',
  tls: 'den sikre forbindelsen kunne ikke opprettes: kontroller dato og klokke på maskinen',
  proxy: 'nettets proxy slipper ikke kassen gjennom: kontroller maskinens proxy-innstillinger',
  'captive-portal': 'nettet krever innlogging først: åpne en nettleser og godta siden som kommer',
  changed: 'nettet til maskinen ble byttet imens: prøv igjen',
  asleep: 'maskinen sov imens: prøv igjen',
  cut: 'forbindelsen til Dintero ble brutt: sjekk kabelen eller Wi-Fi, og prøv igjen',
  timeout: 'Dintero svarte ikke i tide: prøv igjen',
  server: 'Dintero har problemer akkurat nå: vent litt og prøv igjen',
  credentials: 'Dintero godtar ikke klient-id og hemmelighet',
};

function wrong({ check, about, why }: Found<'wrong'>): string {
  switch (why.kind) {
    case 'refused':
      return `Dintero godtar ikke klient-id og hemmelighet for kontoen ${about}: kopier begge på nytt fra Dintero Backoffice. Hemmeligheten vises bare én gang der, så du må kanskje lage en ny klient.`;
    case 'unknown':
      return `Dintero kjenner ikke ${things[check](about)} på denne kontoen: finn riktig id i Dintero Backoffice.`;
    case 'elsewhere':
      return `Terminalen ${about} står i butikken ${why.store} hos Dintero, og det er ikke denne: velg den butikken, eller flytt terminalen i Dintero Backoffice.`;
    case 'paid-out-to':
      return `Butikkens omsetning utbetales til ${why.to} hos Dintero, ikke til ${about}: bruk ${why.to}, eller få butikken knyttet til ${about}.`;
    case 'not-active': {
      const status = why.reason === null ? why.status : `${why.status}, ${why.reason}`;
      const todo =
        check === 'terminal'
          ? 'se på terminalens skjerm og i Dintero Backoffice; en ny terminal kan trenge Wi-Fi og «Get settings»'
          : 'spør Dintero om hva som mangler';
      return `Dintero sier at ${things[check](about)} er ${status}, og da kan den ikke ta imot betaling: ${todo}.`;
    }
  }
}

function because(check: CheckName, about: string, why: Unchecked): string {
  switch (why.kind) {
    case 'not-allowed':
      return check === 'credentials'
        ? `Dintero slipper ikke denne klienten inn på kontoen ${about} (403). Kontroller at konto og klient hører sammen`
        : 'denne klienten får ikke spørre Dintero om det (403), og det sier ingenting om hvorvidt det er riktig';
    case 'not-told':
      return 'Dintero svarte ikke slik at det lar seg avgjøre';
    case 'asked-to-wait':
      return 'Dintero ber kassen vente: prøv igjen om et minutt';
    case 'out-of-reach':
      return networks[why.reason];
    case 'no-token':
      return 'Dintero svarer på det bare til en klient som er godtatt';
    case 'no-secret':
      return 'det finnes ingen klienthemmelighet å spørre Dintero med';
  }
}

function unchecked({ check, about, why }: Found<'unchecked'>): string {
  const thing = things[check](about);
  return `Kunne ikke kontrolleres: ${thing}. Årsaken: ${because(check, about, why)}.`;
}

const fields: Readonly<Record<Expected, string>> = {
  'known-field': 'La dette stå tomt.',
  object: 'Fyll ut dette.',
  list: 'Fyll ut dette.',
  text: 'Skriv tekst på én linje, ikke for lang.',
  'text-list': 'Skriv én til fire linjer.',
  'yes-no': 'Velg ja eller nei.',
  'account-id': 'Skriv T eller P og åtte sifre, som T12345678.',
  identifier: 'Skriv 1 til 40 av bokstavene A–Z, sifre, - og _.',
  secret: 'Lim inn klienthemmeligheten (client secret) fra Dintero.',
  currency: 'Velg NOK, SEK, DKK eller EUR.',
  'organisation-number': 'Skriv de ni sifrene i et norsk organisasjonsnummer, som 923663487.',
  'address-https': 'Skriv en adresse som begynner med https://.',
  'address-or-empty': 'Skriv en adresse som begynner med https://, eller la dette stå tomt.',
  'operator-role': 'Velg kasserer eller leder.',
  'operator-manager': 'Gjør minst én av operatørene til leder.',
  'operator-once': 'Skriv et navn som ingen annen operatør har.',
  pin: 'Skriv fire til åtte sifre.',
  'catalogue-file': 'Velg en CSV-fil som kan leses.',
  'printer-kind': 'Velg et slag skriver.',
  'printer-address': 'Skriv skriverens adresse, som 192.168.1.50 eller /dev/usb/lp0.',
  'paper-columns': 'Velg 32, 42 eller 48 tegn.',
  language: 'Velg et språk.',
};

/** What could not be checked says so itself. */
const begins = { ok: 'i orden: ', wrong: 'feil: ', unchecked: '' } as const;

function finding(found: Finding): string {
  switch (found.outcome) {
    case 'ok':
      return right[found.check](found.about);
    case 'wrong':
      return wrong(found);
    case 'unchecked':
      return unchecked(found);
  }
}

export const checkWords: CheckWords = {
  finding,
  line: (found) => `${begins[found.outcome]}${finding(found)}`,
  field: (problem, expected) => {
    if (problem === 'too-long') return 'Dette er for langt.';
    return (problem === 'missing' || problem === 'empty') && expected === 'text'
      ? 'Fyll ut dette.'
      : fields[expected];
  },
  summary: (outcome) => {
    switch (outcome) {
      case 'right':
        return 'Ingen feil ble funnet.';
      case 'wrong':
        return 'Noe er feil: se linjene som begynner med «feil».';
      case 'out-of-reach':
        return 'Dintero kunne ikke spørres: prøv igjen når det er forbindelse.';
    }
  },
};
