import type { Language } from '../../preload/contract/view.ts';
import type { Desk } from '../desk.ts';
import type { CompletedSaleRead, Journal, JournalError } from '../journal/index.ts';
import { receiptHtml, receiptOf, receiptText } from '../receipt/index.ts';
import { ok, type Result } from '../result.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import { receiptSummary } from './view.ts';

export type ReceiptCallParts = {
  readonly journal: Journal;
  readonly desk: Desk;
  readonly language: () => Language;
  readonly operator: () => string | null;
  readonly onJournalError: (error: JournalError) => void;
};

type ReceiptCall = Extract<keyof Handlers, `receipt.${string}`>;

/** Characters on a line of 80 mm paper. */
const paperWidth = 42;

/** Finding, showing and printing receipts. A receipt that failed to print is still a sale, and can be printed. */
export function receiptCalls(parts: ReceiptCallParts): Pick<Handlers, ReceiptCall> {
  const { journal, desk } = parts;

  function find(receiptNumber: number): Result<CompletedSaleRead, Refusal> {
    const completed = journal.read.completedSale(receiptNumber);
    return completed === null ? refuse('RECEIPT-UNKNOWN', { receipt: receiptNumber }) : ok(completed);
  }

  function html(completed: CompletedSaleRead): string {
    return receiptHtml(receiptOf(completed, parts.language()));
  }

  function printed(receiptNumber: number, how: 'pdf' | 'printer'): Result<null, Refusal> {
    const written = journal.write(parts.operator(), (tx) =>
      tx.append('receipt.printed', { receiptNumber, how }),
    );
    if (written.ok) return ok(null);
    parts.onJournalError(written.error);
    return notWritten(written.error);
  }

  return {
    'receipt.list': (query) =>
      ok(
        journal.read
          .receipts(query)
          .map(({ receiptNumber, at, total, paidBy, change, cardEnding, lines }) => ({
            receiptNumber,
            at,
            total,
            paidBy,
            change,
            cardEnding,
            lines,
          })),
      ),

    'receipt.show': ({ receiptNumber }) => {
      const completed = find(receiptNumber);
      if (!completed.ok) return completed;
      const { sale, at } = completed.value;
      const text = receiptText(receiptOf(completed.value, parts.language()), paperWidth);
      return ok({ summary: receiptSummary(sale, at), text });
    },

    'receipt.print': async ({ receiptNumber }) => {
      const completed = find(receiptNumber);
      if (!completed.ok) return completed;
      // Written down, then done: the journal may name a print that failed, never miss one that was made.
      const written = printed(receiptNumber, 'printer');
      if (!written.ok) return written;
      const done = await desk.printHtml(html(completed.value));
      return done.ok ? ok(null) : refuse('PRINT-FAILED', { receipt: receiptNumber, reason: done.error });
    },

    'receipt.savePdf': async ({ receiptNumber }) => {
      const completed = find(receiptNumber);
      if (!completed.ok) return completed;
      const path = await desk.chooseSavePath(`${completed.value.sale.tillId}-R${String(receiptNumber)}.pdf`);
      if (path === null) return ok({ saved: false });
      const written = printed(receiptNumber, 'pdf');
      if (!written.ok) return written;
      try {
        await desk.writeFile(path, await desk.htmlToPdf(html(completed.value)));
        return ok({ saved: true });
      } catch (thrown) {
        return refuse('PRINT-FAILED', { receipt: receiptNumber, reason: String(thrown) });
      }
    },
  };
}
