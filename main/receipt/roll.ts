import type { PrinterSettings } from '../../preload/contract/printer.ts';

/** How wide a roll of paper is, in millimetres. */
export type Roll = 58 | 80;

/** The roll that lines of so many characters stand on. */
export function rollOf(columns: PrinterSettings['columns']): Roll {
  return columns === 32 ? 58 : 80;
}
