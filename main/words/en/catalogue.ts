import type { Column, RowProblem } from '../../catalogue/row.ts';
import type { Format } from '../format.ts';

const columnNames: Readonly<Record<Column, string>> = {
  id: 'article number',
  name: 'name',
  price: 'price',
  vat: 'VAT rate',
  group: 'group',
  barcode: 'barcode',
  age: 'age limit',
  deposit: 'deposit',
};

/** Why a row of the file is not an article, and what would make it one. The line number stands beside it. */
export function catalogueRow(problem: RowProblem, format: Format): string {
  switch (problem.kind) {
    case 'columns':
      return `The row has ${format.counted(problem.found, 'field', 'fields')} and the first line names ${problem.expected}: check for a separator too many or too few.`;
    case 'quote-not-closed':
      return `A quotation mark is opened here and not closed, so everything up to line ${problem.lastLine} reads as one row: close it or take it out.`;
    case 'missing':
      return `The ${columnNames[problem.column]} is missing: fill it in.`;
    case 'too-long':
      return `The ${columnNames[problem.column]} is longer than ${format.counted(problem.limit, 'character', 'characters')}: shorten it.`;
    case 'control-characters':
      return `The ${columnNames[problem.column]} holds characters that cannot be printed: type it anew.`;
    case 'price-unreadable':
      return `The price “${problem.text}” cannot be read: write it in kroner with at most two decimals, as 24,90.`;
    case 'price-out-of-range':
      return `The price “${problem.text}” is out of range: it must be from 0 to 1,000,000 kroner.`;
    case 'vat-unreadable':
      return `The VAT rate “${problem.text}” cannot be read: write it in percent, as 25.`;
    case 'vat-unknown':
      return `The VAT rate “${problem.text}” is not one that Norway has: use 25, 15, 12, 11.11 or 0.`;
    case 'age-unreadable':
      return `The age limit “${problem.text}” cannot be read: write it in whole years, as 18.`;
    case 'deposit-unreadable':
      return `The deposit “${problem.text}” cannot be read: write it in kroner, as 2,00, at most 1,000.`;
    case 'barcode-check-digit':
      return `The barcode ${problem.barcode} has a wrong check digit: compare it with the goods.`;
    case 'barcode-shortened':
      return `The barcode “${problem.barcode}” was shortened by a spreadsheet: format the column as text and enter all its digits.`;
    case 'id-twice':
      return `The article number ${problem.id} is on line ${problem.firstLine} already: give each article a number of its own.`;
    case 'barcode-twice':
      return `The barcode ${problem.barcode} is on line ${problem.firstLine} already: give each article a barcode of its own.`;
    case 'barcode-taken':
      return `The barcode ${problem.barcode} belongs to article ${problem.articleId}, which the till has already: correct it here, or change that article in the same file.`;
  }
}
