import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The catalogue that the till comes with. */
export function demoCatalogue(): string {
  return readFileSync(path.resolve(import.meta.dirname, '../../assets/demo-catalogue.csv'), 'utf8');
}

/** The barcode of article number `n`: an EAN-13 of the range that shops number themselves. */
export function barcode(n: number): string {
  const digits = `20${String(n).padStart(10, '0')}`;
  const sum = digits
    .split('')
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${digits}${String((10 - (sum % 10)) % 10)}`;
}

/** A catalogue of so many articles in forty groups. */
export function largeCatalogue(articles: number): string {
  const rows = Array.from({ length: articles }, (_, at) => {
    const price = `${String(10 + (at % 500))},${at % 2 === 0 ? '00' : '90'}`;
    return `${String(at)};Vare nummer ${String(at)};${price};${at % 3 === 0 ? '15' : '25'};Gruppe ${String(at % 40)};${barcode(at)}`;
  });
  return ['id;name;price;vat;group;barcode', ...rows].join('\n');
}
