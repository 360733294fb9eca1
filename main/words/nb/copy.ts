import type { Format } from '../format.ts';
import type { CopyWords } from '../words.ts';

/** What is said of the second copy, in bokmål. */
export function copyWords(format: Format): CopyWords {
  return {
    none: 'Kassens journal finnes bare på denne maskinen: velg et sted for en sikkerhetskopi i Innstillinger, på en annen disk, en minnepinne eller et nettverksområde.',
    missing: (folder) =>
      `Stedet for sikkerhetskopien er borte (${folder}): sett i disken eller koble til nettverksområdet, så fortsetter kopieringen av seg selv.`,
    taken: (machine, at) =>
      `Sikkerhetskopien er brukt til å sette opp denne kassen på en annen maskin (${machine}, ${format.dateTime(at)}): selg der, og lukk denne.`,
    failed: (why, detail, folder) => `${failures[why](folder)} (${detail})`,
    old: (at) =>
      at === null
        ? 'Ingen sikkerhetskopi er tatt siden kassen ble startet for over ett døgn siden: se i Innstillinger under Sikkerhetskopi.'
        : `Sikkerhetskopien er fra ${format.dateTime(at)}, over ett døgn gammel: se i Innstillinger under Sikkerhetskopi.`,
  };
}

const failures = {
  full: (folder: string) =>
    `Disken for sikkerhetskopien er full (${folder}): frigjør plass på den eller velg et annet sted.`,
  'not-writable': (folder: string) =>
    `Sikkerhetskopien kunne ikke skrives (${folder}): kontroller at disken ikke er skrivebeskyttet, eller velg et annet sted.`,
  wrong: () =>
    'Sikkerhetskopien ble ikke tatt, fordi noe i den eller i journalen ikke stemmer: se håndbokens side om gjenoppretting.',
};
