import type { Logo, PrinterSettings } from '../../preload/contract/printer.ts';
import type { Language } from '../../preload/contract/view.ts';
import type { Paper } from '../day/paper.ts';
import { reportOnPaper } from '../day/report-paper.ts';
import { shopFigures } from '../day/shop-figures.ts';
import { shopPaper } from '../day/shop-paper.ts';
import type { PrintOf } from '../journal/entries/print.ts';
import type { JournalReads } from '../journal/index.ts';
import type { Sheet } from '../printer/machine.ts';
import type { Receipt } from '../receipt/index.ts';
import { rollOf } from '../receipt/roll.ts';
import type { Strip } from '../receipt/strip.ts';
import { wordsFor } from '../words/index.ts';
import { findReceipt, receiptFrom } from './found-receipt.ts';
import { giftCardSlip } from './gift-card-slip.ts';

export type SheetParts = {
  readonly read: JournalReads;
  readonly language: () => Language;
  readonly closing: () => string;
  readonly sellerName: string;
  readonly printer: () => PrinterSettings;
  readonly logo: () => Logo | null;
};

/** What is drawn: a receipt, a report, or a few lines to try the printer with. */
type Drawing =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'test' };

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Makes what is printed from the journal, in the language of that moment. What draws it is read from disk when something
 * is printed for the first time: the start does not wait for it.
 */
export function createSheets(parts: SheetParts): (of: PrintOf) => Sheet {
  const { read } = parts;

  async function drawing(of: PrintOf): Promise<Drawing> {
    switch (of.kind) {
      case 'receipt': {
        const found = findReceipt(read, of.receiptNumber);
        if (!found.ok) throw new Error(`Receipt ${String(of.receiptNumber)} is not in the journal`);
        return {
          kind: 'receipt',
          receipt: receiptFrom(found.value, parts.language(), parts.closing(), of.issue),
        };
      }
      case 'report': {
        const entry = read.report(of.seq);
        if (entry === null) throw new Error(`Report ${String(of.seq)} is not in the journal`);
        return { kind: 'paper', paper: reportOnPaper(read, entry, parts.language()) };
      }
      case 'figures': {
        const figures = await shopFigures(read, of, nextTurn);
        return { kind: 'paper', paper: shopPaper(figures, parts.sellerName, parts.language()) };
      }
      case 'gift-card': {
        const receipt = giftCardSlip(read, of.code, parts.language());
        if (receipt === null) throw new Error(`Gift card ${of.code} is not in the journal`);
        return { kind: 'receipt', receipt };
      }
      case 'test':
        return { kind: 'test' };
    }
  }

  async function strip(drawn: Drawing, columns: number): Promise<Strip> {
    switch (drawn.kind) {
      case 'receipt':
        return (await import('../receipt/layout.ts')).receiptStrip(drawn.receipt, columns);
      case 'paper':
        return (await import('../day/paper-text.ts')).paperStrip(drawn.paper, columns);
      case 'test':
        return testStrip(parts.language(), columns);
    }
  }

  async function html(drawn: Drawing): Promise<string> {
    const roll = rollOf(parts.printer().columns);
    switch (drawn.kind) {
      case 'receipt':
        return (await import('../receipt/html.ts')).receiptHtml(drawn.receipt, { logo: parts.logo(), roll });
      case 'paper':
        return (await import('../day/paper-html.ts')).paperHtml(drawn.paper, roll);
      case 'test':
        return (await import('../day/paper-html.ts')).paperHtml(testPaper(parts.language()), roll);
    }
  }

  return (of) => ({
    bytes: async () => {
      const { columns, codePage, cut } = parts.printer();
      const { escPos } = await import('../printer/escpos.ts');
      // The logo is the shop's own: a report for the accountant needs none.
      const logo = of.kind === 'report' || of.kind === 'figures' ? null : parts.logo();
      return escPos(await strip(await drawing(of), columns), { columns, codePage, cut, logo });
    },
    html: async () => html(await drawing(of)),
  });
}

function testStrip(language: Language, columns: number): Strip {
  const { test } = wordsFor(language).printing;
  const ruler = Array.from({ length: columns }, (_, at) => String((at + 1) % 10)).join('');
  return {
    language,
    marking: [],
    blocks: [
      [{ text: test.title, look: 'title' }],
      [
        { text: test.letters, look: 'centred' },
        { text: test.width(columns), look: 'centred' },
        { text: ruler, look: 'plain' },
      ],
    ],
    code: 'KVITT',
  };
}

function testPaper(language: Language): Paper {
  const { test } = wordsFor(language).printing;
  return { language, title: test.title, marking: '', head: [test.letters], sections: [], sign: [] };
}
