import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Clue, everyReceipt, type Journal, type ReceiptQuery } from '../../../main/journal/index.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import * as shop from './shop.ts';

let journal: Journal;
let file: string;

beforeEach(() => {
  file = path.join(shop.folder(), 'journal.sqlite');
  journal = shop.newJournal(file);
});

/** A sale of one line paid by card; gives its attempt. */
function soldByCard(): string {
  const saleId = shop.openSale(journal);
  const attemptId = shop.prepareAttempt(journal, saleId);
  shop.complete(journal, saleId, [shop.card(attemptId)]);
  return attemptId;
}

describe('refunds', () => {
  it('take what they give back from the moment they are written down, until they are refused', () => {
    const attemptId = soldByCard();
    const saleId = `${shop.tillId}-1`;
    const refundId = shop.prepareRefund(journal, 1, attemptId);
    expect(journal.read.openRefunds()).toEqual([refundId]);
    expect(journal.read.returnedLines(saleId)).toEqual([
      { lineId: '1', quantity: -1000, amount: -4500, vatAmount: -900 },
    ]);
    shop.write(journal, (tx) => tx.append('refund.refused', { refundId, code: 'refused', detail: '' }));
    expect(journal.read.openRefunds()).toEqual([]);
    expect(journal.read.returnedLines(saleId)).toEqual([]);
    expect(journal.read.refundsOf(saleId)).toMatchObject([
      { refundId, state: 'refused', card: 4500, cash: 0 },
    ]);
    expect(journal.read.nextRefundNumber()).toBe(2);
  });

  it('end in a return receipt in the series of sales, in the same chain of signatures', () => {
    const attemptId = soldByCard();
    const refundId = shop.prepareRefund(journal, 1, attemptId);
    shop.write(journal, (tx) => tx.append('refund.done', { refundId, eventId: 'e' }));
    expect(shop.giveBack(journal, refundId)).toBe(2);
    shop.sell(journal);
    expect(journal.read.returnedSale(2)?.returned.refundId).toBe(refundId);
    expect(journal.read.completedSale(3)?.sale.signature.previous).toBe(
      journal.read.returnedSale(2)?.returned.signature.value,
    );
    const db = shop.value(openForReading(file));
    expect(verify(db)).toMatchObject({ wrong: null, receipts: 3 });
    db.close();
  });

  it('are nothing that the journal takes twice, or of a refund it does not know', () => {
    const refundId = shop.prepareRefund(journal, journalWithSale(), null);
    shop.giveBack(journal, refundId);
    expect(() => shop.giveBack(journal, refundId)).toThrow(/settled/);
    const late = { refundId, code: 'refused', detail: '' };
    expect(() => shop.write(journal, (tx) => tx.append('refund.refused', late))).toThrow(/settled/);
    const unknown = { refundId: `${shop.tillId}-F9`, eventId: null };
    expect(() => shop.write(journal, (tx) => tx.append('refund.done', unknown))).toThrow(
      /There is no refund/,
    );
  });
});

function journalWithSale(): number {
  shop.sell(journal);
  return 1;
}

describe('a receipt', () => {
  const numbers = (query: Partial<ReceiptQuery>): number[] =>
    journal.read.receipts({ ...everyReceipt, limit: 50, ...query }).map(({ receiptNumber }) => receiptNumber);
  const by = (...clues: Clue[]): number[] => numbers({ clues });

  it('is found by all that it is known by, the newest first', () => {
    shop.stageArticles(journal, 'i', [shop.article('sku-1', 'Mørk kaffe'), shop.article('sku-2', 'Te')]);
    shop.endImport(journal, 'i');
    const attemptId = soldByCard();
    shop.sell(journal);
    shop.giveBack(journal, shop.prepareRefund(journal, 1, attemptId));
    expect(by({ by: 'number', value: 2 })).toEqual([2]);
    expect(by({ by: 'amount', value: 4500 })).toEqual([3, 2, 1]);
    expect(by({ by: 'amount', value: 4501 })).toEqual([]);
    expect(by({ by: 'card', ending: '1234' })).toEqual([3, 1]);
    expect(by({ by: 'article', articleId: 'sku-1' })).toEqual([3, 2, 1]);
    expect(by({ by: 'words', text: 'mørk' })).toEqual([3, 2, 1]);
    expect(by({ by: 'words', text: 'te' })).toEqual([]);
    expect(by({ by: 'transaction', id: `T-${attemptId}` })).toEqual([3, 1]);
    expect(by({ by: 'sale', saleId: `${shop.tillId}-1` })).toEqual([3, 1]);
    expect(by({ by: 'refund', refundId: `${shop.tillId}-F1` })).toEqual([3]);
  });

  it('that is asked for by its number stands before those that only come to it', () => {
    for (let sales = 0; sales < 3; sales += 1) shop.sell(journal);
    expect(by({ by: 'number', value: 1 }, { by: 'amount', value: 4500 })).toEqual([1, 3, 2]);
  });

  it('is sought within a time, a kind and a way of paying', () => {
    const attemptId = soldByCard();
    shop.sell(journal);
    shop.giveBack(journal, shop.prepareRefund(journal, 1, attemptId));
    const at = journal.read.completedSale(2)?.at ?? '';
    expect(numbers({ from: at })).toEqual([3, 2]);
    expect(numbers({ to: at })).toEqual([1]);
    expect(numbers({ from: at, to: at })).toEqual([]);
    expect(numbers({ kind: 'return' })).toEqual([3]);
    expect(numbers({ kind: 'sale', paidBy: 'card' })).toEqual([1]);
    expect(numbers({ paidBy: 'cash' })).toEqual([2]);
    expect(numbers({ clues: [{ by: 'number', value: 1 }], kind: 'return' })).toEqual([]);
    expect(numbers({ clues: [{ by: 'card', ending: '1234' }], to: at })).toEqual([1]);
  });

  it('is found page by page, whatever it is found by', () => {
    shop.stageArticles(journal, 'i', [shop.article('sku-1', 'Kaffe')]);
    shop.endImport(journal, 'i');
    for (let sales = 0; sales < 5; sales += 1) shop.sell(journal);
    for (const clues of [[], [{ by: 'words', text: 'kaffe' }], [{ by: 'amount', value: 4500 }]] as Clue[][]) {
      expect(numbers({ clues, limit: 2 })).toEqual([5, 4]);
      expect(numbers({ clues, limit: 2, before: 4 })).toEqual([3, 2]);
      expect(numbers({ clues, limit: 2, before: 2 })).toEqual([1]);
    }
  });
});
