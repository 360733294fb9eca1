import type { DayReport } from '../journal/entries/day-report.ts';
import type { Means } from '../sale/means.ts';

/** The words of X and Z reports (kassasystemforskrifta §§ 2-8-2 and 2-8-3; § 2-4 allows Norwegian and English). */
export interface DayWords {
  readonly xReport: string;
  zReport(number: number): string;
  /** Over and under a report of training. */
  readonly training: string;
  readonly organisationNumber: string;
  readonly date: string;
  readonly time: string;
  readonly till: string;
  readonly operator: string;
  readonly nobody: string;
  readonly since: string;
  readonly entries: string;
  readonly sales: string;
  readonly cashSales: string;
  readonly rounding: string;
  readonly byGroup: string;
  readonly noGroup: string;
  readonly byMeans: string;
  readonly means: Readonly<Record<Means, string>>;
  readonly giftCards: string;
  readonly giftCardsSold: string;
  readonly giftCardsTakenBack: string;
  readonly giftCardsOutstanding: string;
  readonly givenBack: string;
  readonly byOperator: string;
  readonly byHour: string;
  readonly byArticle: string;
  /** What the shop's own figures are called, and the columns of their CSV. */
  readonly figures: string;
  readonly net: string;
  readonly csv: Readonly<Record<'from' | 'to' | 'by' | 'name' | 'number' | 'amount', string>>;
  readonly vat: string;
  readonly vatFree: string;
  readonly vatNet: string;
  readonly vatTax: string;
  readonly tips: string;
  readonly openingFloat: string;
  readonly notRegistered: string;
  readonly counts: string;
  readonly salesReceipts: string;
  readonly drawerOpenings: string;
  readonly copies: string;
  readonly provisional: string;
  readonly returns: string;
  readonly discounts: string;
  readonly aborted: string;
  readonly corrections: string;
  readonly lineCorrections: Readonly<Record<DayReport['lineCorrections'][number]['type'], string>>;
  readonly otherCorrections: Readonly<Record<DayReport['otherCorrections'][number]['type'], string>>;
  readonly priceEnquiries: string;
  readonly delivery: string;
  readonly trainingReceipts: string;
  readonly credit: string;
  readonly creditReturns: string;
  readonly lateApprovals: string;
  readonly grandTotals: string;
  readonly grandSales: string;
  readonly grandReturns: string;
  readonly grandNet: string;
  readonly drawer: string;
  readonly moved: Readonly<Record<'pay-in' | 'pay-out' | 'drop', string>>;
  readonly expected: string;
  readonly counted: string;
  readonly difference: string;
  readonly reason: string;
  readonly notCounted: string;
  readonly matching: string;
  readonly transactions: string;
  readonly differences: string;
  readonly matchedAt: string;
  readonly notAvailable: string;
  /** How each operator's drawer came out. */
  readonly byDrawer: string;
  readonly uncaptured: string;
  /** What the terminal itself has added up. */
  readonly terminal: string;
  readonly terminalTotals: string;
  readonly terminalBatch: string;
  readonly terminalPurchases: string;
  readonly terminalReversals: string;
  readonly tillCards: string;
  readonly signature: string;
  /** What must be settled before the day can be closed. Amounts are written out already. */
  readonly unsettled: {
    openSale(total: string): string;
    parkedSale(name: string, total: string): string;
    payment(amount: string): string;
    refund(amount: string): string;
    alarm(amount: string): string;
    case(number: number): string;
  };
}
