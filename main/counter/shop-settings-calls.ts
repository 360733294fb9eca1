import type { ShopSettingsKeeper } from '../install/shop-settings.ts';
import type { JournalError } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten } from './refusal.ts';

export type ShopSettingsCallParts = {
  readonly shop: ShopSettingsKeeper;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
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
      const { section, value } = change;
      // What needs a manager is a manager's to say, whatever the table says now.
      const kind = section === 'operators' ? 'operators' : 'settings';
      const refusal = parts.authorise({ kind, of: `${section} ${JSON.stringify(value)}` });
      if (refusal !== null) return { ok: false, error: refusal };
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
