import type { Session, Transaction } from '../dintero/index.ts';
import type { NotPaidOutcome, TransactionSeen, UndecidedWhy } from '../journal/entries/attempt.ts';
import { ore } from '../sale/money.ts';
import type { Attempt } from './attempt.ts';
import { printableText } from './printable.ts';

/** What was read about an attempt in one look. */
export type Seen = {
  readonly session: Session | null;
  /** Every session that bears its reference: more than one when something on the way sent the request again. */
  readonly sessionIds: readonly string[];
  /** The session's transaction, or what a search by reference gave, compared exactly. */
  readonly transactions: readonly Transaction[];
};

/** Time as far as it matters to a judgement, in ms; measured by the till while it looks, never from Dintero's clock. */
export type Elapsed = {
  readonly sinceWaitingMs: number;
  /** Since a look first showed the session cancelled; null while it does not. */
  readonly sinceCancelSeenMs: number | null;
  /** A cancel was sent and is not answered yet. */
  readonly cancelInFlight: boolean;
};

/** What a look says. `open`: nothing final yet. */
export type Verdict =
  | { readonly kind: 'open' }
  | { readonly kind: 'approved'; readonly transaction: TransactionSeen }
  | {
      readonly kind: 'not-paid';
      readonly outcome: NotPaidOutcome;
      readonly code: string;
      readonly detail: string;
    }
  /** `moved`: money did move, in a way that does not fit the attempt. */
  | {
      readonly kind: 'undecided';
      readonly why: UndecidedWhy;
      readonly detail: string;
      readonly moved: TransactionSeen | null;
    };

/**
 * After a cancel the terminal may still finish a tap that was under way: the till keeps reading this long (ms) before
 * it says cancelled, unless a final transaction says so earlier.
 */
export const cancelGraceMs = 5_000;

/** A transaction that stays initiated though its session is cancelled gets longer (ms): a card may be in the reader. */
export const cancelGraceWithTransactionMs = 20_000;

/** An expired session gets this long (ms) past its lifetime for an answer that was on its way. */
const expiryGraceMs = 5_000;

/** Events after which a session without a transaction is over (PAY_FAILED alone is one failed try, not the end). */
const endedByEvent: Readonly<Record<string, NotPaidOutcome>> = { DECLINED: 'declined', FAILED: 'failed' };

/** Judges what was read about an attempt. Pure; `attempt` gives the amount, currency and reference that must match. */
export function judge(attempt: Attempt, seen: Seen, elapsed: Elapsed): Verdict {
  const { session, sessionIds, transactions } = seen;
  const [transaction] = transactions;
  // Whatever became of one of them, the terminal may still ask for a card for another.
  if (sessionIds.length > 1) return several(transactions, [...sessionIds, ...idsOf(transactions)]);
  if (transaction === undefined || (transactions.length === 1 && underWay.has(transaction.status))) {
    return session === null ? open : judgeSession(session, elapsed, transaction !== undefined);
  }
  if (transactions.length > 1) return several(transactions, idsOf(transactions));
  // Dintero voids what is only authorised when it takes a cancel: it is not paid before that is over.
  if (transaction.status === 'AUTHORIZED' && cancelMayVoid(elapsed)) return open;
  return judgeTransaction(attempt, transaction);
}

const open: Verdict = { kind: 'open' };

const underWay: ReadonlySet<string> = new Set(['INITIATED', 'INITIALIZED']);

const moneyMoved: ReadonlySet<string> = new Set([
  'AUTHORIZED',
  'CAPTURED',
  'PARTIALLY_CAPTURED',
  'PARTIALLY_REFUNDED',
  'PARTIALLY_CAPTURED_REFUNDED',
]);

const idsOf = (transactions: readonly Transaction[]): string[] => transactions.map(({ id }) => id);

function several(transactions: readonly Transaction[], ids: readonly string[]): Verdict {
  const moved = transactions.find((transaction) => moneyMoved.has(transaction.status));
  return {
    kind: 'undecided',
    why: 'several-transactions',
    detail: ids.join(' '),
    moved: moved === undefined ? null : transactionSeen(moved),
  };
}

function cancelMayVoid({ cancelInFlight, sinceCancelSeenMs }: Elapsed): boolean {
  return cancelInFlight || (sinceCancelSeenMs !== null && sinceCancelSeenMs < cancelGraceWithTransactionMs);
}

function judgeSession(session: Session, elapsed: Elapsed, hasTransaction: boolean): Verdict {
  if (session.cancelled_at !== null) {
    const grace = hasTransaction ? cancelGraceWithTransactionMs : cancelGraceMs;
    if ((elapsed.sinceCancelSeenMs ?? 0) < grace) return open;
    return {
      kind: 'not-paid',
      outcome: 'cancelled',
      code: 'cancelled-at-till',
      detail: session.cancelled_by ?? '',
    };
  }
  if (!hasTransaction) {
    const last = session.events.at(-1);
    const outcome = last === undefined ? undefined : endedByEvent[last.name];
    if (outcome !== undefined) {
      return { kind: 'not-paid', outcome, code: `session-${outcome}`, detail: last?.details?.error ?? '' };
    }
    if (last?.name === 'UNKNOWN')
      return { kind: 'undecided', why: 'unknown-status', detail: 'UNKNOWN', moved: null };
  }
  const lifetime = lifetimeMs(session);
  if (lifetime !== null && elapsed.sinceWaitingMs > lifetime + expiryGraceMs) {
    return { kind: 'not-paid', outcome: 'expired', code: 'expired', detail: session.expires_at ?? '' };
  }
  return open;
}

/** Both ends are Dintero's times, so that a wrong clock on the counter cannot expire a payment. */
function lifetimeMs(session: Session): number | null {
  if (session.expires_at === null || session.created_at === null) return null;
  const lifetime = Date.parse(session.expires_at) - Date.parse(session.created_at);
  return Number.isFinite(lifetime) && lifetime > 0 ? lifetime : null;
}

function judgeTransaction(attempt: Attempt, transaction: Transaction): Verdict {
  const verdict = judgeStatus(attempt, transaction);
  const reference = transaction.merchant_reference;
  // What became of another payment says nothing about this one.
  return verdict.kind === 'not-paid' && reference !== null && reference !== attempt.attemptId
    ? { kind: 'undecided', why: 'reference-differs', detail: `${transaction.id} ${reference}`, moved: null }
    : verdict;
}

function judgeStatus(attempt: Attempt, transaction: Transaction): Verdict {
  switch (transaction.status) {
    case 'AUTHORIZED':
    case 'CAPTURED':
      return judgeApproval(attempt, transaction);
    case 'DECLINED':
      return refusedByCard(transaction, 'declined', 'declined-by-card');
    case 'FAILED':
      return refusedByCard(transaction, 'failed', 'transaction-failed');
    case 'AUTHORIZATION_VOIDED':
      return { kind: 'not-paid', outcome: 'cancelled', code: 'voided', detail: '' };
    case 'ON_HOLD':
      return { kind: 'undecided', why: 'on-hold', detail: transaction.id, moved: null };
    case 'PARTIALLY_CAPTURED':
      return misfit(transaction, 'amount-differs', 'PARTIALLY_CAPTURED');
    default:
      // Refunded states too: paid and given back by somebody else is for a person to look at.
      return {
        kind: 'undecided',
        why: 'unknown-status',
        detail: `${transaction.id} ${transaction.status}`,
        moved: moneyMoved.has(transaction.status) ? transactionSeen(transaction) : null,
      };
  }
}

function refusedByCard(transaction: Transaction, outcome: NotPaidOutcome, code: string): Verdict {
  const error = transaction.events.findLast((event) => event.success === false)?.error ?? null;
  const pin = (error?.type ?? []).includes('FAILED_VERIFICATION');
  return {
    kind: 'not-paid',
    outcome,
    code: pin ? 'wrong-pin' : code,
    detail: printableText(error?.message ?? '', 120),
  };
}

function judgeApproval(attempt: Attempt, transaction: Transaction): Verdict {
  if (transaction.merchant_reference !== attempt.attemptId) {
    return misfit(transaction, 'reference-differs', transaction.merchant_reference ?? '-');
  }
  if (transaction.currency !== attempt.currency) {
    return misfit(transaction, 'currency-differs', transaction.currency);
  }
  if (transaction.amount !== attempt.amount || !capturesMeet(transaction)) {
    return misfit(transaction, 'amount-differs', String(transaction.amount));
  }
  return { kind: 'approved', transaction: transactionSeen(transaction) };
}

function misfit(transaction: Transaction, why: UndecidedWhy, detail: string): Verdict {
  return {
    kind: 'undecided',
    why,
    detail: `${transaction.id} ${detail}`,
    moved: transactionSeen(transaction),
  };
}

/** A tip, a partial capture or a second one shows only in the captures' own amounts (dintero.md 4.6). */
function capturesMeet(transaction: Transaction): boolean {
  const captured = transaction.events
    .filter((e) => e.event === 'CAPTURE' && e.success === true)
    .flatMap((e) => (e.amount === null ? [] : [e.amount]));
  return captured.length === 0 || captured.reduce((sum, one) => sum + one, 0) === transaction.amount;
}

/** What the till keeps of a transaction. The terminal's receipt text comes from outside and is made safe here. */
export function transactionSeen(transaction: Transaction): TransactionSeen {
  const receipt = transaction.events
    .map((e) => [e.metadata['seitatech:customerReceipt'], e.metadata['seitatech:customerReceiptPart2']])
    .map((parts) => parts.filter((part) => part !== undefined && part !== '').join('\n'))
    .findLast((text) => text !== '');
  const card = transaction.card;
  return {
    transactionId: transaction.id,
    status: transaction.status,
    amount: ore(transaction.amount),
    currency: transaction.currency,
    reference: transaction.merchant_reference ?? '',
    captured: transaction.status === 'CAPTURED',
    card: {
      brand: shortOrNull(card?.brand),
      maskedPan: shortOrNull(card?.masked_pan),
      entryMethod: shortOrNull(card?.entry_method),
      customerReceipt: receipt === undefined ? null : printableText(receipt, 2_000),
    },
  };
}

function shortOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' ? null : printableText(text, 40);
}
