import type { ExportProgressView } from '../preload/contract/export.ts';
import type { ImportProgressView, Language } from '../preload/contract/view.ts';
import type { Counter } from './counter/counter.ts';
import type { Printing } from './counter/printing.ts';
import type { Refusal } from './counter/refusal.ts';
import type { DayExports } from './day/day-exports.ts';
import type { ShopSettingsKeeper } from './install/shop-settings.ts';
import type { Entry } from './journal/entries/index.ts';
import type { JournalError, JournalWriter } from './journal/index.ts';
import type { Operators } from './operator/operators.ts';
import type { Refund } from './refund/refund.ts';
import type { RefundOrder } from './refund/sources.ts';
import type { CopyWatch } from './second-copy/watch.ts';
import type { Asking } from './till-asking.ts';
import type { TillParts } from './till-parts.ts';
import type { Words } from './words/index.ts';

/** A till that is put together: what its calls are answered from. */
export type Work = {
  readonly parts: TillParts;
  readonly shop: ShopSettingsKeeper;
  readonly counter: Counter;
  readonly operators: Operators;
  readonly printing: Printing;
  readonly asking: Asking;
  readonly dayExports: DayExports;
  readonly copies: CopyWatch;
  readonly words: () => Words;
  readonly language: () => Language;
  readonly setLanguage: (wanted: Language) => void;
  /** Resolves when sales can be signed, or the journal could not take the key. */
  readonly ready: () => Promise<void>;
  /** Writes the receipt of a refund that went back. */
  readonly conclude: (tx: JournalWriter, refund: Refund) => Entry;
  readonly refundOrder: () => RefundOrder;
  readonly showRefund: (refundId: string) => void;
  /** Why nothing at all may be done; null when it may. */
  readonly stopped: () => Refusal | null;
  /** Why nothing new may be begun: what is open may be finished in the room that is left. */
  readonly noNewSale: () => Refusal | null;
  readonly isOver: () => boolean;
  readonly onImportProgress: (progress: ImportProgressView) => void;
  readonly onExportProgress: (progress: ExportProgressView) => void;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};
