import type { ShopSettingsKeeper } from '../install/shop-settings.ts';
import type { JournalError } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { Handlers } from './calls.ts';
import { notWritten } from './refusal.ts';

export type ShopSettingsCallParts = {
  readonly shop: ShopSettingsKeeper;
  readonly operator: () => string | null;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** What a manager may change while the till runs. */
export function shopSettingsCalls(
  parts: ShopSettingsCallParts,
): Pick<Handlers, 'settings.shop' | 'settings.change'> {
  return {
    'settings.shop': () => ok(parts.shop.all()),
    'settings.change': (change) => {
      const changed = parts.shop.change(parts.operator(), change);
      if (!changed.ok) {
        parts.onJournalError(changed.error);
        return notWritten(changed.error);
      }
      parts.onChange();
      return ok(null);
    },
  };
}
