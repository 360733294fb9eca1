import type { Language } from '../../preload/contract/view.ts';
import type { Desk } from '../desk.ts';
import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import type { CompletedSaleRead, Journal, JournalError, ReturnedSaleRead } from '../journal/index.ts';
import { type Receipt, receiptOf, receiptText, returnReceiptOf } from '../receipt/index.ts';
import { closingLines } from '../receipt/closing.ts';
import { ok, type Result } from '../result.ts';
import type { Handlers } from './calls.ts';
import type { Words } from '../words/index.ts';
import { understand } from './receipt-clues.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';
import { returnDetail, returnSummary, saleDetail } from './refund-view.ts';
import { receiptSummary } from './view.ts';

export type ReceiptCallParts = {
  readonly journal: Journal;
  readonly tillId: string;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly language: () => Language;
  readonly words: () => Words;
  /** What the shop says below every receipt, with line feeds. */
  readonly closing: () => string;
  readonly operator: () => string | null;
  readonly onJournalError: (error: JournalError) => void;
};

type ReceiptCall = Extract<keyof Handlers, `receipt.${string}`>;

/** A receipt of either kind. */
type Found =
  | { readonly kind: 'sale'; readonly read: CompletedSaleRead }
  | { readonly kind: 'return'; readonly read: ReturnedSaleRead };

/** Characters on a line of 80 mm paper. */
const paperWidth = 42;

/** Finding, showing and printing receipts. A receipt that failed to print still stands, and can be printed. */
export function receiptCalls(parts: ReceiptCallParts): Pick<Handlers, ReceiptCall> {
  const { journal, desk, tillId } = parts;

  function find(receiptNumber: number): Result<Found, Refusal> {
    const sale = journal.read.completedSale(receiptNumber);
    if (sale !== null) return ok({ kind: 'sale', read: sale });
    const returned = journal.read.returnedSale(receiptNumber);
    if (returned !== null) return ok({ kind: 'return', read: returned });
    return refuse('RECEIPT-UNKNOWN', { receipt: receiptNumber });
  }

  function drawn(found: Found): Receipt {
    const receipt =
      found.kind === 'sale'
        ? receiptOf(found.read, parts.language())
        : returnReceiptOf(found.read, parts.language());
    return { ...receipt, closing: closingLines(parts.closing()) };
  }

  /** The drawing of bars is read from disk when the first receipt is printed: the start does not wait for it. */
  async function page(found: Found): Promise<string> {
    const { receiptHtml } = await import('../receipt/html.ts');
    return receiptHtml(drawn(found));
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
    'receipt.list': ({ text, kind, paidBy, before, limit }) => {
      const said = understand(text, tillId, instant(parts.clock.now()));
      if (said.elsewhere !== null) {
        return ok({ receipts: [], elsewhere: parts.words().refund.elsewhere(said.elsewhere) });
      }
      const scanned = /^\d{8,14}$/.test(text.trim()) ? journal.read.articleByBarcode(text.trim()) : null;
      const clues =
        scanned === null ? said.clues : [...said.clues, { by: 'article' as const, articleId: scanned.id }];
      const { from, to } = said;
      const found = journal.read.receipts({ clues, from, to, kind, paidBy, before, limit });
      return ok({ receipts: found.map(({ saleId: _saleId, ...summary }) => summary), elsewhere: null });
    },

    'receipt.show': ({ receiptNumber }) => {
      const found = find(receiptNumber);
      if (!found.ok) return found;
      const { kind, read } = found.value;
      const text = receiptText(drawn(found.value), paperWidth);
      return kind === 'sale'
        ? ok({ summary: receiptSummary(read.sale, read.at), text, detail: saleDetail(journal.read, read) })
        : ok({ summary: returnSummary(read), text, detail: returnDetail(journal.read, read) });
    },

    'receipt.print': async ({ receiptNumber }) => {
      const found = find(receiptNumber);
      if (!found.ok) return found;
      // Written down, then done: the journal may name a print that failed, never miss one that was made.
      const written = printed(receiptNumber, 'printer');
      if (!written.ok) return written;
      const done = await desk.printHtml(await page(found.value));
      return done.ok ? ok(null) : refuse('PRINT-FAILED', { receipt: receiptNumber, reason: done.error });
    },

    'receipt.savePdf': async ({ receiptNumber }) => {
      const found = find(receiptNumber);
      if (!found.ok) return found;
      const path = await desk.chooseSavePath(`${tillId}-R${String(receiptNumber)}.pdf`);
      if (path === null) return ok({ saved: false });
      const written = printed(receiptNumber, 'pdf');
      if (!written.ok) return written;
      try {
        await desk.writeFile(path, await desk.htmlToPdf(await page(found.value)));
        return ok({ saved: true });
      } catch (thrown) {
        return refuse('PRINT-FAILED', { receipt: receiptNumber, reason: String(thrown) });
      }
    },
  };
}
