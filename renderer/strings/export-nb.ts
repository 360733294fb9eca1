import { pluralIn } from './plural.ts';

const plural = pluralIn('nb');

/** Ord for å ta regnskapet ut av kassen. */
export const exporting = {
  open: 'Eksporter journal',
  title: 'Eksporter journal',
  format: 'Til hvem',
  formats: {
    saft: 'Skatteetaten (SAF-T)',
    csv: 'Regneark (CSV)',
    voucher: 'Regnskapsfører (bilag)',
    jsonl: 'Alle oppføringer (JSON Lines)',
  },
  from: 'Fra',
  to: 'Til',
  choose: 'Velg mappe og eksporter',
  working: 'Eksporterer',
  cancel: 'Avbryt eksporten',
  cancelled: 'Ingenting ble eksportert.',
  done: (files: number, folder: string) =>
    plural(
      files,
      `Filen er ferdig og ligger i ${folder}.`,
      `${files} filer er ferdige og ligger i ${folder}.`,
    ),
};
