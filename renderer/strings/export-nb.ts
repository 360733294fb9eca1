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
    files === 1 ? `Filen er hel og ligger i ${folder}.` : `${files} filer er hele og ligger i ${folder}.`,
};
