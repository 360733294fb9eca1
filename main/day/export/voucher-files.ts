import type { EntryRange, JournalSource } from '../../journal/source.ts';
import { ore } from '../../sale/money.ts';
import { amountCell, byteOrderMark, row, textCell } from './csv.ts';
import { kroner } from './decimal.ts';
import { type Piece, shareOf } from './piece.ts';
import { type Posting, type Voucher, type VoucherAccounts, voucherOf } from './voucher.ts';

/** The files of a voucher export, in their order. */
export const voucherNames = ['bilag', 'bilag_gbat10'] as const;

/**
 * A voucher for each Z report, twice: as a person or a spreadsheet reads it, with debit and credit in columns of their
 * own, and as GBAT10. What was rung up for practice is in nobody's books.
 */
export function* vouchers(
  source: JournalSource,
  range: EntryRange,
  accounts: VoucherAccounts,
): Generator<Piece> {
  const heading = row('Bilag', 'Dato', 'Kasse', 'Konto', 'Tekst', 'Mva-kode', 'Debet', 'Kredit');
  yield { file: 0, text: byteOrderMark + heading, done: 0 };
  for (const entry of source.entries(['report.z'], range)) {
    if (entry === null || entry.body.report.training) {
      yield null;
      continue;
    }
    const done = shareOf(entry.seq, range);
    const voucher = voucherOf(entry, accounts);
    for (const posting of voucher.postings) {
      yield { file: 0, text: plainRow(voucher, posting), done };
      yield { file: 1, text: gbat10Row(voucher, posting), done };
    }
  }
}

function plainRow(voucher: Voucher, posting: Posting): string {
  return row(
    String(voucher.number),
    voucher.date,
    voucher.tillId,
    textCell(posting.account),
    textCell(posting.text),
    posting.vatCode ?? '',
    posting.amount > 0 ? amountCell(posting.amount) : '',
    posting.amount < 0 ? amountCell(ore(0 - posting.amount)) : '',
  );
}

const gbat10Columns = 28;

/**
 * GBAT10, which Tripletex and PowerOffice Go import (docs/export.md names where it is described): semicolons, points, no
 * heading, ASCII. Turnover gives net and gross with its VAT code; the VAT's own row is marked F, for the importers that
 * work it out from the turnover.
 */
function gbat10Row(voucher: Voucher, posting: Posting): string {
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
  return row(...cells);
}
