import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textCell } from '../../../../main/day/export/csv.ts';
import { openJournal } from '../../../../main/journal/index.ts';
import { month, value } from './month.ts';
import { taken } from './take.ts';

type Row = Record<string, string>;

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { bom: true, delimiter: ';', columns: true });
}

/** Kroner with a comma, in øre. */
function oreOf(cell: string | undefined): number {
  expect(cell).toMatch(/^-?\d+,\d\d$/);
  return Number((cell ?? '').replace(',', ''));
}

function total(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + oreOf(row[column]), 0);
}

let dir: string;
let journal: string;
let lines: string;
let payments: string;
let days: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'tables-month-'));
  journal = path.join(dir, 'journal.sqlite');
  month(journal);
  [lines = '', payments = '', days = ''] = await taken(journal, path.join(dir, 'out'), 'csv');
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('a month as CSV', () => {
  it('begins with the mark and the separators that Norwegian Excel reads', () => {
    const text = readFileSync(lines, 'utf8');
    expect(text.startsWith('\ufeffDato;Klokkeslett;Kasse;Kvitteringsnummer;')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has one row for each line, as it was sold', () => {
    const rows = rowsOf(lines);
    expect(rows.slice(0, 2).map((row) => Object.values(row).slice(7).join(' | '))).toEqual([
      '1 | 1001 | Kanelbolle | Bakevarer | 2,000 | 32,90 | 0,00 | 65,80 | 15,00 | 57,22 | 8,58',
      '2 | 1002 | Kopp "Bergen"; blå & hvit | Kjøkken | 1,000 | 129,90 | 0,00 | 129,90 | 25,00 | 103,92 | 25,98',
    ]);
    expect(rows.find((row) => row['Type'] === 'Retur')).toMatchObject({ Antall: '-1,000', Beløp: '-32,90' });
  });

  it('comes to the same in lines, payments, days and the journal', () => {
    const opened = value(openJournal({ path: journal, now: () => Date.now() }));
    const last = opened.read.reports({ before: null, limit: 1 })[0];
    const entry = opened.read.report(last?.seq ?? 0);
    opened.close();
    const net = entry?.body.report.grandTotals.net;
    expect(net).toBeGreaterThan(0);
    expect(total(rowsOf(lines), 'Beløp')).toBe(net);
    expect(total(rowsOf(payments), 'Beløp')).toBe(net);
    expect(total(rowsOf(days), 'Kontantsalg')).toBe(net);
    expect(oreOf(rowsOf(days).at(-1)?.['Akkumulert netto'])).toBe(net);
    const paid = total(rowsOf(payments), 'Betalt');
    expect(total(rowsOf(days), 'Kort') + total(rowsOf(days), 'Kontant')).toBe(paid);
    expect(rowsOf(days)).toHaveLength(31);
  });

  it('holds nothing that a spreadsheet would reckon out', () => {
    const cells = rowsOf(lines).map((row) => row['Vare']);
    expect(cells).toContain("'=SUM(A1:A9)");
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read: string[][] = parse(`${textCell(text)}\r\n`, { delimiter: ';' });
        const cell = read[0]?.[0] ?? '';
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        if (text !== '' && !/^[\n\ufeff]*$/.test(text)) expect(cell.endsWith(text)).toBe(true);
      }),
    );
  });
});
