import { columns, type Column, type Fields, moreColumns } from './row.ts';

/** The names a column may have, in English and Norwegian. */
const names: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'varenr', 'varenummer'],
  name: ['name', 'navn', 'varenavn'],
  price: ['price', 'pris'],
  vat: ['vat', 'mva'],
  group: ['group', 'gruppe', 'varegruppe'],
  barcode: ['barcode', 'strekkode'],
  age: ['age', 'alder', 'aldersgrense'],
  deposit: ['deposit', 'pant'],
};

const delimiters = [';', ',', '\t'] as const;

/** How a file's rows are divided, and where each column stands. */
export interface Header {
  readonly delimiter: (typeof delimiters)[number];
  /** How many columns the file has, those the till does not know counted too. */
  readonly width: number;
  /** Null: the file has no such column. */
  readonly at: Readonly<Record<Column, number | null>>;
}

// trim() takes a byte order mark away too.
function cellsOf(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/u, '$1')
      .trim()
      .toLowerCase(),
  );
}

/** Reads the line that names the columns, in any order; null when not every one of them is there exactly once. */
export function headerOf(line: string): Header | null {
  for (const delimiter of delimiters) {
    const cells = cellsOf(line, delimiter);
    const placesOf = (column: Column): number[] =>
      cells.flatMap((cell, index) => (names[column].includes(cell) ? [index] : []));
    const places = columns.map((column) => {
      const found = placesOf(column);
      return found.length === 1 ? found[0] : undefined;
    });
    const [id, name, price, vat, group, barcode] = places;
    const [age = null, deposit = null] = moreColumns.map((column) => {
      const found = placesOf(column);
      return found.length === 1 ? (found[0] ?? null) : null;
    });
    if (moreColumns.some((column) => placesOf(column).length > 1)) continue;
    if (id === undefined || name === undefined || price === undefined) continue;
    if (vat === undefined || group === undefined || barcode === undefined) continue;
    return { delimiter, width: cells.length, at: { id, name, price, vat, group, barcode, age, deposit } };
  }
  return null;
}

/** A row's fields by their columns; null when the row is not as wide as the header. Empty fields too many are let go. */
export function fieldsOf(header: Header, row: readonly string[]): Fields | null {
  if (row.length < header.width || row.slice(header.width).some((field) => field.trim() !== '')) return null;
  const at = (column: Column): string => {
    const place = header.at[column];
    return place === null ? '' : (row[place] ?? '');
  };
  return {
    id: at('id'),
    name: at('name'),
    price: at('price'),
    vat: at('vat'),
    group: at('group'),
    barcode: at('barcode'),
    age: at('age'),
    deposit: at('deposit'),
  };
}
