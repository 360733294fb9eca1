import { z } from 'zod';

/** The day as the window sees it: from the opening float to the Z report, and the shop's own figures. */

const nothing = z.strictObject({});
const done = z.null();
const reason = z.string().trim().min(1).max(200);
const positive = z.int().min(1).max(100_000_000);
const amount = z.int();
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One thing that must be settled first, its sentence, and where that is done. */
export const unsettledView = z.strictObject({
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open-sale') }),
    z.strictObject({ kind: z.literal('parked-sale'), saleId: z.string() }),
    z.strictObject({ kind: z.literal('payment'), saleId: z.string() }),
    z.strictObject({ kind: z.literal('refund'), refundId: z.string() }),
    z.strictObject({ kind: z.literal('alarm'), alarm: z.int() }),
    z.strictObject({ kind: z.literal('case'), case: z.int() }),
  ]),
  sentence: z.string(),
});

const standingCount = z.strictObject({ expected: amount, counted: amount, difference: amount }).nullable();
/** Whose drawer; null is nobody's. */
const drawer = z.string().min(1).max(60).nullable();

export const dayView = z.strictObject({
  /** Of the Z report that will close it. */
  number: z.int(),
  since: z.string(),
  openingFloat: amount.nullable(),
  unsettled: z.array(unsettledView),
  /** Paid by customers and not yet captured for the shop; the day can be closed all the same. */
  uncaptured: z.strictObject({ number: z.int(), amount }),
  /** Whether cash went through the drawer, so that it must be counted. */
  hadCash: z.boolean(),
  denominations: z.array(amount),
  /** The count that stands: null when none was made since cash last moved. What was expected is told only now. */
  count: standingCount,
  /** Where each operator has a drawer of its own: those that cash went through; null where the till has one. */
  drawers: z.array(z.strictObject({ drawer, float: amount.nullable(), count: standingCount })).nullable(),
});

export const reportSummaryView = z.strictObject({
  seq: z.int(),
  kind: z.enum(['x', 'z']),
  number: z.int().nullable(),
  at: z.string(),
});

export const reportView = z.strictObject({ summary: reportSummaryView, text: z.string() });

/** How much was sold under one heading: an hour, a group, an article, a means of payment, an operator. */
const soldView = z.strictObject({
  name: z.string(),
  /** Receipts, or pieces in thousandths for groups and articles. */
  number: z.int(),
  amount,
});

export const shopFiguresView = z.strictObject({
  from: date,
  to: date,
  sales: z.strictObject({ number: z.int(), amount }),
  returns: z.strictObject({ number: z.int(), amount }),
  net: amount,
  vat: amount,
  hours: z.array(soldView),
  groups: z.array(soldView),
  /** Those that brought most. */
  articles: z.array(soldView),
  means: z.array(soldView),
  operators: z.array(soldView),
});

const period = z.strictObject({ from: date, to: date });
const written = z.strictObject({ saved: z.boolean() });
const onPaper = z.strictObject({ printed: z.boolean() });
const ofReport = z.strictObject({ seq: z.int().positive() });

export const dayCalls = {
  'day.view': { asks: nothing, answers: dayView },
  /** `reason` is needed when the day has a float already. */
  'day.float': {
    asks: z.strictObject({ amount: z.int().min(0).max(100_000_000), reason: reason.nullable() }),
    answers: done,
  },
  'day.moveCash': {
    asks: z.strictObject({ kind: z.enum(['pay-in', 'pay-out', 'drop']), amount: positive, reason }),
    answers: done,
  },
  'day.openDrawer': { asks: z.strictObject({ reason }), answers: done },
  'day.x': { asks: nothing, answers: reportView },
  /** Null is a field left blank, and is not zero. `drawer` where each operator has one: whose. */
  'day.count': {
    asks: z.strictObject({
      drawer: drawer.optional(),
      counts: z
        .array(z.strictObject({ denomination: positive, count: z.int().min(0).max(100_000).nullable() }))
        .max(30),
    }),
    answers: z.strictObject({ expected: amount, counted: amount, difference: amount }),
  },
  /** `number` is the Z that the person means to make; `reason` explains the count's difference. */
  'day.close': {
    asks: z.strictObject({
      number: z.int().positive(),
      reason: reason.nullable(),
      /** The same for each operator's drawer, where each has one. */
      drawers: z.array(z.strictObject({ drawer, reason })).max(100).optional(),
    }),
    answers: reportView,
  },
  'report.list': {
    asks: z.strictObject({ before: z.int().positive().nullable(), limit: z.int().min(1).max(200) }),
    answers: z.array(reportSummaryView),
  },
  'report.show': { asks: ofReport, answers: reportView },
  /** Answers whether it is on paper; else it waits, and the view says why. */
  'report.print': { asks: ofReport, answers: onPaper },
  'report.savePdf': { asks: ofReport, answers: written },
  'shop.figures': { asks: period, answers: shopFiguresView },
  'shop.print': { asks: period, answers: onPaper },
  'shop.saveCsv': { asks: period, answers: written },
} as const;

export type DayView = z.infer<typeof dayView>;
export type UnsettledView = z.infer<typeof unsettledView>;
export type ReportSummaryView = z.infer<typeof reportSummaryView>;
export type ReportView = z.infer<typeof reportView>;
export type ShopFiguresView = z.infer<typeof shopFiguresView>;
