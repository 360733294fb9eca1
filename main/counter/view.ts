import type {
  CaseView,
  CardPaymentView,
  CounterView,
  ParkedView,
  ReceiptSummaryView,
  SaleView,
  TillView,
} from '../../preload/contract/view.ts';
import { instant } from '../clock.ts';
import type { CompletedSale, Payment } from '../journal/entries/sale.ts';
import type { Journal, OpenCase } from '../journal/index.ts';
import type { Stop } from '../machine/stop.ts';
import { type Attempt, isFinal } from '../payment/attempt.ts';
import type { Runner } from '../payment/runner.ts';
import type { AttemptStanding } from '../payment/runner-parts.ts';
import { priceSale } from '../sale/price.ts';
import { ageToCheck, bornOnOrBefore } from '../sale/age.ts';
import { owedOf } from '../sale/due.ts';
import { paidByOf } from '../sale/means.ts';
import { applyToSale, type PaidPart, type Sale } from '../sale/sale.ts';
import type { Words } from '../words/index.ts';
import type { RefundOrder } from '../refund/sources.ts';
import type { RefundRunner } from '../refund/runner.ts';
import type { Counter } from './counter.ts';
import { holdingRefund } from './exchange-hold.ts';
import { exchangeView } from './exchange-view.ts';
import { lineView } from './line-view.ts';
import { exchangeSummary } from './receipt-detail.ts';
import { refundView } from './refund-view.ts';

/** A basket with nothing in it. */
export const emptySale: SaleView = {
  saleId: null,
  lines: [],
  discount: null,
  vat: [],
  total: 0,
  ageCheck: null,
  buyer: null,
  paid: [],
  due: 0,
  cashTotal: 0,
  earlierAttempts: 0,
  exchange: null,
};

/** The basket as the window shows it. */
function saleView(journal: Journal, sale: Sale | null, refundOrder: RefundOrder, today: string): SaleView {
  if (sale === null) return emptySale;
  const years = ageToCheck(sale);
  const priced = owedOf(sale);
  return {
    saleId: sale.saleId,
    lines: priced.lines.map(lineView),
    discount: sale.discount,
    vat: priced.vat,
    total: priced.total,
    ageCheck: years === null ? null : { years, bornOnOrBefore: bornOnOrBefore(today, years) },
    buyer: sale.buyer,
    paid: sale.paid.map((paid) => paidPartView(paid, goingBack(journal, sale))),
    due: priced.due,
    cashTotal: priced.cashDue,
    earlierAttempts: earlierAttempts(journal, sale),
    exchange: exchangeView(journal.read, sale, priced, refundOrder),
  };
}

function paidPartView({ part, payment }: PaidPart, goingBack: ReadonlySet<string>): SaleView['paid'][number] {
  return {
    part,
    kind: payment.kind,
    amount: payment.amount,
    cardEnding: endingOf(payment),
    goingBack: payment.kind === 'card' && goingBack.has(payment.attemptId),
  };
}

/** The last four of what a card is known by. */
function endingOf(payment: Payment): string | null {
  switch (payment.kind) {
    case 'cash':
      return null;
    case 'card':
      return payment.card.maskedPan?.slice(-4) ?? null;
    case 'gift-card':
      return payment.code.slice(-4);
  }
}

/** A card payment and how it stands, with its sentence. */
export function cardPaymentView(standing: AttemptStanding, words: Words): CardPaymentView {
  const { attempt } = standing;
  const facts = { attemptId: attempt.attemptId, amount: attempt.amount, startedAt: attempt.preparedAt };
  return { ...facts, ...stateView(standing, attempt, words) };
}

function stateView(
  standing: AttemptStanding,
  attempt: Attempt,
  words: Words,
): Pick<CardPaymentView, 'state' | 'sentence'> {
  switch (attempt.state) {
    case 'undecided': {
      const nextLookAt = standing.nextLookAt === null ? null : instant(standing.nextLookAt);
      const { cancelling } = standing;
      const said = words.payment.undecided(attempt.why);
      return {
        state: { kind: 'undecided', why: attempt.why, cancelling, nextLookAt },
        sentence: cancelling ? `${said} ${words.payment.cancelAsked}` : said,
      };
    }
    case 'prepared':
    case 'creating':
      return standing.cancelling
        ? { state: { kind: 'cancelling' }, sentence: words.payment.cancelling }
        : { state: { kind: 'sending' }, sentence: words.payment.sending };
    case 'waiting':
    case 'approved':
    case 'completed':
      return standing.cancelling
        ? { state: { kind: 'cancelling' }, sentence: words.payment.cancelling }
        : { state: { kind: 'present-card' }, sentence: words.payment.presentCard };
    case 'declined':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return {
        state: { kind: attempt.state, code: attempt.code },
        sentence: words.payment.notPaid(attempt.state, attempt.code, attempt.detail),
      };
  }
}

/** A completed sale in a few words. */
export function receiptSummary(sale: CompletedSale, at: string): ReceiptSummaryView {
  const cash = sale.payments.filter((payment) => payment.kind === 'cash');
  const cards = sale.payments.filter((payment) => payment.kind === 'card');
  const pan = cards.map((payment) => payment.card.maskedPan).find((masked) => masked !== null) ?? null;
  return {
    receiptNumber: sale.receiptNumber,
    kind: 'sale',
    at,
    total: sale.total,
    paidBy: paidByOf(sale.payments),
    change: cash.reduce((change, payment) => change + payment.change, 0),
    cardEnding: pan === null ? null : pan.slice(-4),
    lines: sale.lines.length,
  };
}

export type CounterViewParts = {
  readonly counter: Counter;
  readonly journal: Journal;
  readonly refunds: RefundRunner;
  readonly refundOrder: () => RefundOrder;
};

/** What stands on the counter. `today` is the shop's day, YYYY-MM-DD. */
export function counterView(
  { counter, journal, refunds, refundOrder }: CounterViewParts,
  words: Words,
  today: string,
): CounterView {
  const shown = counter.shown();
  const sale = saleView(journal, counter.sale(), refundOrder(), today);
  switch (shown.kind) {
    case 'selling':
      return { kind: 'selling', sale };
    case 'attempt': {
      const standing = counter.attempt(shown.attemptId);
      if (standing === null) return { kind: 'selling', sale };
      return {
        kind: 'paying',
        sale,
        payment: cardPaymentView(standing, words),
      };
    }
    case 'refund': {
      const standing = refunds.standing(shown.refundId);
      if (standing === null) return { kind: 'selling', sale };
      return { kind: 'refunding', sale, refund: refundView(standing, words) };
    }
    case 'done': {
      const { receipt, saleId, giftCards } = doneReceipt(journal, shown.receiptNumber);
      const captured = journal.read
        .attemptsOfSale(saleId)
        .every((a) => a.state !== 'completed' || a.captured);
      return { kind: 'done', receipt, notYetCaptured: !captured, giftCards };
    }
  }
}

/** The attempts of a sale whose money is on its way back. */
function goingBack(journal: Journal, sale: Sale): ReadonlySet<string> {
  if (sale.paid.length === 0) return new Set();
  const open = journal.read
    .refundsOf(sale.saleId)
    .filter(({ state }) => state !== 'done' && state !== 'refused');
  return new Set(open.flatMap(({ attemptId }) => attemptId ?? []));
}

function doneReceipt(
  { read }: Journal,
  receiptNumber: number,
): { readonly receipt: ReceiptSummaryView; readonly saleId: string; readonly giftCards: string[] } {
  const completed = read.completedSale(receiptNumber);
  if (completed !== null) {
    const { sale, at } = completed;
    const giftCards = sale.lines.flatMap(({ giftCard }) => giftCard?.code ?? []);
    return { receipt: receiptSummary(sale, at), saleId: sale.saleId, giftCards };
  }
  const exchanged = read.exchangedSale(receiptNumber);
  if (exchanged === null) throw new Error(`Receipt ${String(receiptNumber)} is not in the journal`);
  return { receipt: exchangeSummary(exchanged), saleId: exchanged.exchanged.saleId, giftCards: [] };
}

function earlierAttempts(journal: Journal, sale: Sale): number {
  return journal.read.attemptsOfSale(sale.saleId).filter((attempt) => notPaid.has(attempt.state)).length;
}

const notPaid: ReadonlySet<Attempt['state']> = new Set(['declined', 'failed', 'cancelled', 'expired']);

/** The sales put aside, the oldest first. */
export function parkedViews(journal: Journal, runner: Runner): ParkedView[] {
  const holding = runner.holding();
  return journal.read.parkedSales().map(({ saleId, name, at }) => {
    const sale = journal.read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
    return {
      saleId,
      name,
      total: sale === null ? 0 : priceSale(sale).total,
      lines: (sale?.lines.length ?? 0) + (sale?.exchange?.lines.length ?? 0),
      at,
      undecided:
        (holding?.saleId === saleId && !isFinal(holding)) || holdingRefund(journal.read, saleId) !== null,
    };
  });
}

/** The differences between Dintero's books and the till's, until a person settles each. */
export function caseViews(cases: readonly OpenCase[], words: Words): CaseView[] {
  return cases.map((found) => ({ case: found.case, at: found.at, sentence: words.difference(found) }));
}

/**
 * Why the till does not sell. While something is open that may still be finished, it is said beside it, and the counter
 * stays.
 */
export function stopView(
  stop: Stop | null,
  counter: CounterView,
  parked: number,
  words: Words,
): Pick<TillView, 'stopped'> & { readonly notice: TillView['stopped'] } {
  if (stop === null) return { stopped: null, notice: null };
  const { code, detail } = stop.error;
  const said = { code, sentence: words.stopped(code, detail) };
  const open = counter.kind !== 'selling' || counter.sale.saleId !== null || parked > 0;
  return stop.of === 'new-sales' && open ? { stopped: null, notice: said } : { stopped: said, notice: null };
}
