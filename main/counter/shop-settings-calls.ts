import type { Desk } from '../desk.ts';
import type { ShopChange, ShopSettingsKeeper } from '../install/shop-settings.ts';
import type { JournalError } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, type Refusal } from './refusal.ts';

export type ShopSettingsCallParts = {
  readonly shop: ShopSettingsKeeper;
  readonly desk: Desk;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

type ShopSettingsCall =
  'settings.shop' | 'settings.change' | 'settings.chooseExportFolder' | 'settings.forgetExportFolder';

/** What a manager may change while the till runs. */
export function shopSettingsCalls(parts: ShopSettingsCallParts): Pick<Handlers, ShopSettingsCall> {
  function replace(to: ShopChange): Result<null, Refusal> {
    const changed = parts.shop.change(parts.operator(), to);
    if (!changed.ok) {
      parts.onJournalError(changed.error);
      return notWritten(changed.error);
    }
    parts.onChange();
    return ok(null);
  }

  return {
    'settings.shop': () => ok(parts.shop.all()),
    'settings.change': (to) => {
      const { section, value } = to;
      // What needs a manager is a manager's to say, whatever the table says now.
      const kind = section === 'operators' ? 'operators' : 'settings';
      const refusal = parts.authorise({ kind, of: `${section} ${JSON.stringify(value)}` });
      return refusal === null ? replace(to) : err(refusal);
    },
    'settings.chooseExportFolder': async () => {
      const refusal = parts.authorise({ kind: 'settings', of: 'exportFolder' });
      if (refusal !== null) return err(refusal);
      const path = await parts.desk.chooseFolder();
      if (path === null) return ok(null);
      const changed = replace({ section: 'exportFolder', value: { path } });
      return changed.ok ? ok({ path }) : changed;
    },
    'settings.forgetExportFolder': () => {
      const refusal = parts.authorise({ kind: 'settings', of: 'exportFolder' });
      return refusal === null ? replace({ section: 'exportFolder', value: { path: '' } }) : err(refusal);
    },
  };
}
