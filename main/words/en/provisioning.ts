import type { Expected, MistakeProblem, ProvisioningMistake } from '../words.ts';

const problems: Readonly<Record<MistakeProblem, string>> = {
  missing: 'is missing',
  empty: 'is empty',
  'unknown-field': 'is not a field the till knows',
  'wrong-type': 'is of the wrong kind',
  'wrong-value': 'has a value that cannot be right',
  'too-long': 'is too long',
};

const expectations: Readonly<Record<Expected, string>> = {
  'known-field': 'take it out, or correct its spelling',
  object: 'expected a group of fields in { }',
  list: 'expected a list in [ ]',
  text: 'expected text in quotes, on one line and not too long',
  'text-list': 'expected one to four lines of text in [ ]',
  'yes-no': 'expected true or false, without quotes',
  'account-id': 'expected T or P and eight digits, as T12345678',
  identifier: 'expected 1 to 40 of the letters A–Z, digits, - and _',
  secret: 'expected the client secret from Dintero, in quotes',
  currency: 'expected NOK, SEK, DKK or EUR',
  'organisation-number': 'expected a valid Norwegian organisation number of nine digits, as 923663487',
  'address-https': 'expected an address that begins with https:// (http:// for this machine itself only)',
  'address-or-empty': 'expected an address that begins with https://, or "" for none',
  'operator-role': 'expected cashier or manager',
  'operator-manager': 'expected at least one manager among the operators',
  'operator-once': 'expected a name that no other operator has',
  pin: 'expected four to eight digits in quotes',
  'catalogue-file': 'expected the name of a CSV file that is there and can be read',
  'printer-kind': 'expected none, system, network or device',
  'printer-address': 'expected the printer’s address, as 192.168.1.50 or /dev/usb/lp0',
  'paper-columns': 'expected 32, 42 or 48, without quotes',
  language: 'expected nb, en, sv or da',
};

/** `store.terminalId is missing: expected …` */
export function mistake({ path, problem, expected }: ProvisioningMistake): string {
  return `${path} ${problems[problem]}: ${expectations[expected]}.`;
}
