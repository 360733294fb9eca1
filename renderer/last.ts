import { create } from 'zustand';
import type { ReceiptSummaryView } from '../preload/contract/view.ts';

interface Last {
  readonly receipt: ReceiptSummaryView | null;
}

const useLastStore = create<Last>(() => ({ receipt: null }));

/** Remembers the receipt that was last on screen. */
export function rememberLast(receipt: ReceiptSummaryView): void {
  useLastStore.setState({ receipt });
}

/** The receipt that was last on screen since the window opened; null before the first. */
export function useLast(): ReceiptSummaryView | null {
  return useLastStore((last) => last.receipt);
}
