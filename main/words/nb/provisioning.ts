import type { Expected, MistakeProblem, ProvisioningMistake } from '../words.ts';

const problems: Readonly<Record<MistakeProblem, string>> = {
  missing: 'mangler',
  empty: 'er tomt',
  'unknown-field': 'er ikke et felt kassen kjenner',
  'wrong-type': 'er av feil slag',
  'wrong-value': 'har en verdi som ikke kan stemme',
  'too-long': 'er for langt',
};

const expectations: Readonly<Record<Expected, string>> = {
  'known-field': 'ta det bort, eller rett skrivemåten',
  object: 'ventet en gruppe felter i { }',
  list: 'ventet en liste i [ ]',
  text: 'ventet tekst i anførselstegn, på én linje og ikke for lang',
  'text-list': 'ventet én til fire linjer tekst i [ ]',
  'yes-no': 'ventet true eller false, uten anførselstegn',
  'account-id': 'ventet T eller P og åtte sifre, som T12345678',
  identifier: 'ventet 1 til 40 av bokstavene A–Z, sifre, - og _',
  secret: 'ventet klienthemmeligheten (client secret) fra Dintero, i anførselstegn',
  currency: 'ventet NOK, SEK, DKK eller EUR',
  'organisation-number': 'ventet et gyldig norsk organisasjonsnummer på ni sifre, som 923663487',
  'address-https': 'ventet en adresse som begynner med https:// (http:// bare til denne maskinen selv)',
  'address-or-empty': 'ventet en adresse som begynner med https://, eller "" for ingen',
  'operator-role': 'ventet cashier eller manager',
  'operator-manager': 'ventet minst én leder (manager) blant operatørene',
  'operator-once': 'ventet et navn som ingen annen operatør har',
  pin: 'ventet fire til åtte sifre i anførselstegn',
  'catalogue-file': 'ventet navnet på en CSV-fil som finnes og kan leses',
  'printer-kind': 'ventet none, system, network eller device',
  'printer-address': 'ventet skriverens adresse, som 192.168.1.50 eller /dev/usb/lp0',
  'paper-columns': 'ventet 32, 42 eller 48, uten anførselstegn',
  language: 'ventet nb, en, sv eller da',
};

/** `store.terminalId mangler: ventet …` */
export function mistake({ path, problem, expected }: ProvisioningMistake): string {
  return `${path} ${problems[problem]}: ${expectations[expected]}.`;
}
