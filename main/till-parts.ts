import type { Reply } from '../preload/contract/api.ts';
import type { Asks, CallName } from '../preload/contract/calls.ts';
import type { DisplaySettings } from '../preload/contract/customer.ts';
import type { ExportProgressView } from '../preload/contract/export.ts';
import type { ShopSettings } from '../preload/contract/settings.ts';
import type { ImportProgressView, Language, TillView } from '../preload/contract/view.ts';
import type { About, Install } from './about/about.ts';
import type { Clock } from './clock.ts';
import type { InstallDoor } from './counter/set-up-calls.ts';
import type { MailPassword } from './counter/mailing.ts';
import type { TrainingSwitch, TrainingTerminal } from './counter/training-calls.ts';
import type { Desk } from './desk.ts';
import type { Dintero } from './dintero/index.ts';
import type { SecretKeeper } from './install/secret-keeper.ts';
import type { InstallSettings } from './install/settings.ts';
import type { Journal, Signer } from './journal/index.ts';
import type { Log } from './log.ts';
import type { Copies } from './second-copy/copies.ts';
import type { NoUpdates, UpdateEngine } from './update/engine.ts';

/** Who switched back to the real till; or training did not open at all. */
export type TrainingEnded =
  { readonly why: 'switched'; readonly operator: string | null } | { readonly why: 'not-opened' };

/** All that a till is made of. */
export type TillParts = {
  readonly settings: InstallSettings;
  readonly mode: 'live' | 'training';
  readonly identity: { readonly tillId: string };
  readonly version: string;
  readonly journal: Journal;
  readonly dintero: Dintero;
  readonly clock: Clock;
  readonly language: Language;
  readonly profileFolder: string;
  /** Known once `credentials` has come. */
  readonly keyStore: () => 'protected' | 'weak' | 'none';
  /** Null where the key store does not hold the client secret. */
  readonly secretKeeper: SecretKeeper | null;
  /** Comes when Dintero may be talked to: the key store is slow, and the sale screen does not wait for it. */
  readonly credentials: Promise<void>;
  /** The key is made or read in the background: nothing waits for it before the first payment. */
  readonly signer: Promise<Signer>;
  /** Things a person should know, made when they are asked for, in the language of that moment. */
  readonly notices: (language: Language) => readonly { readonly code: string; readonly sentence: string }[];
  readonly training: TrainingTerminal | null;
  readonly trainingSwitch: TrainingSwitch | null;
  /** How a real till came out of training, when it was not by being started anew. */
  readonly trainingEnded: TrainingEnded | null;
  readonly install: InstallDoor | null;
  readonly copies: Copies;
  readonly about: About;
  readonly installed: Install;
  readonly desk: Desk;
  readonly updateEngine: UpdateEngine | NoUpdates;
  readonly mailPassword: MailPassword;
  readonly log: Log;
};

export type Till = {
  readonly view: () => TillView;
  /** Whether a screen faces the customer, and which. */
  readonly display: () => DisplaySettings;
  readonly handle: <N extends CallName>(name: N, asks: Asks<N>) => Promise<Reply<N>>;
  /** How the till lives on the counter's computer. */
  readonly counterPc: () => ShopSettings['counterPc'];
  readonly onView: (listener: (view: TillView) => void) => () => void;
  readonly onImportProgress: (listener: (progress: ImportProgressView) => void) => () => void;
  readonly onExportProgress: (listener: (progress: ExportProgressView) => void) => () => void;
  /** Takes up what was open when the till stopped, and begins to ask Dintero whether it is there. */
  readonly start: () => void;
  /** The machine woke up or the network changed: looks at everything that is open, at once. */
  readonly lookNow: () => void;
  readonly stop: () => Promise<void>;
};
