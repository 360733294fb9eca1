import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { voucherOf } from '../../../../main/day/export/voucher.ts';
import { openSource } from '../../../../main/journal/source.ts';
import { folder, month, value } from './month.ts';
import { taken } from './take.ts';
import { accounts } from '../../../../preload/contract/books.ts';

function journalOfAMonth(): { dir: string; journal: string } {
  const dir = folder();
  const journal = path.join(dir, 'journal.sqlite');
  month(journal);
  return { dir, journal };
}

/** Rows of GBAT10 as cells. */
function gbat10(file: string): string[][] {
  return readFileSync(file, 'latin1')
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(';'));
}

function oreOf(cell: string | undefined): number {
  expect(cell).toMatch(/^-?\d+\.\d\d$/);
  return Number((cell ?? '').replace('.', ''));
}

describe('the voucher of a Z report', () => {
  it('comes to zero every day, with what each account gets', () => {
    const { journal } = journalOfAMonth();
    const source = value(openSource(journal));
    const vouchers = [...source.entries(['report.z'], { first: 1, last: 10_000 })].flatMap((entry) =>
      entry === null ? [] : [{ report: entry.body.report, voucher: voucherOf(entry, accounts.parse({})) }],
    );
    source.close();
    expect(vouchers.map(({ voucher }) => voucher.number)).toEqual(
      Array.from({ length: 31 }, (_, index) => index + 1),
    );
    for (const { report, voucher } of vouchers) {
      const on = (account: string) =>
        voucher.postings.reduce(
          (sum, posting) => sum + (posting.account === account ? posting.amount : 0),
          0,
        );
      expect(voucher.postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
      expect(voucher.postings.reduce((sum, { gross }) => sum + gross, 0)).toBe(0);
      expect(on('2700')).toBe(0 - (report.vat.find(({ rate }) => rate === 2500)?.vat ?? 0));
      expect(on('3010')).toBe(0 - (report.vat.find(({ rate }) => rate === 1500)?.net ?? 0));
      expect(on('1580')).toBe(report.payments.find(({ means }) => means === 'card')?.amount);
      // The drawer: all that went in and out but the float, and the ten kroner that were missing.
      expect(on('1900')).toBe(report.cashExpected - (report.openingFloat ?? 0) - 1000);
      expect(on('7745')).toBe(1000);
    }
  });

  it('is written for people, and as GBAT10 for Tripletex and PowerOffice Go', async () => {
    const { dir, journal } = journalOfAMonth();
    const [plain = '', gbat = ''] = await taken(journal, path.join(dir, 'out'), 'voucher');
    const [heading, first] = readFileSync(plain, 'utf8').split('\r\n');
    expect(heading).toBe('\ufeffBilag;Dato;Kasse;Konto;Tekst;Mva-kode;Debet;Kredit');
    expect(first).toMatch(/^1;2026-03-01;K7F3QD;1580;Kort;;\d+,\d\d;$/);

    const rows = gbat10(gbat);
    expect(new Set(rows.map((row) => [row.length, row[0]].join(' ')))).toEqual(new Set(['28 GBAT10']));
    const day = rows.filter((row) => row[1] === '1');
    expect(day.reduce((sum, row) => sum + oreOf(row[8]), 0)).toBe(0);
    expect(day.reduce((sum, row) => sum + oreOf(row[27]), 0)).toBe(0);
    const turnover = day.find((row) => row[6] === '3000');
    const tax = day.find((row) => row[6] === '2700');
    expect([turnover?.[2], turnover?.[7], turnover?.[26]]).toEqual(['20260301', '3', 'T']);
    expect([tax?.[7], tax?.[26], tax?.[27]]).toEqual(['0', 'F', '0.00']);
    expect(oreOf(turnover?.[27])).toBe(oreOf(turnover?.[8]) + oreOf(tax?.[8]));
  });
});
