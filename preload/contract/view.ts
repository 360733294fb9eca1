import { z } from 'zod';
import { printingView } from './printer.ts';
import { accessView } from './operator.ts';
import { copyView } from './copy.ts';
import { receiptDetailView, refundView } from './refund.ts';
import { updateView } from './update.ts';

/** What the window is told. Amounts in øre, quantities in thousandths, VAT rates in hundredths of a percent, times UTC ISO 8601. */

const amount = z.int();
const instant = z.string();

export const languageView = z.enum(['nb', 'en', 'sv', 'da']);

export const discountView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount }),
  z.strictObject({ kind: z.literal('percent'), rate: z.int() }),
]);

export const lineView = z.strictObject({
  lineId: z.string(),
  articleId: z.string().nullable(),
  description: z.string(),
  unitPrice: amount,
  quantity: z.int(),
  vatRate: z.int(),
  discount: discountView.nullable(),
  /** What discounts took off this line. */
  reduction: amount,
  amount,
  note: z.string().nullable(),
  /** The article's own price, where the line was given another. */
  listPrice: amount.nullable(),
  /** It is a deposit, and goes with the line before it. */
  isDeposit: z.boolean(),
  /** It is a gift card: its code and the last day on which it is good. */
  giftCard: z.strictObject({ code: z.string(), expires: z.string() }).nullable(),
});

export const vatView = z.strictObject({ rate: z.int(), gross: amount, net: amount, vat: amount });

/** Whom a receipt is made out to. */
export const buyer = z.strictObject({
  name: z.string().trim().min(1).max(80),
  organisationNumber: z.string().trim().max(20).nullable(),
  address: z.string().trim().max(120),
});

export const saleView = z.strictObject({
  /** Null until the first line is rung up: an empty basket is not yet a sale. */
  saleId: z.string().nullable(),
  lines: z.array(lineView),
  discount: discountView.nullable(),
  vat: z.array(vatView),
  total: amount,
  /** How old (years) the buyer must be seen to be, and born when (a day) at the latest; null when nobody has to look. */
  ageCheck: z.strictObject({ years: z.int(), bornOnOrBefore: z.string() }).nullable(),
  buyer: buyer.nullable(),
  /** What is paid of it already, while the rest is owed. */
  paid: z.array(
    z.strictObject({
      part: z.int(),
      kind: z.enum(['card', 'cash', 'gift-card']),
      amount,
      /** The last four of the card or the gift card. */
      cardEnding: z.string().nullable(),
      /** Its money is on its way back. */
      goingBack: z.boolean(),
    }),
  ),
  /** What is still to be paid, and as it would be in notes and coins. */
  due: amount,
  cashTotal: amount,
  /** Attempts of this sale so far that were not paid. */
  earlierAttempts: z.int(),
  /** What comes back of an earlier receipt; `total` is then the difference, negative when the customer gets it. */
  exchange: z
    .strictObject({
      receiptNumber: z.int().nullable(),
      /** Negative quantities and amounts. */
      lines: z.array(lineView),
      /** What comes back, positive. */
      credit: amount,
      /** Or by gift card. */
      paidByCard: z.boolean(),
      /** How the difference goes back as it was paid; null when nothing does, or it cannot. */
      back: z.strictObject({ card: amount, cash: amount, giftCard: amount }).nullable(),
    })
    .nullable(),
});

export const cardPaymentView = z.strictObject({
  attemptId: z.string(),
  amount,
  startedAt: instant,
  state: z.discriminatedUnion('kind', [
    /** On its way to Dintero: the terminal does not show the amount yet. */
    z.strictObject({ kind: z.literal('sending') }),
    z.strictObject({ kind: z.literal('present-card') }),
    /** Cancel was asked for; the true result is being read. */
    z.strictObject({ kind: z.literal('cancelling') }),
    /** `cancelling`: a cancel was asked for, and goes out when the payment is found. */
    z.strictObject({
      kind: z.literal('undecided'),
      why: z.string(),
      cancelling: z.boolean(),
      nextLookAt: instant.nullable(),
    }),
    z.strictObject({ kind: z.literal('declined'), code: z.string() }),
    z.strictObject({ kind: z.literal('cancelled'), code: z.string() }),
    z.strictObject({ kind: z.literal('expired'), code: z.string() }),
    z.strictObject({ kind: z.literal('failed'), code: z.string() }),
  ]),
  /** What happened and what to do, in the cashier's language. */
  sentence: z.string(),
});

export const receiptSummaryView = z.strictObject({
  receiptNumber: z.int(),
  kind: z.enum(['sale', 'return', 'exchange']),
  at: instant,
  /** Negative on a return; on an exchange the difference. */
  total: amount,
  paidBy: z.enum(['card', 'cash', 'gift-card', 'mixed', 'nothing']),
  /** Notes and coins to hand to the customer: change, or an exchange's difference; zero without cash. */
  change: amount,
  /** Last four digits of the card, when there was one. */
  cardEnding: z.string().nullable(),
  lines: z.int(),
});

export const counterView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('selling'), sale: saleView }),
  z.strictObject({ kind: z.literal('paying'), sale: saleView, payment: cardPaymentView }),
  /** The difference of an exchange goes back. */
  z.strictObject({ kind: z.literal('refunding'), sale: saleView, refund: refundView }),
  z.strictObject({
    kind: z.literal('done'),
    receipt: receiptSummaryView,
    notYetCaptured: z.boolean(),
    /** The codes of the gift cards that were sold. */
    giftCards: z.array(z.string()),
  }),
]);

export const parkedView = z.strictObject({
  saleId: z.string(),
  name: z.string(),
  total: amount,
  lines: z.int(),
  at: instant,
  /** True while a card payment of this sale is not decided: it can be looked at, not edited. */
  undecided: z.boolean(),
});

/** A payment or refund that turned out otherwise than the till held it: stays until a person settles it. */
export const alarmView = z.strictObject({
  alarm: z.int(),
  of: z.enum(['payment', 'refund']),
  /** The attempt's id or the refund's. */
  about: z.string(),
  saleId: z.string(),
  amount,
  at: instant,
  /** Whether the sale can still be completed with this payment, or the refund's receipt still be written. */
  canAttach: z.boolean(),
  /** Whether the till can give the money back now. */
  canRefund: z.boolean(),
  /** Not while its money is on its way back. */
  canHandleElsewhere: z.boolean(),
  /** The latest refund of it, and how that stands. */
  refund: refundView.nullable(),
  sentence: z.string(),
});

/** A numbered difference between Dintero's books and the till's: stays until a person settles it. */
export const caseView = z.strictObject({ case: z.int(), at: instant, sentence: z.string() });

export const networkView = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('online') }),
  z.strictObject({ state: z.literal('offline'), since: instant, sentence: z.string() }),
]);

export const terminalAnswerView = z.enum([
  'approved',
  'declined',
  'wrong-pin',
  'card-pulled',
  'cancelled-at-terminal',
  'ignored',
  'approved-late',
]);

export const tillView = z.strictObject({
  revision: z.int(),
  mode: z.enum(['live', 'training']),
  language: languageView,
  access: accessView,
  version: z.string(),
  tillId: z.string(),
  sellerName: z.string(),
  storeId: z.string(),
  terminalId: z.string(),
  currency: z.string(),
  counter: counterView,
  parked: z.array(parkedView),
  /** Refunds that are not settled, the oldest first, and the one that was begun last. */
  refunds: z.array(refundView),
  alarms: z.array(alarmView),
  cases: z.array(caseView),
  network: networkView,
  printing: printingView,
  /** Things a person should know and that do not stop the sale (no key store, say). */
  notices: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
  /** Why the till takes no new sale (journal not writable, disk full, chain broken); null when all is well. */
  stopped: z.strictObject({ code: z.string(), sentence: z.string() }).nullable(),
  /** Only in training: what the built-in terminal will answer, and after how long (ms). */
  training: z
    .strictObject({
      answer: terminalAnswerView,
      afterMs: z.int(),
      /** A live till was switched to training and can be switched back; else nothing is installed here yet. */
      ofShop: z.boolean(),
    })
    .nullable(),
  /** Null while there is none, or somebody has said "later". */
  update: updateView.nullable(),
  articles: z.int(),
  copy: copyView,
  /** Whether the till may be heard. */
  sounds: z.boolean(),
  /** Whether letters come on the screen when a finger touches a field. */
  screenKeyboard: z.boolean(),
});

export const articleView = z.strictObject({
  id: z.string(),
  name: z.string(),
  price: amount,
  vatRate: z.int(),
  group: z.string(),
  barcode: z.string().nullable(),
  ageLimit: z.int().nullable(),
  deposit: amount.nullable(),
});

export const groupView = z.strictObject({ name: z.string(), articles: z.int() });

export const importView = z.strictObject({
  importId: z.string(),
  fileName: z.string(),
  good: z.int(),
  /** Good rows that are new or differ from what the till has. */
  changed: z.int(),
  bad: z.int(),
  /** The first bad rows, at most 500: line number in the file and a sentence each. */
  problems: z.array(z.strictObject({ line: z.int(), sentence: z.string() })),
});

export const importProgressView = z.strictObject({
  phase: z.enum(['reading', 'writing']),
  done: z.int(),
  total: z.int(),
});

export const receiptView = z.strictObject({
  summary: receiptSummaryView,
  text: z.string(),
  detail: receiptDetailView,
});

export const settingsView = z.strictObject({
  mode: z.enum(['live', 'training']),
  accountId: z.string(),
  clientIdEnding: z.string(),
  hasSecret: z.boolean(),
  keyStore: z.enum(['protected', 'weak', 'none']),
  profileId: z.string(),
  storeId: z.string(),
  terminalId: z.string(),
  payoutDestinationId: z.string(),
  currency: z.string(),
  seller: z.strictObject({
    name: z.string(),
    organisationNumber: z.string(),
    vatRegistered: z.boolean(),
    address: z.array(z.string()),
  }),
  dintero: z.strictObject({
    checkoutUrl: z.string(),
    apiUrl: z.string(),
    returnUrl: z.string(),
    callbackUrl: z.string(),
    sendSeitatechBlock: z.boolean(),
    publishToTerminal: z.boolean(),
    refundAtTerminal: z.boolean(),
  }),
  language: languageView,
  version: z.string(),
  tillId: z.string(),
  profileFolder: z.string(),
});

export type Language = z.infer<typeof languageView>;

/** What only the shop's owner reads is in two languages: Swedes and Danes read bokmål more easily than English. */
export function ownersLanguage(language: Language): 'nb' | 'en' {
  return language === 'en' ? 'en' : 'nb';
}

export type DiscountView = z.infer<typeof discountView>;
export type LineView = z.infer<typeof lineView>;
export type VatView = z.infer<typeof vatView>;
export type SaleView = z.infer<typeof saleView>;
export type CardPaymentView = z.infer<typeof cardPaymentView>;
export type ReceiptSummaryView = z.infer<typeof receiptSummaryView>;
export type CounterView = z.infer<typeof counterView>;
export type ParkedView = z.infer<typeof parkedView>;
export type AlarmView = z.infer<typeof alarmView>;
export type CaseView = z.infer<typeof caseView>;
export type NetworkView = z.infer<typeof networkView>;
export type TerminalAnswer = z.infer<typeof terminalAnswerView>;
export type TillView = z.infer<typeof tillView>;
export type ArticleView = z.infer<typeof articleView>;
export type GroupView = z.infer<typeof groupView>;
export type ImportView = z.infer<typeof importView>;
export type ImportProgressView = z.infer<typeof importProgressView>;
export type ReceiptView = z.infer<typeof receiptView>;
export type SettingsView = z.infer<typeof settingsView>;
