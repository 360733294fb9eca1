import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CompletedSale, Payment, SoldLine } from '../../../main/journal/entries/sale.ts';
import type { Article } from '../../../main/journal/entries/till.ts';
import {
  createSigner,
  type Journal,
  type JournalWriter,
  makeSigningKey,
  openJournal,
} from '../../../main/journal/index.ts';
import type { Result } from '../../../main/result.ts';
import { ore, sum, thousandths, vatRate } from '../../../main/sale/money.ts';

export const noon = Date.parse('2026-11-22T12:00:00.000Z');
export const tillId = 'K7F3QD';
export const signingKey = await makeSigningKey();
const signer = createSigner({ privateKeyPem: signingKey.privateKeyPem, keyVersion: '1' });

/** An empty folder that is gone after the test. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'journal-test-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

export function value<T>(result: Result<T, { code: string; detail: string }>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

/** A journal whose clock goes on one second an entry. */
export function open(file: string): Journal {
  let now = noon;
  const journal = value(openJournal({ path: file, now: () => (now += 1000) }));
  onTestFinished(() => {
    journal.close();
  });
  return journal;
}

/** A new journal with its signing key in it. */
export function newJournal(file: string): Journal {
  const journal = open(file);
  write(journal, (tx) =>
    tx.append('till.signing-key', { keyVersion: '1', publicKey: signingKey.publicKeyPem }),
  );
  return journal;
}

export function write<T>(journal: Journal, work: (tx: JournalWriter) => T): T {
  return value(journal.write('Kari', work));
}

export function soldLine(number: number): SoldLine {
  return {
    lineId: String(number),
    articleId: `sku-${number}`,
    description: `Kaffe ${number}`,
    group: 'Varm drikke',
    unitPrice: ore(4500),
    quantity: thousandths(1000),
    vatRate: vatRate(2500),
    discount: null,
    reduction: ore(0),
    amount: ore(4500),
    vatAmount: ore(900),
  };
}

/** Opens a sale and rings up one line; gives back its id. */
export function openSale(journal: Journal): string {
  return write(journal, (tx) => {
    const number = tx.read.nextSaleNumber();
    const saleId = `${tillId}-${number}`;
    const { reduction: _reduction, amount: _amount, vatAmount: _vat, ...line } = soldLine(1);
    tx.append('sale.opened', { saleId, number, currency: 'NOK' });
    tx.append('sale.line-added', { saleId, line });
    return saleId;
  });
}

export function cash(): Payment {
  return { kind: 'cash', amount: ore(4500), rounding: ore(0), given: ore(5000), change: ore(500) };
}

export function card(attemptId: string): Payment {
  const details = { brand: 'VISA', maskedPan: '492500******1234', entryMethod: 'NFC', customerReceipt: null };
  return { kind: 'card', amount: ore(4500), attemptId, transactionId: `T-${attemptId}`, card: details };
}

/** What completes a sale of one line as its next receipt. */
export function completed(tx: JournalWriter, saleId: string, payments: Payment[]): CompletedSale {
  const receiptNumber = tx.read.nextReceiptNumber();
  return {
    saleId,
    receiptNumber,
    tillId,
    training: false,
    seller: {
      name: 'Kaffehjørnet AS',
      organisationNumber: '923663487',
      vatRegistered: true,
      address: ['Storgata 1'],
    },
    currency: 'NOK',
    lines: [soldLine(1)],
    vat: [{ rate: vatRate(2500), gross: ore(4500), net: ore(3600), vat: ore(900) }],
    total: ore(4500),
    rounding: ore(0),
    payments,
    signature: signer.sign({
      previous: tx.read.lastSignature(),
      date: '2026-11-22',
      time: '13:00:00',
      nr: String(receiptNumber),
      amountIncludingVat: ore(4500),
      amountExcludingVat: ore(3600),
    }),
  };
}

export function complete(journal: Journal, saleId: string, payments = [cash()]): number {
  return write(journal, (tx) => tx.append('sale.completed', completed(tx, saleId, payments)).seq);
}

/** A whole cash sale; gives back its id. */
export function sell(journal: Journal): string {
  const saleId = openSale(journal);
  complete(journal, saleId);
  return saleId;
}

/** What comes back of a sale of one line. */
export function returnedLine(): SoldLine {
  return { ...soldLine(1), quantity: thousandths(-1000), amount: ore(-4500), vatAmount: ore(-900) };
}

/** Writes down that a sale of one line goes back; to its card when it has an attempt, else in cash. */
export function prepareRefund(journal: Journal, receiptNumber: number, attemptId: string | null): string {
  return write(journal, (tx) => {
    const number = tx.read.nextRefundNumber();
    const refundId = `${tillId}-F${number}`;
    const saleId = tx.read.completedSale(receiptNumber)?.sale.saleId ?? '';
    const amount = ore(4500);
    tx.append('refund.prepared', {
      refundId,
      number,
      of: { tillId, saleId, receiptNumber },
      lines: [returnedLine()],
      amount,
      currency: 'NOK',
      reason: 'Angret',
      card:
        attemptId === null
          ? null
          : { attemptId, transactionId: `T-${attemptId}`, amount, terminalId: null, request: { amount } },
      cash: attemptId === null ? { amount, rounding: ore(0) } : null,
    });
    return refundId;
  });
}

/** The return receipt of a prepared refund. */
export function giveBack(journal: Journal, refundId: string): number {
  return write(journal, (tx) => {
    const [prepared] = tx.read.refundEntries(refundId);
    if (prepared?.kind !== 'refund.prepared') throw new Error(`${refundId} is not prepared`);
    const { of, card: byCard } = prepared.body;
    const receiptNumber = tx.read.nextReceiptNumber();
    const { seller, signature: _signature, ...rest } = completed(tx, of.saleId, [cash()]);
    const details = {
      brand: 'VISA',
      maskedPan: '492500******1234',
      entryMethod: null,
      customerReceipt: null,
    };
    tx.append('sale.returned', {
      refundId,
      receiptNumber,
      of,
      reason: 'Angret',
      tillId,
      training: false,
      seller,
      currency: rest.currency,
      lines: [returnedLine()],
      vat: [{ rate: vatRate(2500), gross: ore(-4500), net: ore(-3600), vat: ore(-900) }],
      total: ore(-4500),
      rounding: ore(0),
      payments: [
        byCard === null
          ? { kind: 'cash', amount: ore(-4500), rounding: ore(0) }
          : {
              kind: 'card',
              amount: ore(-4500),
              attemptId: byCard.attemptId,
              transactionId: byCard.transactionId,
              atTerminal: false,
              confirmed: 'by-dintero',
              card: details,
            },
      ],
      signature: signer.sign({
        previous: tx.read.lastSignature(),
        date: '2026-11-22',
        time: '13:00:00',
        nr: String(receiptNumber),
        amountIncludingVat: ore(-4500),
        amountExcludingVat: ore(-3600),
      }),
    });
    return receiptNumber;
  });
}

export function prepareAttempt(journal: Journal, saleId: string): string {
  return write(journal, (tx) => {
    const number = tx.read.nextAttemptNumber(saleId);
    const attemptId = `${saleId}-${number}`;
    const order = { merchant_reference: attemptId, amount: sum([ore(4500)]) };
    const body = {
      attemptId,
      saleId,
      number,
      amount: ore(4500),
      currency: 'NOK',
      terminalId: 'T0292',
    } as const;
    tx.append('attempt.prepared', { ...body, request: { order } });
    return attemptId;
  });
}

export function transaction(attemptId: string, captured: boolean) {
  return {
    transactionId: `T-${attemptId}`,
    status: captured ? 'CAPTURED' : 'AUTHORIZED',
    amount: ore(4500),
    currency: 'NOK',
    reference: attemptId,
    captured,
    card: { brand: 'VISA', maskedPan: '492500******1234', entryMethod: 'NFC', customerReceipt: null },
  };
}

export function article(id: string, name: string, more: Partial<Article> = {}): Article {
  return { id, name, price: ore(1000), vatRate: vatRate(1500), group: 'Mat', barcode: null, ...more };
}

export function stageArticles(journal: Journal, importId: string, articles: Article[]): void {
  write(journal, (tx) => tx.append('catalogue.articles', { importId, articles }));
}

export function endImport(journal: Journal, importId: string): void {
  const counts = { articles: 1, changed: 1, rejected: 0 };
  write(journal, (tx) =>
    tx.append('catalogue.imported', { importId, fileName: 'varer.csv', sha256: 'f'.repeat(64), ...counts }),
  );
}
