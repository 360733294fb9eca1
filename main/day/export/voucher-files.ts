import { ore } from '../../sale/money.ts';
import { amountCell, byteOrderMark, row, textCell } from './csv.ts';
import { kroner } from './decimal.ts';
import type { Table } from './tables.ts';
import { type Posting, type Voucher, type VoucherAccounts, voucherOf } from './voucher.ts';

function ofVouchers(
  name: string,
  accounts: VoucherAccounts,
  first: string,
  rowOf: (voucher: Voucher, posting: Posting) => string,
): Table {
  return {
    name,
    *pieces(source, range) {
      if (first !== '') yield { text: first, seq: 0 };
      for (const entry of source.entries(['report.z'], range)) {
        // What was rung up for practice is in nobody's books.
        if (entry.body.report.training) continue;
        const voucher = voucherOf(entry, accounts);
        const text = voucher.postings.map((posting) => rowOf(voucher, posting)).join('');
        yield { text, seq: entry.seq };
      }
    },
  };
}

/** A voucher for each Z report as a person or a spreadsheet reads it: debit and credit in columns of their own. */
export function plainVouchers(accounts: VoucherAccounts): Table {
  const columns = ['Bilag', 'Dato', 'Kasse', 'Konto', 'Tekst', 'Mva-kode', 'Debet', 'Kredit'];
  return ofVouchers('bilag', accounts, byteOrderMark + row(columns), (voucher, posting) =>
    row([
      String(voucher.number),
      voucher.date,
      voucher.tillId,
      textCell(posting.account),
      textCell(posting.text),
      posting.vatCode ?? '',
      posting.amount > 0 ? amountCell(posting.amount) : '',
      posting.amount < 0 ? amountCell(ore(0 - posting.amount)) : '',
    ]),
  );
}

const gbat10Columns = 28;

/**
 * The same as GBAT10, which Tripletex and PowerOffice Go import (docs/export.md names where it is described): semicolons,
 * points, no heading, ASCII. Turnover gives net and gross with its VAT code; the VAT's own row is marked F, for the
 * importers that work it out from the turnover.
 */
export function gbat10Vouchers(accounts: VoucherAccounts): Table {
  return ofVouchers('bilag_gbat10', accounts, '', (voucher, posting) => {
    const cells = new Array<string>(gbat10Columns).fill('');
    const set = (column: number, value: string): void => {
      cells[column - 1] = value;
    };
    set(1, 'GBAT10');
    set(2, String(voucher.number));
    set(3, voucher.date.replaceAll('-', ''));
    set(4, '9');
    set(5, voucher.date.slice(5, 7));
    set(6, voucher.date.slice(0, 4));
    set(7, posting.account);
    set(8, posting.vatCode ?? '0');
    set(9, kroner(posting.amount));
    set(21, `Z ${voucher.number} ${voucher.tillId}`);
    set(27, posting.gross === 0 ? 'F' : 'T');
    set(28, kroner(posting.gross));
    return row(cells);
  });
}
