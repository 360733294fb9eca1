import { create } from 'zustand';

interface Later {
  /** Who put off the opening float; an empty name where nobody logs in. */
  readonly float: string | null;
  readonly setUp: boolean;
  readonly trainingOver: boolean;
}

const useLaterStore = create<Later>(() => ({ float: null, setUp: false, trainingOver: false }));

/** What the cashier put off or has seen; it is not asked again while the window is open. */
export const useLater = useLaterStore;

/** The opening float is not asked of this operator again. */
export function floatLater(operator: string): void {
  useLaterStore.setState({ float: operator });
}

/** The set-up is not offered again. */
export function setUpLater(): void {
  useLaterStore.setState({ setUp: true });
}

/** That training ended by itself has been read. */
export function trainingOverSeen(): void {
  useLaterStore.setState({ trainingOver: true });
}
