import type { DayReport } from '../journal/entries/day-report.ts';
import type { Seller } from '../journal/entries/sale.ts';
import type { DayFigure, OpenDay } from '../journal/index.ts';
import type { Means } from '../sale/means.ts';
import { type Currency, ore, type Ore, thousandths, vatRate } from '../sale/money.ts';

/** Whose day it is, and where it ends so far. */
export type ReportAbout = {
  readonly seller: Seller;
  readonly tillId: string;
  readonly training: boolean;
  readonly currency: Currency;
  /** UTC; the report's own time. */
  readonly to: string;
  /** The last entry before the report. */
  readonly lastSeq: number;
};

type Counted = { readonly number: number; readonly amount: Ore };
type Chosen = (name: DayFigure['figure'], key?: string) => readonly DayFigure[];

const none: Counted = { number: 0, amount: ore(0) };

/** The X or Z report of the open day, from its running figures alone (kassasystemforskrifta § 2-8-2). Amounts in øre. */
export function dayReport(day: OpenDay, about: ReportAbout): DayReport {
  const all = choose(day.figures);
  const sales = counted(all('sale'));
  const returns = counted(all('return'));
  const grand = {
    sales: ore(day.grandBefore.sales + sales.amount),
    returns: ore(day.grandBefore.returns + returns.amount),
  };
  return {
    seller: about.seller,
    tillId: about.tillId,
    training: about.training,
    currency: about.currency,
    period: { from: day.from, to: about.to, firstSeq: day.firstSeq, lastSeq: about.lastSeq },
    cashSales: ore(sales.amount + returns.amount),
    rounding: ore(adding(all('payment'), 'also')),
    groups: groups(all),
    payments: payments(all),
    operators: operators(day.figures),
    tips: none,
    vat: vat(all),
    openingFloat: float(all),
    salesReceipts: sales.number,
    drawerOpenings: counted(all('drawer-opening')).number,
    copies: counted(all('copy')),
    provisionalReceipts: none,
    returns,
    discounts: counted(all('discount')),
    aborted: counted(all('aborted')),
    lineCorrections: typed(all, 'line-correction', ['removed', 'quantity-lowered']),
    priceEnquiries: [],
    otherCorrections: typed(all, 'other-correction', ['float']),
    deliveryReceipts: none,
    trainingReceipts: counted(all('training')),
    grandTotals: { ...grand, net: ore(grand.sales + grand.returns) },
    creditSales: none,
    creditReturns: none,
    payIns: typed(all, 'moved', ['pay-in']),
    payOuts: typed(all, 'moved', ['pay-out', 'drop']),
    cashExpected: cashExpected(day.figures),
    lateApprovals: counted(all('late-approval')),
    ...(day.giftCards !== null && {
      giftCards: {
        sold: counted(all('gift-card', 'sold')),
        takenBack: counted(all('gift-card', 'taken-back')),
        outstanding: day.giftCards,
      },
    }),
  };
}

/** What should lie in the drawer: the float and the cash taken, less what was given back and taken out. In øre. */
export function cashExpected(figures: readonly DayFigure[]): Ore {
  const all = choose(figures);
  return ore(
    counted(all('float')).amount +
      counted(all('payment', 'cash')).amount +
      counted(all('moved', 'pay-in')).amount -
      counted(all('moved', 'pay-out')).amount -
      counted(all('moved', 'drop')).amount,
  );
}

/** Whether anything at all went through the drawer: then it must be counted, also when nothing should be left in it. */
export function hadCash(figures: readonly DayFigure[]): boolean {
  return figures.some(
    ({ figure, key }) => figure === 'float' || figure === 'moved' || (figure === 'payment' && key === 'cash'),
  );
}

function choose(figures: readonly DayFigure[]): Chosen {
  return (name, key) =>
    figures.filter((one) => one.figure === name && (key === undefined || one.key === key));
}

function adding(figures: readonly DayFigure[], what: 'number' | 'amount' | 'also'): number {
  return figures.reduce((sum, figure) => sum + figure[what], 0);
}

function counted(figures: readonly DayFigure[]): Counted {
  return { number: adding(figures, 'number'), amount: ore(adding(figures, 'amount')) };
}

function keysOf(figures: readonly DayFigure[]): string[] {
  return [...new Set(figures.map(({ key }) => key))];
}

function groups(all: Chosen): DayReport['groups'] {
  return keysOf(all('group'))
    .sort()
    .map((group) => ({
      group,
      ...counted(all('group', group)),
      quantity: thousandths(adding(all('group', group), 'also')),
    }));
}

const everyMeans: readonly Means[] = ['card', 'cash', 'gift-card'];

function payments(all: Chosen): DayReport['payments'] {
  return everyMeans.flatMap((means) => {
    const taken = all('payment', means);
    return taken.length === 0
      ? []
      : [{ means, ...counted(taken), returned: counted(all('paid-back', means)) }];
  });
}

function operators(figures: readonly DayFigure[]): DayReport['operators'] {
  const theirs = figures.filter(({ figure }) =>
    ['sale', 'return', 'group', 'payment', 'float'].includes(figure),
  );
  const names = [...new Set(theirs.map(({ operator }) => operator))];
  return names.map((operator) => {
    const all = choose(figures.filter((one) => one.operator === operator));
    return {
      operator,
      cashSales: ore(adding(all('sale'), 'amount') + adding(all('return'), 'amount')),
      groups: groups(all),
      payments: payments(all),
      openingFloat: float(all),
    };
  });
}

/** The highest rate first; what is free of VAT last. */
function vat(all: Chosen): DayReport['vat'] {
  return keysOf(all('vat'))
    .map(Number)
    .sort((a, b) => b - a)
    .map((rate) => {
      const figures = all('vat', String(rate));
      const gross = ore(adding(figures, 'amount'));
      const tax = ore(adding(figures, 'also'));
      return { rate: vatRate(rate), gross, net: ore(gross - tax), vat: tax };
    });
}

/** Null when none was registered; one that another replaced leaves a figure with the number zero. */
function float(all: Chosen): Ore | null {
  const { number, amount } = counted(all('float'));
  return number === 0 ? null : amount;
}

function typed<T extends string>(
  all: Chosen,
  name: DayFigure['figure'],
  types: readonly T[],
): (Counted & { readonly type: T })[] {
  return types.flatMap((type) => {
    const figures = all(name, type);
    return figures.length === 0 ? [] : [{ type, ...counted(figures) }];
  });
}
