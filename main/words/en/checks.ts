import type { CheckName, Finding } from '../../install/checks/index.ts';
import type { Unchecked } from '../../install/checks/finding.ts';
import type { CheckWords } from '../check-words.ts';
import type { Expected, OfflineReason } from '../words.ts';

type Found<O extends Finding['outcome']> = Extract<Finding, { readonly outcome: O }>;

const things: Readonly<Record<CheckName, (id: string) => string>> = {
  credentials: (id) => `the client of account ${id}`,
  profile: (id) => `payment profile ${id}`,
  store: (id) => `store ${id}`,
  payout: (id) => `payout destination ${id}`,
  terminal: (id) => `terminal ${id}`,
};

const right: Readonly<Record<CheckName, (id: string) => string>> = {
  credentials: (id) => `Dintero accepts the client id and secret of account ${id}.`,
  profile: (id) => `The account has the payment profile ${id}.`,
  store: (id) => `The account has the store ${id}.`,
  payout: (id) => `The store’s takings are paid out to ${id}.`,
  terminal: (id) => `Terminal ${id} stands in the store and is ACTIVE.`,
};

const networks: Readonly<Record<OfflineReason, string>> = {
  dns: 'Dintero’s server cannot be found: check the cable or Wi-Fi, and the addresses under “Dintero’s addresses”',
  refused: 'Dintero’s server turned the connection away: check the firewall and Dintero’s addresses',
  offline: 'this machine has no network: check the cable or Wi-Fi',
  tls: 'the secure connection could not be made: check the date and clock of this machine',
  proxy: 'the network’s proxy does not let the till through: check this machine’s proxy settings',
  'captive-portal': 'the network wants somebody to sign in first: open a web browser and accept its page',
  changed: 'this machine’s network changed meanwhile: try again',
  asleep: 'this machine was asleep meanwhile: try again',
  cut: 'the connection to Dintero was broken off: check the cable or Wi-Fi, and try again',
  timeout: 'Dintero did not answer in time: try again',
  server: 'Dintero has trouble at the moment: wait a little and try again',
  credentials: 'Dintero does not accept the client id and secret',
};

function wrong({ check, about, why }: Found<'wrong'>): string {
  switch (why.kind) {
    case 'refused':
      return `Dintero does not accept the client id and secret for account ${about}: copy both again from Dintero Backoffice. A secret is shown there once only, so you may have to make a new client.`;
    case 'unknown':
      return `Dintero does not know ${things[check](about)} on this account: look its id up in Dintero Backoffice.`;
    case 'elsewhere':
      return `Terminal ${about} stands in the store ${why.store} at Dintero, which is not this one: choose that store, or move the terminal in Dintero Backoffice.`;
    case 'paid-out-to':
      return `The store’s takings are paid out to ${why.to} at Dintero, not to ${about}: use ${why.to}, or have the store linked to ${about}.`;
    case 'not-active': {
      const status = why.reason === null ? why.status : `${why.status}, ${why.reason}`;
      const todo =
        check === 'terminal'
          ? 'look at the terminal’s screen and in Dintero Backoffice; a new terminal may need Wi-Fi and “Get settings”'
          : 'ask Dintero what is still missing';
      return `Dintero says that ${things[check](about)} is ${status}, so it may not take payments: ${todo}.`;
    }
  }
}

function because(check: CheckName, about: string, why: Unchecked): string {
  switch (why.kind) {
    case 'not-allowed':
      return check === 'credentials'
        ? `Dintero does not let this client into account ${about} (403). Check that account and client belong together`
        : 'this client may not ask Dintero about that (403), which says nothing about whether it is right';
    case 'not-told':
      return 'Dintero did not answer in a way that tells';
    case 'asked-to-wait':
      return 'Dintero asks the till to wait: try again in a minute';
    case 'out-of-reach':
      return networks[why.reason];
    case 'no-token':
      return 'Dintero answers that only to a client that it accepts';
    case 'no-secret':
      return 'there is no client secret to ask Dintero with';
  }
}

function unchecked({ check, about, why }: Found<'unchecked'>): string {
  const thing = things[check](about);
  return `Could not be checked: ${thing}. The reason: ${because(check, about, why)}.`;
}

const fields: Readonly<Record<Expected, string>> = {
  'known-field': 'Leave this out.',
  object: 'Fill this in.',
  list: 'Fill this in.',
  text: 'Write text on one line, not too long.',
  'text-list': 'Write one to four lines.',
  'yes-no': 'Choose yes or no.',
  'account-id': 'Write T or P and eight digits, as T12345678.',
  identifier: 'Write 1 to 40 of the letters A–Z, digits, - and _.',
  secret: 'Paste the client secret from Dintero.',
  currency: 'Choose NOK, SEK, DKK or EUR.',
  'organisation-number': 'Write the nine digits of a Norwegian organisation number, as 923663487.',
  'address-https': 'Write an address that begins with https://.',
  'address-or-empty': 'Write an address that begins with https://, or leave this empty.',
  'operator-role': 'Choose cashier or manager.',
  'operator-manager': 'Make at least one of the operators a manager.',
  'operator-once': 'Write a name that no other operator has.',
  pin: 'Write four to eight digits.',
  'catalogue-file': 'Choose a CSV file that can be read.',
  'printer-kind': 'Choose a kind of printer.',
  'printer-address': 'Write the printer’s address, as 192.168.1.50 or /dev/usb/lp0.',
  'paper-columns': 'Choose 32, 42 or 48 characters.',
  language: 'Choose a language.',
};

/** What could not be checked says so itself. */
const begins = { ok: 'ok: ', wrong: 'wrong: ', unchecked: '' } as const;

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
    if (problem === 'too-long') return 'This is too long.';
    return (problem === 'missing' || problem === 'empty') && expected === 'text'
      ? 'Fill this in.'
      : fields[expected];
  },
  summary: (outcome) => {
    switch (outcome) {
      case 'right':
        return 'Nothing wrong was found.';
      case 'wrong':
        return 'Something is wrong: see the lines that begin with “wrong”.';
      case 'out-of-reach':
        return 'Dintero could not be asked: try again when it can be reached.';
    }
  },
};
