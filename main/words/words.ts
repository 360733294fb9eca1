import type { ErrorCode } from '../../preload/contract/errors.ts';
import type { Language } from '../../preload/contract/view.ts';
import type { RowProblem } from '../catalogue/row.ts';
import type { NotPaidOutcome, UndecidedWhy } from '../journal/entries/attempt.ts';
import type { RefundUndecidedWhy } from '../journal/entries/refund.ts';
import type { OpenCase } from '../journal/index.ts';
import type { Currency, Ore } from '../sale/money.ts';
import type { DayWords } from './day-words.ts';
import type { Format } from './format.ts';
import type { PrintingWords } from './printing-words.ts';
import type { GiftCardWords } from './gift-card-words.ts';
import type { ReceiptWords } from './receipt-words.ts';
import type { UpdateWords } from './update-words.ts';

/**
 * What an error is about, where it is known. Keys that sentences use: `code`, `text`, `line`, `lines`, `amount`,
 * `total` and `due` (øre), `currency`, `saleId`, `terminal`, `receipt`, `file`, `path`,
 * `reason`, `reference`, `detail`, `name`, `seconds`, `act`, `rate` (hundredths of a percent). Others are ignored.
 */
export type Detail = Readonly<Record<string, string | number>>;

/** Why the till cannot reach Dintero. */
export const offlineReasons = [
  'dns',
  'refused',
  'offline',
  'tls',
  'proxy',
  'captive-portal',
  'changed',
  'asleep',
  'cut',
  'timeout',
  'server',
  'credentials',
] as const;
export type OfflineReason = (typeof offlineReasons)[number];

/** Why the till takes no new sale. */
export const stoppedCodes = [
  'JOURNAL-FULL',
  'JOURNAL-NOT-WRITABLE',
  'JOURNAL-BROKEN',
  'JOURNAL-NEWER',
  'TILL-MOVED',
] as const;
export type StoppedCode = (typeof stoppedCodes)[number];

/** Codes of `attempt.not-paid` that have a sentence of their own; any other code gets the outcome's general one. */
export const notPaidCodes = [
  'declined-by-card',
  'wrong-pin',
  'cancelled-at-till',
  'cancelled-at-terminal',
  'expired',
  'not-sent',
  'refused',
  'terminal-busy',
  'terminal-offline',
  'asked-to-wait',
  'transaction-failed',
  'voided',
  'decided-not-paid',
  'offline',
] as const;
export type NotPaidCode = (typeof notPaidCodes)[number];

/** What is wrong with a field of the provisioning file. */
export const mistakeProblems = [
  'missing',
  'empty',
  'unknown-field',
  'wrong-type',
  'wrong-value',
  'too-long',
] as const;
export type MistakeProblem = (typeof mistakeProblems)[number];

/** What a field of the provisioning file should have held; `known-field` goes with a field that is not known. */
export const expectedValues = [
  'known-field',
  'object',
  'list',
  'text',
  'text-list',
  'yes-no',
  'account-id',
  'identifier',
  'secret',
  'currency',
  'organisation-number',
  'address-https',
  'address-or-empty',
  'operator-role',
  'operator-manager',
  'operator-once',
  'pin',
  'catalogue-file',
  'printer-kind',
  'printer-address',
  'paper-columns',
  'language',
] as const;
export type Expected = (typeof expectedValues)[number];

/** One mistake in the provisioning file. `path` is the field's, as `store.terminalId` or `operators[0].pin`. */
export interface ProvisioningMistake {
  readonly path: string;
  readonly problem: MistakeProblem;
  readonly expected: Expected;
}

/** A payment that was given up and then turned out to be paid. */
export interface LateApproval {
  readonly amount: Ore;
  readonly currency: Currency;
  readonly saleId: string;
  /** What the till can do about it. */
  readonly canAttach: boolean;
  readonly canRefund: boolean;
  /** Only authorised: Dintero has not taken the money yet. */
  readonly reserved: boolean;
}

/** A refund that turned out otherwise than a person had decided. */
export interface LateRefund {
  readonly amount: Ore;
  readonly currency: Currency;
  readonly refundId: string;
}

/** What is said of operators and to a locked till, without amounts. */
export interface OperatorWords {
  /** A payment that needs a person, said while the till is locked; the first begins "Paid after all" in English. */
  readonly alarm: Readonly<Record<'paid-after-all' | 'contradicted', string>>;
  /** The same of a refund that Dintero tells otherwise than a person decided. */
  readonly refundAlarm: Readonly<Record<'refunded' | 'not-refunded', string>>;
}

/** What is said of the second copy. Times are UTC ISO 8601. */
export interface CopyWords {
  /** None is kept. */
  readonly none: string;
  missing(folder: string): string;
  /** Another install of this till has the copy. */
  taken(machine: string, at: string): string;
  failed(why: 'full' | 'not-writable' | 'wrong', detail: string, folder: string): string;
  /** `at` null: not since the till was started. */
  old(at: string | null): string;
}

/** Every sentence that the main process says, in one language. */
export interface Words {
  readonly language: Language;
  readonly format: Format;
  /** What happened, where, and what to do. */
  error(code: ErrorCode, detail?: Detail): string;
  readonly payment: {
    readonly sending: string;
    readonly presentCard: string;
    readonly cancelling: string;
    /** What the till is doing, and the ways on. */
    undecided(why: UndecidedWhy): string;
    /** Follows the sentence of an undecided payment that is to be cancelled. */
    readonly cancelAsked: string;
    /** `detail`: Dintero's own words, where there are any. */
    notPaid(outcome: NotPaidOutcome, code: string, detail?: string): string;
    readonly notYetCaptured: string;
    /** Begins "Paid after all" in English. */
    paidAfterAll(late: LateApproval): string;
    /** The same while its money is on its way back; the refund's own sentence follows. */
    refundingAfterAll(late: LateApproval): string;
    /** What the till held as paid is not paid at Dintero. */
    notPaidAfterAll(late: LateApproval): string;
    /** The same of a part of a sale that was not completed yet: it is due again. */
    partLost(late: LateApproval): string;
  };
  readonly refund: {
    readonly sending: string;
    readonly accepted: string;
    readonly atTerminal: string;
    /** What the till is doing, and what not to do meanwhile. */
    undecided(why: RefundUndecidedWhy): string;
    /** `detail`: Dintero's own words; may be empty. */
    refused(code: string, detail: string): string;
    /** What went back to the card and the gift card, and what is to be handed out in cash, in øre. */
    refunded(back: {
      readonly card: Ore;
      readonly cash: Ore;
      readonly giftCard: Ore;
      readonly currency: Currency;
    }): string;
    /** A receipt that another till wrote. */
    /** `canLookUp`: its text names the payment, so that Dintero can be asked. */
    elsewhere(tillId: string, canLookUp: boolean): string;
    /** A transaction that this till has no receipt of. */
    readonly unknownHere: string;
    /** A person decided that a refund did not happen, and Dintero says that it did. */
    refundedAfterAll(late: LateRefund & { readonly canBook: boolean }): string;
    /** The other way round. */
    notRefundedAfterAll(late: LateRefund): string;
  };
  readonly giftCard: GiftCardWords;
  /** What a line is called that the cashier gave an amount and no name. */
  readonly freeAmount: string;
  /** What the line is called that a deposit stands on. */
  readonly deposit: string;
  /** A difference between Dintero's books and the till's: what differs, and what to do about it. */
  difference(found: OpenCase): string;
  offline(reason: OfflineReason): string;
  readonly notices: {
    /** `file`: the provisioning file that keeps the secret. */
    noKeyStore(file: string): string;
    /** The person asked for Chromium's basic store. */
    readonly weakKeyStore: string;
    readonly floatMissing: string;
    /** Which closed days are not in the shop's folder yet; `why` in the file system's own words. */
    dayExportWaiting(waiting: { readonly zs: readonly number[]; readonly why: string }): string;
    readonly training: string;
    /** Training ended by itself: the program was started anew, or training did not open. */
    trainingOver(why: 'restarted' | 'not-opened'): string;
    terminalShared(terminalId: string): string;
    /** Dintero says that the terminal is not ready for payments. */
    terminalNotActive(terminalId: string, status: string): string;
    terminalElsewhere(terminalId: string, storeId: string): string;
  };
  /** What the till is. */
  readonly about: {
    /** Of the system description. */
    readonly title: string;
    /** A text did not come with this build. */
    readonly noText: string;
  };
  /** The second copy. */
  readonly copy: CopyWords;
  /** `detail`: the file, or what the disk said; may be empty. */
  stopped(code: StoppedCode, detail: string): string;
  /** One sentence for each mistake. */
  provisioning(mistakes: readonly ProvisioningMistake[]): readonly string[];
  catalogueRow(problem: RowProblem): string;
  readonly operator: OperatorWords;
  readonly receipt: ReceiptWords;
  readonly update: UpdateWords;
  readonly printing: PrintingWords;
  readonly day: DayWords;
}
