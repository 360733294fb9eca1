import type { Dintero, Transaction } from '../dintero/index.ts';
import type { Journal } from '../journal/index.ts';
import {
  isMeant,
  isOtherTills,
  otherTillPayment,
  type OtherTillPayment,
  partOfPrice,
} from '../refund/other-till.ts';
import { refundRequest } from '../refund/request.ts';
import type { RefundRunner } from '../refund/runner.ts';
import { ok, type Result } from '../result.ts';
import { type Currency, ore } from '../sale/money.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { otherTillCode } from './receipt-clues.ts';
import { isTerminalTaken } from './refund-calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type OtherTillCallParts = {
  readonly journal: Journal;
  readonly dintero: Dintero;
  readonly refunds: RefundRunner;
  readonly own: { readonly tillId: string; readonly storeId: string; readonly currency: Currency };
  readonly terminalId: string;
  readonly atTerminal: boolean;
  readonly authorise: Authorise;
  readonly terminalTaken: () => boolean;
  readonly show: (refundId: string) => void;
  readonly ready: () => Promise<void>;
  readonly stopped: () => Refusal | null;
  readonly operator: () => string | null;
};

type Found = {
  readonly payment: OtherTillPayment;
  readonly transaction: Transaction;
  readonly receiptNumber: number | null;
};

/** Receipts of the shop's other tills: looked up at Dintero, and given back by amount. */
export function otherTillCalls(
  parts: OtherTillCallParts,
): Pick<Handlers, 'otherTill.find' | 'otherTill.refund'> {
  const { dintero, own } = parts;

  async function read(transactionId: string): Promise<Result<Transaction, Refusal>> {
    const answer = await dintero.readTransaction(transactionId);
    if (answer.ok) return answer;
    return refuse(answer.error.kind === 'refused' ? 'RECEIPT-ELSEWHERE' : 'OFFLINE');
  }

  /** The transaction that the text names, read fresh: of several it is the one that still holds money. */
  async function transactionsOf(
    text: string,
  ): Promise<Result<{ readonly found: Transaction[]; readonly receiptNumber: number | null }, Refusal>> {
    const code = otherTillCode(text);
    if (code === null) {
      const one = await read(text.trim());
      return one.ok ? ok({ found: [one.value], receiptNumber: null }) : one;
    }
    const { by, receiptNumber } = code;
    const listed = await dintero.findTransactions(
      by.kind === 'attempt' ? { merchantReference: by.attemptId } : { search: by.saleId, limit: 100 },
    );
    if (!listed.ok) return refuse('OFFLINE');
    const found: Transaction[] = [];
    for (const { id, merchant_reference: reference } of listed.value) {
      if (!isMeant(code, reference ?? '')) continue;
      const one = await read(id);
      if (!one.ok) return one;
      found.push(one.value);
    }
    return ok({ found, receiptNumber });
  }

  async function find(text: string): Promise<Result<Found, Refusal>> {
    const looked = await transactionsOf(text);
    if (!looked.ok) return looked;
    const payments = looked.value.found.flatMap((transaction) => {
      const payment = otherTillPayment(transaction);
      return payment !== null && isOtherTills(payment, transaction, own) ? [{ payment, transaction }] : [];
    });
    const best = payments.find(({ payment }) => payment.held > 0) ?? payments[0];
    if (best === undefined) return refuse('RECEIPT-ELSEWHERE');
    return ok({ ...best, receiptNumber: looked.value.receiptNumber });
  }

  return {
    'otherTill.find': async ({ text }) => {
      const found = await find(text);
      if (!found.ok) return found;
      const { payment, transaction } = found.value;
      const { seen, tillId, held } = payment;
      const card = [seen.card.brand, seen.card.maskedPan].filter((part) => part !== null).join(' ');
      const { transactionId, reference, amount } = seen;
      return ok({ transactionId, reference, tillId, at: transaction.created_at, amount, held, card });
    },

    'otherTill.refund': async ({ text, amount, held, reason }) => {
      await parts.ready();
      const found = await find(text);
      if (!found.ok) return found;
      // Everything else is asked after the last wait, so that a second press finds what the first one wrote down.
      const stopped = parts.stopped();
      if (stopped !== null) return { ok: false, error: stopped };
      const { payment, transaction, receiptNumber } = found.value;
      const { seen, saleId, tillId } = payment;
      if (payment.held !== held) return refuse('REFUND-CHANGED');
      if (amount > held) return refuse('REFUND-TOO-MUCH');
      const open = parts.refunds.open();
      if (open.some(({ refund }) => refund.card?.transactionId === seen.transactionId)) {
        return refuse('REFUND-CHANGED');
      }
      const terminalId = parts.atTerminal ? parts.terminalId : null;
      if (terminalId !== null && (parts.terminalTaken() || isTerminalTaken(parts.refunds))) {
        return refuse('TERMINAL-TAKEN', { terminal: terminalId });
      }
      const groupOf = (articleId: string): string | null =>
        parts.journal.read.article(articleId)?.group ?? null;
      const lines = partOfPrice(transaction, ore(amount), groupOf);
      if (lines === null) return refuse('RECEIPT-ELSEWHERE');
      const refusal = parts.authorise({
        kind: 'refund',
        of: seen.reference,
        amount: ore(amount),
        together: ore(amount + seen.amount - held),
        cashForCard: false,
        elsewhere: true,
      });
      if (refusal !== null) return { ok: false, error: refusal };
      const begun = parts.refunds.begin(
        {
          of: { tillId, saleId, receiptNumber },
          lines,
          amount: ore(amount),
          currency: own.currency,
          reason,
          card: {
            attemptId: seen.reference,
            transactionId: seen.transactionId,
            amount: ore(amount),
            terminalId,
            request: (refundId) =>
              refundRequest({ refundId, amount: ore(amount), reason, lines: [], terminalId, whole: true }),
          },
          cash: null,
          exchange: null,
          ofOtherTill: { transaction: seen, held: payment.held },
        },
        parts.operator(),
      );
      if (!begun.ok) return notWritten(begun.error);
      parts.show(begun.value);
      return ok({ refundId: begun.value });
    },
  };
}
