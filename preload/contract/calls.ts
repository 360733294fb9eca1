import { z } from 'zod';
import { howAsk, otherTillPaymentView, refundQuoteView, wantedAsk } from './refund.ts';
import { cardCalls } from './cards.ts';
import { giftCardCalls } from './gift-card.ts';
import { dayCalls } from './day.ts';
import { aboutCalls } from './about.ts';
import { copyCalls } from './copy.ts';
import { exportCalls } from './export.ts';
import { printerCalls } from './printer.ts';
import { operatorCalls } from './operator.ts';
import { setUpCalls } from './set-up.ts';
import { shopSettingsCalls } from './settings.ts';
import { updateCalls } from './update.ts';
import {
  buyer,
  articleView,
  groupView,
  importView,
  languageView,
  receiptSummaryView,
  receiptView,
  settingsView,
  terminalAnswerView,
  tillView,
} from './view.ts';

/**
 * Every call the window can make: what the cashier pressed, and the shape of what comes back. Both sides of each call
 * are parsed in the main process. No SQL, no URL, no path and no key can be said in these words.
 */

const nothing = z.strictObject({});
const done = z.null();
const shortText = z.string().max(200);
const reason = z.string().trim().min(1).max(200);
const id = z.string().min(1).max(60);
const amount = z.int().min(-100_000_000).max(100_000_000);
/** What a sale comes to, which is more than one article may cost: as large as Dintero takes. */
const sum = z.int().min(-2_147_483_647).max(2_147_483_647);
const quantity = z.int().min(-1_000_000_000).max(1_000_000_000);
const discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount }),
  z.strictObject({ kind: z.literal('percent'), rate: z.int().min(1).max(10_000) }),
]);

const articleAsk = z.strictObject({
  id: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(100),
  price: z.int().min(0).max(100_000_000),
  vatRate: z.int().min(0).max(10_000),
  group: z.string().trim().max(60),
  barcode: z.string().trim().max(48).nullable(),
  ageLimit: z.int().min(1).max(99).nullable(),
  deposit: z.int().min(1).max(100_000).nullable(),
});

const receiptFilter = {
  kind: z.enum(['sale', 'return', 'exchange']).nullable(),
  paidBy: z.enum(['card', 'cash', 'gift-card', 'mixed']).nullable(),
};

export const calls = {
  'till.view': { asks: nothing, answers: tillView },

  /** A scan or a typed code: a barcode or an article number, `3*code` for three of them. Answers with the line. */
  'sale.enter': {
    asks: z.strictObject({ text: shortText }),
    answers: z.strictObject({ lineId: z.string() }),
  },
  'sale.addArticle': {
    asks: z.strictObject({ articleId: id, quantity }),
    answers: z.strictObject({ lineId: z.string() }),
  },
  'sale.addFreeAmount': {
    asks: z.strictObject({
      amount,
      vatRate: z.int().min(0).max(10_000),
      description: z.string().trim().max(60),
    }),
    answers: z.strictObject({ lineId: z.string() }),
  },
  /** A smaller quantity is a correction and needs a reason. */
  'sale.setQuantity': {
    asks: z.strictObject({ lineId: id, quantity, reason: reason.nullable() }),
    answers: done,
  },
  'sale.removeLine': { asks: z.strictObject({ lineId: id, reason }), answers: done },
  /** `lineId` null: the whole sale. `discount` null: take it off again. */
  'sale.discount': {
    asks: z.strictObject({ lineId: id.nullable(), discount: discount.nullable() }),
    answers: done,
  },
  /** Another price than the article's, including VAT. */
  'sale.setPrice': {
    asks: z.strictObject({ lineId: id, unitPrice: amount.nonnegative(), reason }),
    answers: done,
  },
  /** Empty: taken off again. */
  'sale.setNote': { asks: z.strictObject({ lineId: id, note: z.string().trim().max(80) }), answers: done },
  /** The cashier has seen that the buyer is old enough for everything in the basket. */
  'sale.checkAge': { asks: nothing, answers: done },
  'sale.nameBuyer': {
    asks: z.strictObject({ buyer: buyer.nullable() }),
    answers: done,
  },
  'sale.clear': { asks: z.strictObject({ reason }), answers: done },
  'sale.park': { asks: z.strictObject({ name: z.string().trim().max(40) }), answers: done },
  'sale.resume': { asks: z.strictObject({ saleId: id }), answers: done },
  'sale.startNew': { asks: nothing, answers: done },

  'catalogue.groups': { asks: nothing, answers: z.array(groupView) },
  /** A stretch of a group by name (null: of all articles), without so many of its first, or of its last. */
  'catalogue.inGroup': {
    asks: z.strictObject({
      group: shortText.nullable(),
      from: z.enum(['first', 'last']),
      skip: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    answers: z.array(articleView),
  },
  /** The articles of the quick keys as they are arranged; null for one that the till has not. */
  'catalogue.quickKeys': {
    asks: nothing,
    answers: z.array(z.strictObject({ articleId: z.string(), article: articleView.nullable() })),
  },
  /** What a code or an article number stands for, without ringing it up; null for nothing. */
  'catalogue.lookUp': { asks: z.strictObject({ text: shortText }), answers: articleView.nullable() },
  /** Changes one article, or makes a new one. */
  'catalogue.change': { asks: articleAsk, answers: done },
  'catalogue.search': {
    asks: z.strictObject({ text: shortText, limit: z.int().min(1).max(200) }),
    answers: z.array(articleView),
  },
  /** Opens the system's file dialog; null when the person closes it. Nothing is imported yet. */
  'catalogue.chooseFile': { asks: nothing, answers: importView.nullable() },
  'catalogue.acceptImport': {
    asks: z.strictObject({ importId: id }),
    answers: z.strictObject({ changed: z.int() }),
  },
  'catalogue.dropImport': { asks: z.strictObject({ importId: id }), answers: done },

  /** `total` is what the cashier saw as still to be paid: a basket that changed meanwhile is not paid for. */
  'payment.card': { asks: z.strictObject({ total: sum }), answers: done },
  'payment.cash': { asks: z.strictObject({ total: sum, given: sum }), answers: done },
  /** A part of what is due, less than all of it; the rest is paid afterwards. */
  'payment.cardPart': { asks: z.strictObject({ total: sum, amount: sum.positive() }), answers: done },
  'payment.cashPart': { asks: z.strictObject({ total: sum, amount: sum.positive() }), answers: done },
  /** Gives a part back, out of the drawer or to its card; the sale may be changed when none is left. */
  'payment.giveBackPart': { asks: z.strictObject({ part: z.int().positive(), reason }), answers: done },
  'payment.cancel': { asks: nothing, answers: done },
  'payment.backToSale': { asks: nothing, answers: done },
  'payment.lookNow': { asks: nothing, answers: done },
  /** Puts a sale with an undecided payment aside, so that the next customer can be served. */
  'payment.setAside': { asks: nothing, answers: done },
  'payment.decide': { asks: z.strictObject({ paid: z.boolean(), reason }), answers: done },
  'alarm.settle': {
    asks: z.strictObject({
      alarm: z.int().positive(),
      /** A refund gives the whole payment back; the alarm is settled when the money did go back. */
      how: z.enum(['attach', 'refund', 'handled-elsewhere']),
      reason,
    }),
    answers: done,
  },

  /** Compares Dintero's books with the till's; answers how many differences were new. */
  'cases.lookNow': { asks: nothing, answers: z.strictObject({ opened: z.int() }) },
  'case.settle': {
    asks: z.strictObject({
      case: z.int().positive(),
      how: z.enum(['handled-elsewhere', 'nothing-to-do']),
      reason,
    }),
    answers: done,
  },

  /**
   * How many receipts there are, and a stretch of them, newest first, from a place on: places are counted from the
   * oldest receipt, which has the first, so that none changes when one is added. Null: from the newest.
   */
  'receipt.list': {
    asks: z.strictObject({
      ...receiptFilter,
      place: z.int().positive().nullable(),
      limit: z.int().min(1).max(200),
    }),
    answers: z.strictObject({ total: z.int(), receipts: z.array(receiptSummaryView) }),
  },
  /** Number, barcode, amount, day or period, article, card's last digits, transaction or reference: any of these. */
  'receipt.find': {
    asks: z.strictObject({
      text: shortText,
      ...receiptFilter,
      before: z.int().positive().nullable(),
      limit: z.int().min(1).max(200),
    }),
    /** `elsewhere`: what to do about a receipt that another till wrote; `canLookUp` when its text names the payment. */
    answers: z.strictObject({
      receipts: z.array(receiptSummaryView),
      elsewhere: z.strictObject({ sentence: z.string(), canLookUp: z.boolean() }).nullable(),
    }),
  },
  'receipt.show': { asks: z.strictObject({ receiptNumber: z.int().positive() }), answers: receiptView },
  /** The original, and once more its copy. Answers whether it is on paper; else it waits, and the view says why. */
  'receipt.print': {
    asks: z.strictObject({ receiptNumber: z.int().positive() }),
    answers: z.strictObject({ printed: z.boolean() }),
  },
  /** Opens the system's save dialog; answers whether a file was written. */
  'receipt.savePdf': {
    asks: z.strictObject({ receiptNumber: z.int().positive() }),
    answers: z.strictObject({ saved: z.boolean() }),
  },

  ...dayCalls,
  ...cardCalls,
  ...giftCardCalls,
  ...exportCalls,
  ...printerCalls,
  ...copyCalls,
  ...aboutCalls,

  /** What would go back; nothing is written down. */
  'refund.quote': {
    asks: z.strictObject({ receiptNumber: z.int().positive(), wanted: wantedAsk, how: howAsk }),
    answers: refundQuoteView,
  },
  /** `left` is what the cashier saw as left to refund: when something went back meanwhile, nothing happens. */
  'refund.begin': {
    asks: z.strictObject({
      receiptNumber: z.int().positive(),
      wanted: wantedAsk,
      how: howAsk,
      reason,
      left: sum,
    }),
    answers: z.strictObject({ refundId: z.string() }),
  },
  /** The same as a refused one once more, with the cardholder at the terminal. */
  'refund.atTerminal': {
    asks: z.strictObject({ refundId: id }),
    answers: z.strictObject({ refundId: z.string() }),
  },
  /** Looks up at Dintero what another till's receipt was paid with: by its QR code, reference or transaction id. */
  'otherTill.find': { asks: z.strictObject({ text: shortText }), answers: otherTillPaymentView },
  /** `held` is what the cashier saw: when something went back meanwhile, nothing happens. */
  'otherTill.refund': {
    asks: z.strictObject({
      text: shortText,
      amount: sum.positive(),
      held: sum,
      reason,
    }),
    answers: z.strictObject({ refundId: z.string() }),
  },

  /** Puts lines of a receipt into the basket, to come back against new goods. `left` as in `refund.begin`. */
  'exchange.takeBack': {
    asks: z.strictObject({ receiptNumber: z.int().positive(), wanted: wantedAsk, reason, left: sum }),
    answers: done,
  },
  /** Completes an exchange of which nothing is left to pay; the difference goes back. `total` is what the cashier saw. */
  'exchange.complete': {
    asks: z.strictObject({ total: z.int().max(0), how: howAsk, atTerminal: z.boolean() }),
    answers: done,
  },

  'refund.decide': { asks: z.strictObject({ refundId: id, refunded: z.boolean(), reason }), answers: done },
  'refund.lookNow': { asks: nothing, answers: done },

  'training.choose': {
    asks: z.strictObject({ answer: terminalAnswerView, afterMs: z.int().min(0).max(120_000) }),
    answers: done,
  },

  /** Closes the shop's books and opens training, which has books of its own. The window begins anew. */
  'training.start': { asks: nothing, answers: done },
  /** Back to the real till. */
  'training.end': { asks: nothing, answers: done },

  ...operatorCalls,
  ...shopSettingsCalls,
  ...setUpCalls,
  ...updateCalls,

  'settings.view': { asks: nothing, answers: settingsView },
  'settings.setLanguage': { asks: z.strictObject({ language: languageView }), answers: done },
} as const;

export type CallName = keyof typeof calls;
export type Asks<N extends CallName> = z.infer<(typeof calls)[N]['asks']>;
export type Answers<N extends CallName> = z.infer<(typeof calls)[N]['answers']>;
