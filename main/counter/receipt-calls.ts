import type { Logo } from '../../preload/contract/printer.ts';
import type { Language, ReceiptView } from '../../preload/contract/view.ts';
import type { Desk } from '../desk.ts';
import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import { everyReceipt, type Journal, type JournalReads, type ReceiptSummary } from '../journal/index.ts';
import { receiptText } from '../receipt/index.ts';
import { ok } from '../result.ts';
import type { LabelRule } from '../sale/scanned-code.ts';
import type { Handlers } from './calls.ts';
import { findReceipt, type FoundReceipt, receiptFrom } from './found-receipt.ts';
import type { Printing } from './printing.ts';
import { articleOn } from './shelf-calls.ts';
import type { Words } from '../words/index.ts';
import { understand } from './receipt-clues.ts';
import {
  exchangeDetail,
  exchangeSummary,
  returnDetail,
  returnSummary,
  saleDetail,
} from './receipt-detail.ts';
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
  readonly logo: () => Logo | null;
  /** How the shop's own scales write their labels. */
  readonly labelRules: () => readonly LabelRule[];
  readonly printing: Printing;
};

type ReceiptCall = 'receipt.list' | 'receipt.find' | 'receipt.show' | 'receipt.print' | 'receipt.savePdf';

/** What stands beside the paper: the receipt in a few words, and everything about its sale. */
function about(read: JournalReads, found: FoundReceipt): Pick<ReceiptView, 'summary' | 'detail'> {
  switch (found.kind) {
    case 'sale':
      return {
        summary: receiptSummary(found.read.sale, found.read.at),
        detail: saleDetail(read, found.read),
      };
    case 'return':
      return { summary: returnSummary(found.read), detail: returnDetail(read, found.read) };
    case 'exchange':
      return { summary: exchangeSummary(found.read), detail: exchangeDetail(read, found.read) };
  }
}

/** A receipt in a few words, as the window lists it. */
function withoutSale({ saleId: _saleId, ...summary }: ReceiptSummary): Omit<ReceiptSummary, 'saleId'> {
  return summary;
}

/** What only a scanner brings: a code of figures alone, or GS1 element strings with a symbology or a separator in them. */
const packageCode = /^\d{8,}$|^\]|^01\d{14}|\u001d/u;

/** Characters on a line of 80 mm paper. */
const paperWidth = 42;

/** Finding, showing and issuing receipts. A receipt that failed to print still stands, and can be printed. */
export function receiptCalls(parts: ReceiptCallParts): Pick<Handlers, ReceiptCall> {
  const { journal, desk, tillId } = parts;

  /** The drawing of bars is read from disk when the first receipt is saved: the start does not wait for it. */
  async function page(found: FoundReceipt, issue: 'original' | 'copy'): Promise<string> {
    const { receiptHtml } = await import('../receipt/html.ts');
    const receipt = receiptFrom(found, parts.language(), parts.closing(), issue);
    return receiptHtml(receipt, { logo: parts.logo(), roll: 80 });
  }

  return {
    'receipt.list': ({ kind, paidBy, place, limit }) => {
      const { read } = journal;
      const total = read.receiptCount({ kind, paidBy });
      const first = read.receiptAt({ kind, paidBy }, place ?? total);
      if (first === null) return ok({ total, receipts: [] });
      const listed = read.receipts({ ...everyReceipt, kind, paidBy, before: first + 1, limit });
      return ok({ total, receipts: listed.map(withoutSale) });
    },

    'receipt.find': ({ text, kind, paidBy, before, limit }) => {
      const said = understand(text, tillId, instant(parts.clock.now()));
      if (said.elsewhere !== null) {
        const { tillId: other, canLookUp } = said.elsewhere;
        const sentence = parts.words().refund.elsewhere(other, canLookUp);
        return ok({ receipts: [], elsewhere: { sentence, canLookUp } });
      }
      // Whatever code of an article would ring it up finds the receipts that it is on.
      const scanned = packageCode.test(text.trim())
        ? articleOn(journal.read, text, parts.labelRules())
        : null;
      const article = scanned?.ok === true ? scanned.value : null;
      const clues =
        article === null ? said.clues : [...said.clues, { by: 'article' as const, articleId: article.id }];
      const { from, to } = said;
      const found = journal.read.receipts({ clues, from, to, kind, paidBy, before, limit });
      // A transaction that this till does not know may be another till's.
      const unknown = found.length === 0 && said.clues.length === 1 && said.clues[0]?.by === 'transaction';
      return ok({
        receipts: found.map(withoutSale),
        elsewhere: unknown ? { sentence: parts.words().refund.unknownHere, canLookUp: true } : null,
      });
    },

    'receipt.show': ({ receiptNumber }) => {
      const found = findReceipt(journal.read, receiptNumber);
      if (!found.ok) return found;
      const paper = receiptFrom(found.value, parts.language(), parts.closing(), 'original');
      return ok({ ...about(journal.read, found.value), text: receiptText(paper, paperWidth) });
    },

    'receipt.print': ({ receiptNumber }) => parts.printing.printReceipt(receiptNumber),

    'receipt.savePdf': async ({ receiptNumber }) => {
      const found = findReceipt(journal.read, receiptNumber);
      if (!found.ok) return found;
      const path = await desk.chooseSavePath(`${tillId}-R${String(receiptNumber)}.pdf`);
      if (path === null) return ok({ saved: false });
      const saved = await parts.printing.issue(receiptNumber, 'pdf', async (issue) => {
        await desk.writeFile(path, await desk.htmlToPdf(await page(found.value, issue)));
      });
      return saved.ok ? ok({ saved: true }) : saved;
    },
  };
}
