import { pluralIn } from './plural.ts';

const plural = pluralIn('en');

/** Words for taking the books out of the till. */
export const exporting = {
  open: 'Export journal',
  title: 'Export journal',
  format: 'For whom',
  formats: {
    saft: 'Tax office (SAF-T)',
    csv: 'Spreadsheet (CSV)',
    voucher: 'Accountant (vouchers)',
    jsonl: 'All entries (JSON Lines)',
  },
  from: 'From',
  to: 'To',
  choose: 'Choose folder and export',
  working: 'Exporting',
  cancel: 'Cancel export',
  cancelled: 'Nothing was exported.',
  done: (files: number, folder: string) =>
    plural(
      files,
      `The file is whole and lies in ${folder}.`,
      `${files} files are whole and lie in ${folder}.`,
    ),
};
