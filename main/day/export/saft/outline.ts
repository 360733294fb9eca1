import type { DayReport } from '../../../journal/entries/day-report.ts';
import type { Seller, SoldLine } from '../../../journal/entries/sale.ts';
import {
  contentOf,
  type EntryOf,
  type EntryRange,
  type JournalSource,
  type Turn,
} from '../../../journal/source.ts';
import type { Currency, VatRate } from '../../../sale/money.ts';
import { ReceiptBytes } from './receipt-bytes.ts';

export interface KnownArticle {
  readonly group: string;
  readonly description: string;
  /** UTC: when it was first imported or, failing that, first sold. */
  readonly since: string;
}

/** What the head of a SAF-T file says before the first event: gathered in a pass of its own. */
export interface Outline {
  readonly seller: Seller;
  readonly currency: Currency;
  readonly tillId: string;
  /** Of the program that wrote the last of the entries. */
  readonly version: string;
  /** The signature before the first in the file: what the chain goes on from. */
  readonly previousSignature: string;
  /** Public keys, PEM, by their version. */
  readonly keys: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, KnownArticle>;
  readonly groups: ReadonlySet<string>;
  readonly rates: ReadonlySet<VatRate>;
  /** Whether any gift card was sold or taken back. */
  readonly giftCards: boolean;
  readonly operators: readonly { readonly operator: string; readonly at: string }[];
  /** How often each receipt was printed, up to the last entry and before the first. */
  readonly prints: ReceiptBytes;
  readonly printsBefore: ReceiptBytes;
  readonly returns: ReceiptBytes;
  /** Entry numbers of the sales and returns at which a new file begins. */
  readonly cuts: readonly number[];
}

const kinds = [
  'till.started',
  'till.signing-key',
  'catalogue.articles',
  'article.changed',
  'receipt.printed',
  'receipt.mailed',
  'receipt.shown',
  'sale.completed',
  'sale.returned',
  'sale.exchanged',
  'report.x',
  'report.z',
] as const;

/**
 * Reads what a file's head needs. The journal is read from its beginning, since keys, prints and the signature before
 * the first one lie before the period. Gives null where no sale and no report names the shop. Yields the number of each entry that was read.
 */
export function* outlineOf(
  source: JournalSource,
  range: EntryRange,
  salesPerFile: number,
): Generator<number | Turn, Outline | null> {
  const found = new Findings(range, salesPerFile);
  const { last } = range;
  for (const entry of source.entries(kinds, { first: 1, last })) {
    if (entry !== null) found.take(entry);
    yield entry?.seq ?? null;
  }
  return found.outline(yield* source.operators(last));
}

/** Collects an outline entry by entry. */
class Findings {
  readonly #range: EntryRange;
  readonly #salesPerFile: number;
  readonly #keys = new Map<string, string>();
  readonly #imported = new Map<string, string>();
  readonly #articles = new Map<string, KnownArticle>();
  readonly #groups = new Set<string>();
  readonly #rates = new Set<VatRate>();
  readonly #prints = new ReceiptBytes();
  readonly #printsBefore = new ReceiptBytes();
  readonly #returns = new ReceiptBytes();
  readonly #cuts: number[] = [];
  #giftCards = false;
  #sales = 0;
  #previousSignature = '0';
  #shop: Pick<DayReport, 'seller' | 'currency' | 'tillId'> | null = null;
  #version = '';

  constructor(range: EntryRange, salesPerFile: number) {
    this.#range = range;
    this.#salesPerFile = salesPerFile;
  }

  take(entry: EntryOf<(typeof kinds)[number]>): void {
    switch (entry.kind) {
      case 'till.started':
        this.#version = entry.body.version;
        return;
      case 'till.signing-key':
        this.#keys.set(entry.body.keyVersion, entry.body.publicKey);
        return;
      case 'catalogue.articles':
        for (const { id } of entry.body.articles) {
          if (!this.#imported.has(id)) this.#imported.set(id, entry.at);
        }
        return;
      case 'article.changed': {
        const { id } = entry.body.article;
        if (!this.#imported.has(id)) this.#imported.set(id, entry.at);
        return;
      }
      case 'receipt.printed':
      case 'receipt.mailed':
      case 'receipt.shown':
        this.#prints.add(entry.body.receiptNumber);
        if (entry.seq < this.#range.first) this.#printsBefore.add(entry.body.receiptNumber);
        return;
      case 'report.x':
      case 'report.z':
        this.#takeReport(entry.body.report, entry.seq);
        return;
      case 'sale.completed':
      case 'sale.returned':
      case 'sale.exchanged':
        this.#takeReceipt(entry);
    }
  }

  #takeReport(report: DayReport, seq: number): void {
    this.#shop = report;
    if (seq < this.#range.first) return;
    for (const { group } of report.groups) this.#groups.add(group);
    for (const { rate } of report.vat) this.#rates.add(rate);
  }

  #takeReceipt(entry: EntryOf<'sale.completed' | 'sale.returned' | 'sale.exchanged'>): void {
    const { body, seq, at } = entry;
    this.#shop = body;
    if (entry.kind === 'sale.returned') this.#returns.add(body.receiptNumber);
    if (seq < this.#range.first) {
      this.#previousSignature = body.signature.value;
      return;
    }
    if (this.#sales > 0 && this.#sales % this.#salesPerFile === 0) this.#cuts.push(seq);
    this.#sales += 1;
    for (const line of contentOf(entry).lines) this.#takeLine(line, at);
  }

  #takeLine(line: SoldLine, at: string): void {
    const { articleId, group, description, vatRate } = line;
    this.#groups.add(group);
    if (line.giftCard === undefined) this.#rates.add(vatRate);
    else this.#giftCards = true;
    if (articleId === null || this.#articles.has(articleId)) return;
    const since = this.#imported.get(articleId) ?? at;
    this.#articles.set(articleId, { group, description, since });
  }

  outline(operators: Outline['operators']): Outline | null {
    if (this.#shop === null) return null;
    const { seller, currency, tillId } = this.#shop;
    return {
      seller,
      currency,
      tillId,
      version: this.#version,
      previousSignature: this.#previousSignature,
      keys: this.#keys,
      articles: this.#articles,
      groups: this.#groups,
      rates: this.#rates,
      giftCards: this.#giftCards,
      operators,
      prints: this.#prints,
      printsBefore: this.#printsBefore,
      returns: this.#returns,
      cuts: this.#cuts,
    };
  }
}
