/**
 * Why a printer does not print, as far as the till can tell. `system` is what the machine's own printing says, `none`
 * that no printer is chosen.
 */
export type PrinterFault =
  'gone' | 'no-paper' | 'cover-open' | 'offline' | 'error' | 'slow' | 'cut-off' | 'system' | 'none';

/** What a printer says of itself: which of its status bytes is asked for (DLE EOT n). */
export const asked = { printer: 1, offlineCause: 2, paper: 4 } as const;

/** DLE EOT n: answered at once, also when the printer stands still. */
export function askStatus(which: (typeof asked)[keyof typeof asked]): Uint8Array {
  return Uint8Array.of(0x10, 0x04, which);
}

/** GS r 1: answered when everything before it has been printed. */
export const askWhenPrinted = Uint8Array.of(0x1d, 0x72, 0x01);

/** DLE EOT's answers have these bits fixed; GS r's have bit 4 clear. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** The answer to `askWhenPrinted`. */
export function isPrintedByte(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** DLE EOT 1. `drawer` is the level of the drawer's switch. */
export function printerState(byte: number): { readonly offline: boolean; readonly drawer: 'high' | 'low' } {
  return { offline: (byte & 0x08) !== 0, drawer: (byte & 0x04) === 0 ? 'low' : 'high' };
}

/** DLE EOT 2 and DLE EOT 4 of a printer that is offline: the reason a person can do something about comes first. */
export function offlineFault(cause: number, paper: number): PrinterFault {
  if ((paper & 0x60) !== 0 || (cause & 0x20) !== 0) return 'no-paper';
  if ((cause & 0x04) !== 0) return 'cover-open';
  return (cause & 0x40) !== 0 ? 'error' : 'offline';
}

/** Whether there is no paper, from DLE EOT 4: some printers stay online without any. */
export function isOutOfPaper(paper: number): boolean {
  return (paper & 0x60) !== 0;
}

/** A pulse for the drawer, in the order of what is printed (ESC p), 100 ms on and 500 ms off. */
export function kick(pin: 'pin-2' | 'pin-5'): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, pin === 'pin-2' ? 0 : 1, 50, 250);
}

/** The same past everything that waits (DLE DC4 1), for a printer that stands still. */
export function kickNow(pin: 'pin-2' | 'pin-5'): Uint8Array {
  return Uint8Array.of(0x10, 0x14, 0x01, pin === 'pin-2' ? 0 : 1, 1);
}
