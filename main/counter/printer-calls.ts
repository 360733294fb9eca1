import type { Logo } from '../../preload/contract/printer.ts';
import type { Desk } from '../desk.ts';
import type { ShopSettingsKeeper } from '../install/shop-settings.ts';
import type { JournalError } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import type { Printing } from './printing.ts';
import { notWritten, refuse } from './refusal.ts';

export type PrinterCallParts = {
  readonly printing: Printing;
  readonly desk: Desk;
  readonly shop: ShopSettingsKeeper;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  readonly onJournalError: (error: JournalError) => void;
};

type PrinterCall =
  Extract<keyof Handlers, `print.${string}` | `printer.${string}`> | 'receipt.qr' | 'receipt.turnQr';

/** What waits for the printer, and trying it. */
export function printerCalls(parts: PrinterCallParts): Pick<Handlers, PrinterCall> {
  const { printing, desk, shop } = parts;
  return {
    'receipt.qr': ({ receiptNumber }) => printing.showQr(receiptNumber),

    'receipt.turnQr': ({ turned }) => {
      printing.turnQr(turned);
      return ok(null);
    },
    'print.again': ({ print }) => printing.settle(print, 'again'),
    'print.wasPrinted': ({ print }) => printing.settle(print, 'printed'),
    'print.skip': ({ print }) => printing.settle(print, 'skipped'),
    'printer.test': () => printing.print({ kind: 'test' }),
    'printer.chooseLogo': async () => {
      const refusal = parts.authorise({ kind: 'settings', of: 'logo' });
      if (refusal !== null) return { ok: false, error: refusal };
      const chosen = await desk.choosePicture();
      if (chosen === null) return ok({ chosen: false });
      if (!chosen.ok) return refuse('LOGO-FILE');
      const { dotsAcross, toDots } = await import('../printer/logo.ts');
      const picture: Logo = toDots(chosen.value, dotsAcross(shop.now('printer').columns));
      const kept = shop.change(parts.operator(), { section: 'logo', value: { picture } });
      if (kept.ok) return ok({ chosen: true });
      parts.onJournalError(kept.error);
      return notWritten(kept.error);
    },
  };
}
