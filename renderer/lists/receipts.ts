import type { Asks } from '../../preload/contract/calls.ts';
import type { ReceiptSummaryView } from '../../preload/contract/view.ts';
import { act, read } from '../acts.ts';
import { createGrowing, type Page } from './growing.ts';
import type { Listing } from './listing.ts';
import { createPlaced, stretch } from './placed.ts';

/** What receipts are looked for by; `text` is empty for all. */
export type ReceiptSearch = Pick<Asks<'receipt.find'>, 'text' | 'kind' | 'paidBy'>;

export interface FoundReceipts {
  readonly listing: Listing<ReceiptSummaryView>;
  /** The one that was found alone by what was typed. */
  readonly only: ReceiptSummaryView | null;
  /** That the number is another till's. */
  readonly elsewhere: { readonly sentence: string; readonly canLookUp: boolean } | null;
  /** Puts receipts that were made meanwhile before the others. */
  readonly renew: () => Promise<void>;
}

const page = 50;

/** Finds receipts, newest first; null when the till could not, which it has said. */
export function findReceipts(search: ReceiptSearch): Promise<FoundReceipts | null> {
  return search.text === '' ? everyReceipt(search) : receiptsOf(search);
}

async function everyReceipt({ kind, paidBy }: ReceiptSearch): Promise<FoundReceipts | null> {
  const first = await act('receipt.list', { kind, paidBy, place: null, limit: stretch });
  if (first === null) return null;
  const known = first.receipts.map((receipt, at) => [first.total - 1 - at, receipt] as const);
  const listing = createPlaced({
    total: first.total,
    known: new Map(known),
    newestFirst: true,
    ask: async (place, limit) => {
      // The till counts places from 1, and tells a stretch from its newest backwards.
      const answer = await read('receipt.list', { kind, paidBy, place: place + limit, limit });
      return answer === null ? null : { total: answer.total, rows: answer.receipts.toReversed() };
    },
  });
  const renew = async (): Promise<void> => {
    const answer = await read('receipt.list', { kind, paidBy, place: null, limit: 1 });
    if (answer !== null) listing.grow(answer.total);
  };
  return { listing, only: null, elsewhere: null, renew };
}

async function receiptsOf(search: ReceiptSearch): Promise<FoundReceipts | null> {
  const asked = { ...search, limit: page };
  const pageOf = (rows: readonly ReceiptSummaryView[]): Page<ReceiptSummaryView> => ({
    rows,
    more: rows.length === page,
  });
  const first = await act('receipt.find', { ...asked, before: null });
  if (first === null) return null;
  const listing = createGrowing({
    first: pageOf(first.receipts),
    keyOf: ({ receiptNumber }) => receiptNumber,
    ask: async ({ receiptNumber }) => {
      const answer = await read('receipt.find', { ...asked, before: receiptNumber });
      return answer === null ? null : pageOf(answer.receipts);
    },
  });
  const renew = async (): Promise<void> => {
    const answer = await read('receipt.find', { ...asked, before: null });
    if (answer !== null) listing.renew(pageOf(answer.receipts));
  };
  const [only, second] = first.receipts;
  return {
    listing,
    only: second === undefined ? (only ?? null) : null,
    elsewhere: first.elsewhere,
    renew,
  };
}
