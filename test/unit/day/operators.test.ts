import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayReport } from '../../../main/day/report.ts';
import { nothingBeside, reportPaper } from '../../../main/day/report-paper.ts';
import { paperHtml } from '../../../main/day/paper-html.ts';
import { paperText } from '../../../main/day/paper-text.ts';
import type { DayReport } from '../../../main/journal/entries/day-report.ts';
import type { Journal } from '../../../main/journal/index.ts';
import { ore } from '../../../main/sale/money.ts';
import {
  cash,
  complete,
  completed,
  folder,
  newJournal,
  openSale,
  tillId,
  value,
  write,
} from '../journal/shop.ts';

let journal: Journal;
beforeEach(() => {
  journal = newJournal(path.join(folder(), 'journal.sqlite'));
});

function report(training = false): DayReport {
  const last = journal.read.lastEntry();
  return dayReport(journal.read.openDay(), {
    seller: { name: 'Kaffehjørnet AS', organisationNumber: '923663487', vatRegistered: true, address: [] },
    tillId,
    training,
    currency: 'NOK',
    to: last?.at ?? '',
    lastSeq: last?.seq ?? 1,
  });
}

function float(operator: string, amount: number, reason: string | null): void {
  value(journal.write(operator, (tx) => tx.append('cash.float', { amount: ore(amount), reason })));
}

describe('A day of several people', () => {
  it('has each one’s sales, payments and groups, and all of them together', () => {
    complete(journal, openSale(journal));
    const second = openSale(journal);
    value(journal.write('Ola', (tx) => tx.append('sale.completed', completed(tx, second, [cash()]))));
    const { operators, cashSales } = report();
    expect(cashSales).toBe(9_000);
    const each = { cashSales: 4_500, openingFloat: null };
    expect(operators).toMatchObject([
      { operator: 'Kari', ...each, groups: [{ group: 'Varm drikke', number: 1, amount: 4_500 }] },
      { operator: 'Ola', ...each, payments: [{ means: 'cash', number: 1, amount: 4_500 }] },
    ]);
  });

  it('has one float, of the person who registered it last', () => {
    float('Kari', 100_000, null);
    float('Ola', 120_000, 'Counted wrong');
    const { openingFloat, operators, otherCorrections, cashExpected } = report();
    expect(openingFloat).toBe(120_000);
    expect(cashExpected).toBe(120_000);
    expect(operators.map((one) => [one.operator, one.openingFloat])).toEqual([
      ['Kari', null],
      ['Ola', 120_000],
    ]);
    expect(otherCorrections).toEqual([{ type: 'float', number: 1, amount: 20_000 }]);
  });
});

describe('A day of training', () => {
  it('counts its training receipts, and is marked as training on paper', () => {
    const saleId = openSale(journal);
    write(journal, (tx) =>
      tx.append('sale.completed', { ...completed(tx, saleId, [cash()]), training: true }),
    );
    const made = write(journal, (tx) => tx.append('report.x', { report: report(true) }));
    const entry = journal.read.report(made.seq);
    if (entry === null) throw new Error('There is no report');
    expect(entry.body.report.trainingReceipts).toEqual({ number: 1, amount: 4_500 });
    const paper = reportPaper(entry, nothingBeside, 'nb');
    expect(paperText(paper, 42)).toMatch(/^\*{42}\n +TRENING\n\*{42}\n\n +X-rapport\n/);
    expect(paperHtml(paper, 80)).toContain('<p class="marking">TRENING</p>');
  });
});

describe('A report on paper', () => {
  it('shows a name that looks like a page as a name, and breaks what is too long', () => {
    const saleId = openSale(journal);
    const operator = `<b>Kari</b> ${'x'.repeat(60)}`;
    value(journal.write(operator, (tx) => tx.append('sale.completed', completed(tx, saleId, [cash()]))));
    const { seq } = write(journal, (tx) => tx.append('report.x', { report: report() }));
    const entry = journal.read.report(seq);
    if (entry === null) throw new Error('There is no report');
    const paper = reportPaper(entry, nothingBeside, 'en');
    expect(paperHtml(paper, 80)).toContain('&lt;b&gt;Kari&lt;/b&gt;');
    expect(
      paperText(paper, 42)
        .split('\n')
        .every((line) => line.length <= 42),
    ).toBe(true);
  });
});
