import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { Entry } from '../entries/index.ts';
import { alarmDeriver } from './alarm.ts';
import { articleDeriver } from './article.ts';
import { attemptDeriver } from './attempt.ts';
import { booksDeriver } from './books.ts';
import { caseDeriver } from './case.ts';
import { dayDeriver } from './day.ts';
import { lostAttemptDeriver } from './lost-attempt.ts';
import { drawerDeriver } from './drawer.ts';
import { printDeriver } from './print.ts';
import { giftCardDeriver } from './gift-card.ts';
import { operatorDeriver } from './operator.ts';
import { exchangeDeriver } from './exchange.ts';
import { receiptDeriver } from './receipt.ts';
import { refundDeriver } from './refund.ts';
import { saleDeriver } from './sale.ts';
import { saleEntryDeriver } from './sale-entry.ts';
import { seriesDeriver } from './series.ts';
import { settingDeriver } from './setting.ts';

/** Brings the derived tables up to an entry. Throws when the entry does not fit those before it. */
export type Derive = (entry: Entry) => void;

/**
 * Prepares what keeps the derived tables of `db`. They follow from the entries alone: no clock, no settings.
 * `entries` is where the entries lie, when they lie in another file.
 */
export function createDerive(db: Database.Database, entries: Database.Database = db): Derive {
  const sale = saleDeriver(db);
  const saleEntry = saleEntryDeriver(db);
  const receipt = receiptDeriver(db);
  const attempt = attemptDeriver(db);
  const alarm = alarmDeriver(db);
  const article = articleDeriver(db, entries);
  const series = seriesDeriver(db);
  const books = booksDeriver(db);
  const drawer = drawerDeriver(db);
  const numberedCase = caseDeriver(db);
  const day = dayDeriver(db, entries);
  const refund = refundDeriver(db);
  const lostAttempt = lostAttemptDeriver(db);
  const setting = settingDeriver(db);
  const print = printDeriver(db);
  const operator = operatorDeriver(db);
  const exchange = exchangeDeriver(db);
  const giftCard = giftCardDeriver(db);

  return (entry) => {
    switch (entry.kind) {
      case 'sale.opened':
        saleEntry(entry.body.saleId, entry.seq);
        series(entry);
        sale(entry);
        return;
      case 'sale.parked':
      case 'sale.resumed':
        saleEntry(entry.body.saleId, entry.seq);
        sale(entry);
        return;
      case 'sale.return-added':
      case 'sale.return-removed':
        saleEntry(entry.body.saleId, entry.seq);
        exchange(entry);
        return;
      case 'sale.exchanged':
        saleEntry(entry.body.saleId, entry.seq);
        sale(entry);
        receipt(entry);
        exchange(entry);
        giftCard(entry);
        day.figures(entry);
        for (const payment of entry.body.payments) {
          if (payment.kind === 'card') attempt.counted(entry, payment);
        }
        if (entry.body.refundId !== null) refund.exchanged(entry.body.refundId, entry);
        return;
      case 'sale.aborted':
        saleEntry(entry.body.saleId, entry.seq);
        sale(entry);
        exchange(entry);
        day.figures(entry);
        return;
      case 'sale.line-added':
      case 'sale.discounted':
      case 'sale.line-priced':
      case 'sale.line-noted':
      case 'sale.age-checked':
      case 'sale.buyer-named':
        saleEntry(entry.body.saleId, entry.seq);
        return;
      case 'sale.part-given-back':
        saleEntry(entry.body.saleId, entry.seq);
        giftCard(entry);
        return;
      case 'sale.part-lost':
        saleEntry(entry.body.saleId, entry.seq);
        attempt.lost(entry);
        return;
      case 'sale.part-paid': {
        const { saleId, payment } = entry.body;
        saleEntry(saleId, entry.seq);
        if (payment.kind === 'card') attempt.counted(entry, payment);
        giftCard(entry);
        return;
      }
      case 'sale.line-quantity':
      case 'sale.line-removed':
        saleEntry(entry.body.saleId, entry.seq);
        day.figures(entry);
        return;
      case 'sale.completed':
        saleEntry(entry.body.saleId, entry.seq);
        sale(entry);
        receipt(entry);
        giftCard(entry);
        day.figures(entry);
        for (const payment of entry.body.payments) {
          if (payment.kind === 'card') attempt.counted(entry, payment);
        }
        return;
      case 'attempt.prepared':
        saleEntry(entry.body.saleId, entry.seq);
        attempt.prepared(entry);
        return;
      case 'attempt.paid-after-all':
        saleEntry.ofAttempt(entry.body.attemptId, entry.seq);
        alarm(entry);
        attempt.changed(entry);
        day.figures(entry);
        return;
      case 'attempt.contradicted':
      case 'attempt.alarm-settled':
      case 'attempt.alarm-withdrawn':
        saleEntry.ofAttempt(entry.body.attemptId, entry.seq);
        alarm(entry);
        attempt.changed(entry);
        return;
      case 'attempt.creating':
      case 'attempt.waiting':
      case 'attempt.cancel-asked':
      case 'attempt.undecided':
      case 'attempt.approved':
      case 'attempt.not-paid':
      case 'attempt.captured':
      case 'attempt.decided':
      case 'attempt.watch-ended':
        saleEntry.ofAttempt(entry.body.attemptId, entry.seq);
        attempt.changed(entry);
        return;
      case 'refund.prepared':
      case 'refund.refused':
      case 'refund.decided':
        giftCard(entry);
        refund(entry);
        return;
      case 'refund.sending':
      case 'refund.accepted':
      case 'refund.undecided':
      case 'refund.done':
      case 'refund.for-exchange':
      case 'refund.of-other-till':
      case 'refund.alarm-settled':
      case 'refund.watch-ended':
        refund(entry);
        return;
      case 'refund.contradicted':
        series(entry);
        refund(entry);
        return;
      case 'sale.returned':
        giftCard(entry);
        refund(entry);
        receipt(entry);
        day.figures(entry);
        return;
      case 'article.changed':
      case 'catalogue.articles':
      case 'catalogue.imported':
        article(entry);
        return;
      case 'till.journal-recovered':
      case 'till.restored':
        series(entry);
        return;
      case 'till.attempts-lost':
        series(entry);
        lostAttempt(entry);
        return;
      case 'case.opened':
      case 'case.settled':
      case 'day.matched':
        numberedCase(entry);
        return;
      case 'terminal.day-asked':
      case 'terminal.day-told':
      case 'settlement.matched':
      case 'settlement.differs':
      case 'day.export-due':
      case 'day.exported':
        books(entry);
        return;
      case 'settings.changed':
        setting(entry);
        return;
      case 'till.started':
      case 'till.stopped':
      case 'till.updated':
      case 'till.training-started':
      case 'till.training-ended':
      case 'till.clock-jumped':
      case 'till.journal-writable':
      case 'till.signing-key':
      case 'journal.exported':
      case 'drawer.kicked':
      case 'period.matched':
        return;
      case 'print.wanted':
      case 'print.started':
      case 'print.ended':
      case 'print.settled':
        print(entry);
        return;
      case 'operator.logged-in':
      case 'operator.pin-refused':
      case 'operator.added':
      case 'operator.changed':
      case 'operator.pin-changed':
      case 'operator.removed':
      case 'operator.replaced':
      case 'manager.approved':
        operator(entry);
        return;
      case 'operator.logged-out':
      case 'operator.locked':
      case 'credentials.replaced':
      case 'credentials.not-replaced':
        return;
      case 'receipt.printed':
      case 'receipt.mailed':
      case 'receipt.shown':
        day.figures(entry);
        day.printed(entry);
        return;
      case 'cash.float':
      case 'drawer.float':
      case 'cash.moved':
      case 'drawer.opened':
        day.figures(entry);
        return;
      case 'drawer.counted':
      case 'drawers.settled':
        drawer(entry);
        return;
      case 'day.counted':
        day.counted(entry);
        return;
      case 'report.x':
      case 'report.z':
        day.reported(entry);
        return;
      default:
        assertNever(entry);
    }
  };
}
