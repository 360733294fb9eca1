import type { PrintOf } from '../journal/entries/print.ts';

/** Why a print is not on paper: the printer's faults, and what else may come between. */
export const printTroubles = [
  'gone',
  'no-paper',
  'cover-open',
  'offline',
  'error',
  'slow',
  'cut-off',
  'system',
  'none',
  'till-stopped',
] as const;
export type PrintTrouble = (typeof printTroubles)[number];

/** What the till says about paper and the drawer. */
export interface PrintingWords {
  /** What waits, why, and what to do. */
  waiting(of: PrintOf, why: PrintTrouble): string;
  /** The printer has it and stands still. */
  standing(of: PrintOf, why: PrintTrouble): string;
  /** Nobody knows whether it is on paper: a person must look. */
  unknown(of: PrintOf, why: PrintTrouble): string;
  /** The same of a PDF. */
  unknownFile(of: PrintOf): string;
  /** The same of an e-mail. */
  unknownMail(of: PrintOf): string;
  /** `why`: the mail server's or the network's own words. */
  mailWaits(receiptNumber: number, why: string): string;
  /** Stands first in an e-mail that may have been sent before. */
  readonly mailAgain: string;
  readonly drawerOpen: string;
  readonly drawerStuck: string;
  /** What stands on a test print. */
  readonly test: {
    readonly title: string;
    readonly letters: string;
    readonly width: (columns: number) => string;
  };
}
