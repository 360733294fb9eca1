import { create } from 'zustand';

export interface Notice {
  readonly kind: 'error' | 'info';
  readonly sentence: string;
  /** The code that was scanned, when a scan is what went wrong. */
  readonly scanned: string | null;
}

interface Notices {
  readonly notice: Notice | null;
}

export const useNotices = create<Notices>(() => ({ notice: null }));

const infoStays = 5_000;

/** Says that something went wrong; it stays until something goes right or the cashier closes it. */
export function sayError(sentence: string, scanned: string | null = null): void {
  useNotices.setState({ notice: { kind: 'error', sentence, scanned } });
}

/** Says something that takes care of itself. */
export function sayInfo(sentence: string): void {
  const notice: Notice = { kind: 'info', sentence, scanned: null };
  useNotices.setState({ notice });
  setTimeout(() => {
    if (useNotices.getState().notice === notice) clearNotice();
  }, infoStays);
}

/** Takes away what was said. */
export function clearNotice(): void {
  if (useNotices.getState().notice !== null) useNotices.setState({ notice: null });
}

/** Takes away, when something has gone right, what was said before it was begun: what was said in the meantime stays. */
export function clearedWhenRight(): () => void {
  const { notice } = useNotices.getState();
  return () => {
    if (useNotices.getState().notice === notice) clearNotice();
  };
}
