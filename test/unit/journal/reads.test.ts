import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Clue, everyReceipt, type Journal } from '../../../main/journal/index.ts';
import { ore } from '../../../main/sale/money.ts';
import {
  article,
  card,
  complete,
  endImport,
  folder,
  newJournal,
  openSale,
  prepareAttempt,
  sell,
  stageArticles,
  tillId,
  transaction,
  write,
} from './shop.ts';

let journal: Journal;

beforeEach(() => {
  journal = newJournal(path.join(folder(), 'journal.sqlite'));
});

const ids = (attempts: { attemptId: string }[]): string[] => attempts.map(({ attemptId }) => attemptId);
const lists = (): Record<string, string[]> => ({
  unfinished: ids(journal.read.unfinishedAttempts()),
  watched: ids(journal.read.watchedAttempts()),
  uncaptured: ids(journal.read.uncapturedAttempts()),
});

describe('sales', () => {
  it('has one on the counter until it is parked, aborted or completed', () => {
    const first = openSale(journal);
    expect(journal.read.currentSaleId()).toBe(first);
    write(journal, (tx) => tx.append('sale.parked', { saleId: first, name: 'Bord 4' }));
    expect(journal.read.currentSaleId()).toBeNull();
    expect(journal.read.parkedSales()).toMatchObject([{ saleId: first, name: 'Bord 4' }]);
    const second = openSale(journal);
    expect(journal.read.currentSaleId()).toBe(second);
    write(journal, (tx) => tx.append('sale.aborted', { saleId: second, reason: 'Gikk', total: ore(4500) }));
    write(journal, (tx) => tx.append('sale.resumed', { saleId: first }));
    expect(journal.read.currentSaleId()).toBe(first);
    complete(journal, first);
    expect(journal.read.currentSaleId()).toBeNull();
    expect(journal.read.parkedSales()).toEqual([]);
    expect(journal.read.nextSaleNumber()).toBe(3);
  });

  it('is given back whole with its receipt, by number and by sale', () => {
    const saleId = sell(journal);
    const read = journal.read.completedSale(1);
    expect(read).toMatchObject({ operator: 'Kari', seq: 4, sale: { saleId, receiptNumber: 1, total: 4500 } });
    expect(journal.read.completedSaleOf(saleId)).toEqual(read);
    expect(journal.read.lastSignature()).toBe(read?.sale.signature.value);
    expect(journal.read.completedSale(2)).toBeNull();
    expect(journal.read.completedSaleOf(openSale(journal))).toBeNull();
  });

  it('lists receipts newest first, page by page, and finds one by its number', () => {
    for (let sales = 0; sales < 5; sales += 1) sell(journal);
    const saleId = openSale(journal);
    const attemptId = prepareAttempt(journal, saleId);
    complete(journal, saleId, [card(attemptId)]);
    const numbers = (clues: readonly Clue[], before: number | null = null, limit = 3) =>
      journal.read
        .receipts({ ...everyReceipt, clues, before, limit })
        .map((receipt) => receipt.receiptNumber);
    expect(numbers([])).toEqual([6, 5, 4]);
    expect(numbers([], 4)).toEqual([3, 2, 1]);
    expect(numbers([{ by: 'number', value: 2 }])).toEqual([2]);
    expect(numbers([{ by: 'number', value: 5 }], 5)).toEqual([]);
    const [paid, , , , , first] = journal.read.receipts({ ...everyReceipt, limit: 9 });
    expect(paid).toMatchObject({
      saleId,
      paidBy: 'card',
      change: 0,
      cardEnding: '1234',
      lines: 1,
      total: 4500,
    });
    expect(first).toMatchObject({ paidBy: 'cash', change: 500, cardEnding: null });
  });
});

describe('attempts', () => {
  it('is unfinished from its preparation until its sale is completed', () => {
    const saleId = openSale(journal);
    const attemptId = prepareAttempt(journal, saleId);
    const state = () => journal.read.attemptsOfSale(saleId)[0]?.state;
    const unfinished = { unfinished: [attemptId], watched: [], uncaptured: [] };
    expect([state(), lists()]).toEqual(['prepared', unfinished]);
    write(journal, (tx) => tx.append('attempt.creating', { attemptId }));
    expect([state(), lists()]).toEqual(['creating', unfinished]);
    write(journal, (tx) => tx.append('attempt.waiting', { attemptId, sessionId: 'S1', found: 'answer' }));
    expect([state(), lists()]).toEqual(['waiting', unfinished]);
    write(journal, (tx) =>
      tx.append('attempt.approved', { attemptId, transaction: transaction(attemptId, true) }),
    );
    expect([state(), lists()]).toEqual(['approved', unfinished]);
    complete(journal, saleId, [card(attemptId)]);
    expect([state(), lists()]).toEqual(['completed', { unfinished: [], watched: [], uncaptured: [] }]);
    expect(journal.read.attemptsOfSale(saleId)).toMatchObject([
      {
        attemptId,
        saleId,
        number: 1,
        amount: 4500,
        sessionId: 'S1',
        transactionId: `T-${attemptId}`,
        captured: true,
      },
    ]);
    expect(journal.read.attemptEntries(attemptId).map((entry) => entry.kind)).toEqual([
      'attempt.prepared',
      'attempt.creating',
      'attempt.waiting',
      'attempt.approved',
      'sale.completed',
    ]);
    expect(journal.read.saleEntries(saleId)).toHaveLength(7);
  });

  it('follows an authorised payment until it is captured', () => {
    const saleId = openSale(journal);
    const attemptId = prepareAttempt(journal, saleId);
    write(journal, (tx) =>
      tx.append('attempt.approved', { attemptId, transaction: transaction(attemptId, false) }),
    );
    complete(journal, saleId, [card(attemptId)]);
    expect(lists()).toEqual({ unfinished: [], watched: [], uncaptured: [attemptId] });
    write(journal, (tx) => tx.append('attempt.captured', { attemptId, transactionId: `T-${attemptId}` }));
    expect(lists()).toEqual({ unfinished: [], watched: [], uncaptured: [] });
  });

  it('watches an attempt that was not paid, and raises an alarm when it is paid after all', () => {
    const saleId = openSale(journal);
    const attemptId = prepareAttempt(journal, saleId);
    const notPaid = { attemptId, outcome: 'cancelled', code: 'CANCELLED', detail: '' } as const;
    write(journal, (tx) => tx.append('attempt.not-paid', notPaid));
    expect(lists()).toEqual({ unfinished: [], watched: [attemptId], uncaptured: [] });
    expect(journal.read.nextAttemptNumber(saleId)).toBe(2);
    const paid = {
      attemptId,
      transaction: transaction(attemptId, true),
      alarm: journal.read.nextAlarmNumber(),
    };
    write(journal, (tx) => tx.append('attempt.paid-after-all', paid));
    expect(lists()).toEqual({ unfinished: [], watched: [], uncaptured: [] });
    expect(journal.read.openAlarms()).toMatchObject([
      { alarm: 1, kind: 'paid-after-all', attemptId, saleId, amount: 4500 },
    ]);
    write(journal, (tx) =>
      tx.append('attempt.alarm-settled', { attemptId, how: 'attached', reason: 'Varen gikk' }),
    );
    expect(journal.read.openAlarms()).toEqual([]);
    expect(journal.read.nextAlarmNumber()).toBe(2);
    expect(lists()).toEqual({ unfinished: [attemptId], watched: [], uncaptured: [] });
    complete(journal, saleId, [card(attemptId)]);
    expect(journal.read.attemptsOfSale(saleId)[0]?.state).toBe('completed');
  });

  it('follows what was authorised after all until it is captured, and watches it again when it was let go', () => {
    const saleId = openSale(journal);
    const attemptId = prepareAttempt(journal, saleId);
    const notPaid = { attemptId, outcome: 'cancelled', code: 'voided', detail: '' } as const;
    const authorised = transaction(attemptId, false);
    const reserved = () => journal.read.reservedAttempts().map((one) => one.attemptId);
    const none = { unfinished: [], watched: [], uncaptured: [] };
    write(journal, (tx) => tx.append('attempt.not-paid', notPaid));
    write(journal, (tx) =>
      tx.append('attempt.paid-after-all', { attemptId, transaction: authorised, alarm: 1 }),
    );
    expect([lists(), reserved()]).toEqual([none, [attemptId]]);
    write(journal, (tx) => tx.append('attempt.alarm-withdrawn', notPaid));
    expect(journal.read.openAlarms()).toEqual([]);
    expect([lists(), reserved()]).toEqual([{ ...none, watched: [attemptId] }, []]);
    write(journal, (tx) =>
      tx.append('attempt.paid-after-all', { attemptId, transaction: authorised, alarm: 2 }),
    );
    write(journal, (tx) => tx.append('attempt.captured', { attemptId, transactionId: `T-${attemptId}` }));
    expect(journal.read.openAlarms()).toMatchObject([{ alarm: 2, attemptId }]);
    expect([lists(), reserved()]).toEqual([none, []]);
  });

  it('goes on watching what a person decided, and says so when Dintero contradicts', () => {
    const saleId = openSale(journal);
    const attemptId = prepareAttempt(journal, saleId);
    write(journal, (tx) => {
      tx.append('attempt.undecided', { attemptId, why: 'patience-over', detail: '' });
      tx.append('attempt.decided', { attemptId, paid: true, reason: 'Kvittering fra terminalen' });
      return null;
    });
    expect(lists()).toEqual({ unfinished: [attemptId], watched: [attemptId], uncaptured: [] });
    const payment = card(attemptId);
    complete(journal, saleId, [payment.kind === 'card' ? { ...payment, transactionId: null } : payment]);
    expect(lists()).toEqual({ unfinished: [], watched: [attemptId], uncaptured: [] });
    const contradicted = { attemptId, outcome: 'declined', code: 'DECLINED', detail: '', alarm: 1 } as const;
    write(journal, (tx) => tx.append('attempt.contradicted', contradicted));
    expect(journal.read.attemptsOfSale(saleId)[0]?.state).toBe('completed');
    expect(journal.read.openAlarms()).toMatchObject([{ kind: 'contradicted', amount: 4500 }]);
    expect(lists()).toEqual({ unfinished: [], watched: [], uncaptured: [] });
  });

  it('stops watching when the watch is over', () => {
    const attemptId = prepareAttempt(journal, openSale(journal));
    write(journal, (tx) => tx.append('attempt.decided', { attemptId, paid: false, reason: 'Kunden gikk' }));
    expect([lists()['watched'], journal.read.attemptsOfSale(`${tillId}-1`)[0]?.state]).toEqual([
      [attemptId],
      'failed',
    ]);
    write(journal, (tx) => tx.append('attempt.watch-ended', { attemptId }));
    expect(lists()['watched']).toEqual([]);
  });

  it('knows no attempt that was never prepared', () => {
    openSale(journal);
    const attemptId = `${tillId}-1-1`;
    expect(() => write(journal, (tx) => tx.append('attempt.creating', { attemptId }))).toThrow('no attempt');
    expect(journal.read.saleEntries(`${tillId}-1`)).toHaveLength(2);
  });
});

describe('articles', () => {
  const names = (text: string, limit = 10) =>
    journal.read.searchArticles(text, limit).map((found) => found.name);

  it('come in all at once, with the entry that ends their import', () => {
    stageArticles(journal, 'one', [article('1', 'Brød'), article('2', 'Melk', { barcode: '7038010000000' })]);
    expect(journal.read.articleCount()).toBe(0);
    stageArticles(journal, 'one', [article('3', 'Smør')]);
    endImport(journal, 'one');
    expect(journal.read.articleCount()).toBe(3);
    expect(journal.read.article('3')).toEqual(article('3', 'Smør'));
    expect(journal.read.articleByBarcode('7038010000000')?.name).toBe('Melk');
    expect(journal.read.articleByBarcode('0')).toBeNull();
    expect(journal.read.article('4')).toBeNull();
  });

  it('leave the catalogue as it was when an import is broken off', () => {
    stageArticles(journal, 'broken off', [article('1', 'Brød')]);
    stageArticles(journal, 'next', [article('2', 'Melk')]);
    endImport(journal, 'next');
    endImport(journal, 'broken off');
    expect(journal.read.articleCount()).toBe(1);
    expect(journal.read.article('1')).toBeNull();
  });

  it('are changed in place by a later import, and are found by the new name only', () => {
    stageArticles(journal, 'one', [article('1', 'Grovbrød'), article('2', 'Loff')]);
    endImport(journal, 'one');
    stageArticles(journal, 'two', [article('1', 'Rundstykke', { price: ore(1500), group: 'Bakst' })]);
    endImport(journal, 'two');
    expect(journal.read.article('1')).toMatchObject({ name: 'Rundstykke', price: 1500 });
    expect(names('rovbr')).toEqual([]);
    expect(names('stykke')).toEqual(['Rundstykke']);
    expect(journal.read.articleCount()).toBe(2);
  });

  it('are found by number, by beginning and by any piece of the name, whatever the case and accents', () => {
    const all = [
      'Påskeøl 0,5 l',
      'Økologisk melk',
      'Lettmelk 1 l',
      'Crème fraîche',
      'Melkesjokolade',
      'Is "stor"',
    ];
    stageArticles(
      journal,
      'one',
      all.map((name, index) => article(`10${index}`, name)),
    );
    endImport(journal, 'one');
    expect(names('melk')).toEqual(['Melkesjokolade', 'Økologisk melk', 'Lettmelk 1 l']);
    expect(names('ØKO')).toEqual(['Økologisk melk']);
    expect(names('paske')).toEqual(['Påskeøl 0,5 l']);
    expect(names('creme fra')).toEqual(['Crème fraîche']);
    expect(names('melk lett')).toEqual(['Lettmelk 1 l']);
    expect(names('melk 1')).toEqual(['Lettmelk 1 l']);
    expect(names('l')).toEqual(['Lettmelk 1 l']);
    expect(names('"sto')).toEqual(['Is "stor"']);
    expect(names('103')).toEqual(['Crème fraîche']);
    expect(names('10', 2)).toEqual(['Påskeøl 0,5 l', 'Økologisk melk']);
    expect(names('AND OR *')).toEqual([]);
    expect(names('  ')).toEqual([]);
  });

  it('stand in groups in Norwegian order', () => {
    const of = (id: string, group: string) => article(id, `Vare ${id}`, { group });
    stageArticles(journal, 'one', [
      of('1', 'Øl'),
      of('2', 'Aviser'),
      of('3', 'Øl'),
      of('4', 'Ære'),
      of('5', 'Øl'),
      of('6', 'Aviser 10'),
      of('7', 'Aviser 9'),
    ]);
    endImport(journal, 'one');
    expect(journal.read.groups()).toEqual([
      { name: 'Aviser', articles: 1 },
      { name: 'Aviser 9', articles: 1 },
      { name: 'Aviser 10', articles: 1 },
      { name: 'Ære', articles: 1 },
      { name: 'Øl', articles: 3 },
    ]);
    const stretch = (...asked: Parameters<typeof journal.read.articlesInGroup>): string[] =>
      journal.read.articlesInGroup(...asked).map(({ id }) => id);
    expect(stretch('Øl', 'first', 1, 5)).toEqual(['3', '5']);
    expect(stretch('Øl', 'last', 1, 5)).toEqual(['1', '3']);
    expect(stretch(null, 'first', 1, 2)).toEqual(['2', '3']);
    expect(stretch(null, 'last', 0, 2)).toEqual(['6', '7']);
  });
});
