import { create } from 'zustand';

interface Later {
  /** Who put off the opening float; an empty name where nobody logs in. */
  readonly float: string | null;
  readonly setUp: boolean;
}

const useLaterStore = create<Later>(() => ({ float: null, setUp: false }));

/** What the cashier answered “later” to; it is not asked again while the window is open. */
export const useLater = useLaterStore;

/** The opening float is not asked of this operator again. */
export function floatLater(operator: string): void {
  useLaterStore.setState({ float: operator });
}

/** The set-up is not offered again. */
export function setUpLater(): void {
  useLaterStore.setState({ setUp: true });
}
