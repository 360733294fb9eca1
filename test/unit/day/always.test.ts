import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSale } from '../../../main/counter/completion.ts';
import { dayReport } from '../../../main/day/report.ts';
import type { DayReport } from '../../../main/journal/entries/day-report.ts';
import type { CompletedSale, Payment } from '../../../main/journal/entries/sale.ts';
import { createSigner, type Journal } from '../../../main/journal/index.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { rebuildFile } from '../../../main/journal/rebuild.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import { priceSale } from '../../../main/sale/price.ts';
import { applyToSale, type Sale as RungUp } from '../../../main/sale/sale.ts';
import { cashAmount } from '../../../main/sale/rounding.ts';
import {
  card,
  folder,
  newJournal,
  prepareAttempt,
  signingKey,
  tillId,
  transaction,
  value,
} from '../journal/shop.ts';

const line = fc.record({
  group: fc.constantFrom('', 'Kaffe', 'Bakevarer'),
  unitPrice: fc.integer({ min: 0, max: 2_000_000 }).map(ore),
  quantity: fc.integer({ min: 1, max: 20_000 }).map(thousandths),
  vatRate: fc.constantFrom(2500, 1500, 1200, 0).map(vatRate),
  percent: fc.option(fc.integer({ min: 1, max: 10_000 }).map(vatRate)),
});
const sale = fc.record({
  operator: fc.constantFrom(null, 'Kari', 'Ola'),
  means: fc.constantFrom('card', 'cash'),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  discount: fc.option(fc.integer({ min: 1, max: 5000 }).map(vatRate)),
  /** Whether the day is closed after it. */
  ends: fc.boolean(),
});
type Sale = typeof sale extends fc.Arbitrary<infer T> ? T : never;

const seller = { name: 'Kaffehjørnet AS', organisationNumber: '923663487', vatRegistered: true, address: [] };
const issuer = {
  tillId,
  training: false,
  seller,
  signer: createSigner({ privateKeyPem: signingKey.privateKeyPem, keyVersion: '1' }),
  follow: () => undefined,
};

function ring(journal: Journal, { operator, means, lines, discount }: Sale): void {
  const number = journal.read.nextSaleNumber();
  const saleId = `${tillId}-${String(number)}`;
  value(
    journal.write(operator, (tx) => {
      tx.append('sale.opened', { saleId, number, currency: 'NOK' });
      lines.forEach(({ percent, ...one }, index) => {
        const line = {
          ...one,
          lineId: String(index + 1),
          articleId: `sku-${String(index)}`,
          description: 'Ware',
          discount: percent === null ? null : { kind: 'percent' as const, rate: percent },
        };
        tx.append('sale.line-added', { saleId, line });
      });
      const off = discount === null ? null : { kind: 'percent' as const, rate: discount };
      tx.append('sale.discounted', { saleId, lineId: null, discount: off });
    }),
  );
  const rung = journal.read.saleEntries(saleId).reduce<RungUp | null>(applyToSale, null);
  if (rung === null) throw new Error('The sale was not rung up');
  const { total } = priceSale(rung);
  const payment = means === 'cash' ? cash(total) : byCard(journal, saleId, total);
  value(journal.write(operator, (tx) => completeSale(tx, issuer, rung, [payment])));
}

function cash(total: number): Payment {
  const due = cashAmount(ore(total));
  return { kind: 'cash', amount: ore(total), rounding: ore(due - total), given: due, change: ore(0) };
}

function byCard(journal: Journal, saleId: string, total: number): Payment {
  const attemptId = prepareAttempt(journal, saleId);
  value(
    journal.write(null, (tx) =>
      tx.append('attempt.approved', { attemptId, transaction: transaction(attemptId, true) }),
    ),
  );
  return { ...card(attemptId), amount: ore(total) };
}

function reportOf(journal: Journal): DayReport {
  const last = journal.read.lastEntry();
  return dayReport(journal.read.openDay(), {
    seller,
    tillId,
    training: false,
    currency: 'NOK',
    to: last?.at ?? '',
    lastSeq: last?.seq ?? 1,
  });
}

function receiptsIn(journal: Journal, { period }: DayReport): CompletedSale[] {
  return journal.read.lastEntry() === null
    ? []
    : allReceipts(journal)
        .filter(({ seq }) => seq >= period.firstSeq && seq <= period.lastSeq)
        .map(({ sale: one }) => one);
}

function allReceipts(journal: Journal) {
  const found = [];
  for (let number = 1; ; number += 1) {
    const one = journal.read.completedSale(number);
    if (one === null) return found;
    found.push(one);
  }
}

const adding = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

describe('Any day', () => {
  it('comes to the sum of its receipts: in all, by group, VAT rate, means of payment and operator', () => {
    fc.assert(
      fc.property(fc.array(sale, { minLength: 1, maxLength: 8 }), (sales) => {
        const file = path.join(folder(), 'journal.sqlite');
        const journal = newJournal(file);
        let before = 0;
        let z = 1;
        for (const one of sales) {
          ring(journal, one);
          const report = reportOf(journal);
          const receipts = receiptsIn(journal, report);
          const total = adding(receipts.map((receipt) => receipt.total));
          const rounding = adding(receipts.map((receipt) => receipt.rounding));
          const lines = receipts.flatMap((receipt) => receipt.lines);
          expect(report.cashSales).toBe(total);
          expect(report.salesReceipts).toBe(receipts.length);
          expect(report.rounding).toBe(rounding);
          expect(adding(report.groups.map(({ amount }) => amount))).toBe(total);
          expect(adding(report.operators.map(({ cashSales }) => cashSales))).toBe(total);
          expect(adding(report.payments.map(({ amount }) => amount))).toBe(total + rounding);
          expect(adding(report.vat.map(({ gross }) => gross))).toBe(total);
          expect(report.vat).toEqual(
            [2500, 1500, 1200, 0].flatMap((rate) => {
              const at = lines.filter((sold) => sold.vatRate === rate);
              const gross = adding(at.map(({ amount }) => amount));
              const vat = adding(at.map(({ vatAmount }) => vatAmount));
              return at.length === 0 ? [] : [{ rate, gross, net: gross - vat, vat }];
            }),
          );
          expect(report.discounts.amount).toBe(adding(lines.map(({ reduction }) => reduction)));
          expect(report.grandTotals.sales).toBe(before + total);
          if (!one.ends) continue;
          const match = { kind: 'not-available', code: 'network' } as const;
          const number = z;
          const uncaptured = { number: 0, amount: ore(0) };
          const body = { number, report, count: null, match, uncaptured };
          value(journal.write('Kari', (tx) => tx.append('report.z', body)));
          z += 1;
          before += total;
        }
        journal.close();
        const db = value(openForReading(file));
        expect(verify(db).wrong).toBeNull();
        db.close();
        expect(value(rebuildFile(file))).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });
});
