import { parseEntryText } from '../sale/entry-text.ts';
import { changeQuantity, clear, park, removeLine, resume, setDiscount } from '../sale/basket.ts';
import { checkAge } from '../sale/age.ts';
import { readGiftCode } from '../sale/gift-card.ts';
import { nameBuyer, setNote, setPrice } from '../sale/line-change.ts';
import { ore, type Ore, thousandths, type Thousandths, vatRate } from '../sale/money.ts';
import { type LabelRule, readScannedCode } from '../sale/scanned-code.ts';
import { addArticle, addFreeAmount, lineTouched } from '../sale/ring-up.ts';
import type { Article } from '../journal/entries/till.ts';
import type { Discount } from '../journal/entries/sale.ts';
import type { Entry, NewEntry } from '../journal/entries/index.ts';
import { largestDiscount } from '../sale/largest-discount.ts';
import { applyToSale, isEmpty, type Sale } from '../sale/sale.ts';
import type { Journal } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import type { Words } from '../words/index.ts';
import { articleOf } from './shelf-calls.ts';
import type { Runner } from '../payment/runner.ts';
import { isFinal } from '../payment/attempt.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { type Counter, holdsSale } from './counter.ts';
import { holdingRefund } from './exchange-hold.ts';
import { refuse, type Refusal } from './refusal.ts';

export type SaleCallParts = {
  readonly counter: Counter;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly words: () => Words;
  /** How the shop's own scales write their labels. */
  readonly labelRules: () => readonly LabelRule[];
  /** Why no sale may be taken now; null when all is well. */
  readonly stopped: () => Refusal | null;
  /** Why no new sale may be begun; null when all is well. */
  readonly noNewSale: () => Refusal | null;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
};

type SaleCall = Extract<keyof Handlers, `sale.${string}`>;

/** Why the basket cannot be changed now; null when it can. */
export function basketLocked({
  counter,
  journal,
  stopped,
}: Pick<SaleCallParts, 'counter' | 'journal' | 'stopped'>): Refusal | null {
  const refusal = stopped();
  if (refusal !== null) return refusal;
  const shown = counter.shown();
  const sale = counter.sale();
  const paying = shown.kind === 'attempt' && holdsSale(counter.attempt(shown.attemptId), sale);
  const refunding =
    sale !== null && sale.exchange !== null && holdingRefund(journal.read, sale.saleId) !== null;
  return paying || refunding ? { code: 'SALE-LOCKED' } : null;
}

/**
 * The sale that something more goes into, null for one that begins with it; refused while it is locked, where no sale may
 * be begun, and when a part of it is paid: what part of the money was taken for stays as it is.
 */
export function saleForMore({
  counter,
  locked,
  noNewSale,
}: Pick<SaleCallParts, 'counter' | 'noNewSale'> & { readonly locked: () => Refusal | null }): Result<
  Sale | null,
  Refusal
> {
  const sale = counter.sale();
  const refusal = locked() ?? (sale === null ? noNewSale() : null);
  if (refusal !== null) return { ok: false, error: refusal };
  return sale !== null && sale.paid.length > 0 ? refuse('SALE-PART-PAID') : ok(sale);
}

/** What the cashier does to the basket. Every change is in the journal before the window hears of it. */
export function saleCalls(parts: SaleCallParts): Pick<Handlers, SaleCall> {
  const { counter, journal, runner } = parts;

  /** The basket when it may be changed. A result that is only being shown gives way to the basket. */
  function basket(): Result<Sale | null, Refusal> {
    const locked = basketLocked(parts);
    return locked === null ? ok(counter.sale()) : { ok: false, error: locked };
  }

  function change(
    decide: (sale: Sale | null) => ReturnType<typeof changeQuantity>,
    what: 'lines' | 'place' = 'lines',
  ): Result<readonly Entry[], Refusal> {
    const sale = basket();
    if (!sale.ok) return sale;
    // What part of the money was taken for stays as it is.
    if (what === 'lines' && (sale.value?.paid.length ?? 0) > 0) return refuse('SALE-PART-PAID');
    const decided = decide(sale.value);
    const refusal = decided.ok ? (otherPrice(decided.value) ?? tooCheap(sale.value, decided.value)) : null;
    if (refusal !== null) return { ok: false, error: refusal };
    const done = counter.apply(decided, parts.operator());
    if (done.ok && counter.shown().kind !== 'selling') counter.show({ kind: 'selling' });
    return done;
  }

  /** A line gets another price than its article's. */
  function otherPrice(entries: readonly NewEntry[]): Refusal | null {
    const [priced] = entries.flatMap(({ kind, body }) => (kind === 'sale.line-priced' ? [body] : []));
    if (priced === undefined) return null;
    const { saleId, lineId, unitPrice } = priced;
    return parts.authorise({
      kind: 'price-change',
      of: `sale ${saleId}; line ${lineId}; price ${String(unitPrice)}`,
    });
  }

  /** Whatever makes the largest discount larger, also taking away what an amount was to be spread over. */
  function tooCheap(before: Sale | null, entries: readonly NewEntry[]): Refusal | null {
    // A parked sale comes back as it was.
    if (entries.some(({ kind }) => kind === 'sale.resumed')) return null;
    const after = entries
      .map((entry): Entry => ({ ...entry, seq: 0, at: '', operator: null }))
      .reduce<Sale | null>(applyToSale, before);
    const rate = largestDiscount(after);
    if (after === null || rate <= largestDiscount(before)) return null;
    return parts.authorise({ kind: 'discount', of: `sale ${after.saleId}`, rate });
  }

  /** The refusal of a sale that would be begun now; null for one that is open, or when sales may be begun. */
  function begun(sale: Sale | null): Result<never, Refusal> | null {
    const refusal = sale === null ? parts.noNewSale() : null;
    return refusal === null ? null : { ok: false, error: refusal };
  }

  function rung(done: Result<readonly Entry[], Refusal>): Result<{ lineId: string }, Refusal> {
    if (!done.ok) return done;
    const lineId = lineTouched(done.value);
    if (lineId === null) throw new Error('Ringing up touched no line');
    return ok({ lineId });
  }

  function ringUp(
    article: Article,
    quantity: Thousandths,
    labelPrice: Ore | null = null,
  ): Result<{ lineId: string }, Refusal> {
    const asks = { article, quantity, ...(labelPrice !== null && { labelPrice }) };
    return rung(change((sale) => begun(sale) ?? addArticle(sale, asks, counter.opening())));
  }

  const settled = (done: Result<unknown, Refusal>): Result<null, Refusal> => (done.ok ? ok(null) : done);

  return {
    'sale.enter': ({ text }) => {
      const parsed = parseEntryText(text);
      if (!parsed.ok) return parsed;
      const { code, gs1, quantity } = parsed.value;
      const scanned = readScannedCode(code, gs1, parts.labelRules());
      const article = articleOf(journal.read, scanned);
      if (article === null && readGiftCode(code, null) !== null) return refuse('GIFT-CARD-SCANNED');
      // What was scanned stands large above the sentence.
      if (article === null) return refuse('ARTICLE-UNKNOWN');
      // A package weighed in the shop is rung up once for each label.
      return ringUp(article, scanned.quantity ?? quantity, scanned.labelPrice);
    },

    'sale.addArticle': ({ articleId, quantity }) => {
      const article = journal.read.article(articleId);
      if (article === null) return refuse('ARTICLE-UNKNOWN', { code: articleId });
      return ringUp(article, thousandths(quantity));
    },

    'sale.addFreeAmount': (asks) => {
      const description = asks.description === '' ? parts.words().freeAmount : asks.description;
      const free = { amount: ore(asks.amount), vatRate: vatRate(asks.vatRate), description };
      return rung(change((sale) => begun(sale) ?? addFreeAmount(sale, free, counter.opening())));
    },

    'sale.setQuantity': ({ lineId, quantity, reason }) =>
      settled(change((sale) => changeQuantity(sale, { lineId, quantity: thousandths(quantity), reason }))),

    'sale.removeLine': (asks) => settled(change((sale) => removeLine(sale, asks))),

    'sale.discount': ({ lineId, discount }) =>
      settled(change((sale) => setDiscount(sale, { lineId, discount: asDiscount(discount) }))),

    'sale.setPrice': ({ lineId, unitPrice, reason }) =>
      settled(change((sale) => setPrice(sale, { lineId, unitPrice: ore(unitPrice), reason }))),

    'sale.setNote': (asks) => settled(change((sale) => setNote(sale, asks))),

    'sale.checkAge': () => settled(change((sale) => checkAge(sale), 'place')),

    'sale.nameBuyer': ({ buyer }) => settled(change((sale) => nameBuyer(sale, buyer), 'place')),

    'sale.clear': (asks) => settled(change((sale) => clear(sale, asks))),

    'sale.park': (asks) => settled(change((sale) => park(sale, asks), 'place')),

    'sale.resume': ({ saleId }) => {
      const entries = journal.read.saleEntries(saleId);
      const parked = entries.reduce<Sale | null>(applyToSale, null);
      const done = change((sale) => resume(sale, parked), 'place');
      if (!done.ok) return done;
      const holding = runner.holding();
      // A sale whose payment is not decided comes back to that payment, never to an editable basket.
      if (holding?.saleId === saleId && !isFinal(holding)) {
        counter.show({ kind: 'attempt', attemptId: holding.attemptId });
      }
      const refund = holdingRefund(journal.read, saleId);
      if (refund !== null) counter.show({ kind: 'refund', refundId: refund.refundId });
      return ok(null);
    },

    'sale.startNew': () => {
      const sale = basket();
      if (!sale.ok) return sale;
      if (counter.shown().kind !== 'done' && sale.value !== null && !isEmpty(sale.value))
        return refuse('NOT-ALLOWED-NOW');
      counter.show({ kind: 'selling' });
      return ok(null);
    },
  };
}

function asDiscount(
  discount: { kind: 'amount'; amount: number } | { kind: 'percent'; rate: number } | null,
): Discount | null {
  if (discount === null) return null;
  return discount.kind === 'amount'
    ? { kind: 'amount', amount: ore(discount.amount) }
    : { kind: 'percent', rate: vatRate(discount.rate) };
}
