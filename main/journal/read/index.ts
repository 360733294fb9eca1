import type Database from 'better-sqlite3';
import { type ArticleReads, createArticleReads } from './articles.ts';
import { type AttemptReads, createAttemptReads } from './attempts.ts';
import { type BooksReads, createBooksReads } from './books.ts';
import { type CaseReads, createCaseReads } from './cases.ts';
import { createDayReads, type DayReads } from './day.ts';
import { createDrawerReads, type DrawerReads } from './drawers.ts';
import { createEntryReads, type EntryReads } from './entries.ts';
import { createGiftCardReads, type GiftCardReads } from './gift-cards.ts';
import { createNumbers, type NumberReads } from './numbers.ts';
import { createPrintReads, type PrintReads } from './prints.ts';
import { createOperatorReads, type OperatorReads } from './operators.ts';
import { createReceiptPlaces, type ReceiptPlaces } from './receipt-places.ts';
import { createReceiptReads, type ReceiptReads } from './receipts.ts';
import { createRefundReads, type RefundReads } from './refunds.ts';
import { createSettingReads, type SettingReads } from './settings.ts';
import { createSoldReads, type SoldReads } from './sold.ts';
import { createSaleReads, type SaleReads } from './sales.ts';

export type { ArticleGroup } from './articles.ts';
export type { AttemptRow, OpenAlarm } from './attempts.ts';
export type { DayPayout, DueExport } from './books.ts';
export type { ComparedAttempt, OpenCase } from './cases.ts';
export type { DayFigure, OpenDay, ReportSummary } from './day.ts';
export type { SoldGiftCard } from './gift-cards.ts';
export type { OpenPrint, PrintState } from './prints.ts';
export type { KnownOperator } from './operators.ts';
export type { Clue, ReceiptQuery } from './receipt-search.ts';
export type { ReceiptFilter } from './receipt-places.ts';
export type { CompletedSaleRead, ExchangedSaleRead, ReceiptSummary, ReturnedSaleRead } from './receipts.ts';
export type { PaidWith, SoldSale } from './sold-sale.ts';
export type { GoneRow, OpenRefundAlarm, RefundRow, ReturnedLine } from './refunds.ts';
export type { ParkedSale } from './sales.ts';

/** What can be asked of the journal. Every read throws when the file cannot be read. */
export type JournalReads = EntryReads &
  SaleReads &
  AttemptReads &
  NumberReads &
  ReceiptReads &
  ReceiptPlaces &
  PrintReads &
  RefundReads &
  ArticleReads &
  BooksReads &
  CaseReads &
  DayReads &
  DrawerReads &
  GiftCardReads &
  SettingReads &
  SoldReads &
  OperatorReads;

/** Prepares the reads once. They see what the connection sees: inside a transaction, what it wrote so far as well. */
export function createReads(db: Database.Database): JournalReads {
  return {
    ...createEntryReads(db),
    ...createSaleReads(db),
    ...createAttemptReads(db),
    ...createNumbers(db),
    ...createReceiptReads(db),
    ...createReceiptPlaces(db),
    ...createPrintReads(db),
    ...createRefundReads(db),
    ...createArticleReads(db),
    ...createBooksReads(db),
    ...createCaseReads(db),
    ...createDayReads(db),
    ...createDrawerReads(db),
    ...createGiftCardReads(db),
    ...createSettingReads(db),
    ...createSoldReads(db),
    ...createOperatorReads(db),
  };
}
