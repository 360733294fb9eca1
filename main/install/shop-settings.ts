import { type SettingSection, shopSettings, type ShopSettings } from '../../preload/contract/settings.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { ok, type Result } from '../result.ts';

/** Any section with its new value: also one that the window may not say. */
export type ShopChange = {
  [S in SettingSection]: { readonly section: S; readonly value: ShopSettings[S] };
}[SettingSection];

/**
 * What a manager changes while the till runs. It is kept in the journal: who changed what, and when, stands there for
 * ever, and a restored till is set as it was.
 */
export interface ShopSettingsKeeper {
  now<S extends SettingSection>(section: S): ShopSettings[S];
  all(): ShopSettings;
  change(operator: string | null, change: ShopChange): Result<void, JournalError>;
}

export function createShopSettings(journal: Journal, log: Log): ShopSettingsKeeper {
  let kept: ShopSettings | null = null;

  function all(): ShopSettings {
    kept ??= readShopSettings((section) => journal.read.setting(section), log);
    return kept;
  }

  return {
    now: (section) => all()[section],
    all,
    change: (operator, { section, value }) => {
      const written = journal.write(operator, (tx) => tx.append('settings.changed', { section, value }));
      if (!written.ok) return written;
      kept = null;
      return ok(undefined);
    },
  };
}

/** A section that this program cannot read falls back to what an untouched till has, and the log says so. */
function readShopSettings(setting: (section: string) => unknown, log: Log): ShopSettings {
  const written: Record<string, unknown> = {};
  for (const [section, shape] of Object.entries(shopSettings.shape)) {
    const value = setting(section);
    if (value === null) continue;
    const read = shape.safeParse(value);
    if (read.success) written[section] = read.data;
    else log.error('a section of the settings cannot be read', { section, issues: read.error.issues.length });
  }
  return shopSettings.parse(written);
}
