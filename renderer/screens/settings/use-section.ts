import { useCallback, useEffect, useState } from 'react';
import type { OpenSection, SettingChange, ShopSettings } from '../../../preload/contract/settings.ts';
import { actOnce, read } from '../../acts.ts';
import { sayInfo } from '../../notices.ts';
import { useStrings } from '../../words.ts';

/** A section of the shop's settings as the till keeps it, and how it is replaced. */
export interface SectionOf<S extends OpenSection> {
  readonly kept: ShopSettings[S];
  /** Whether it was kept; what went wrong has been said. */
  readonly change: (value: ShopSettings[S]) => Promise<boolean>;
}

/** Null until the till has told. */
export function useSection<S extends OpenSection>(section: S): SectionOf<S> | null {
  const { settings } = useStrings();
  const [kept, setKept] = useState<ShopSettings[S] | null>(null);
  useEffect(() => {
    let stale = false;
    void read('settings.shop', {}).then((all) => {
      if (!stale && all !== null) setKept(all[section]);
    });
    return () => {
      stale = true;
    };
  }, [section]);
  const change = useCallback(
    async (value: ShopSettings[S]): Promise<boolean> => {
      // A section and a value of its own, which the compiler cannot follow for any section.
      const done = await actOnce('settings.change', { section, value } as SettingChange);
      if (done) {
        setKept(value);
        sayInfo(settings.saved);
      }
      return done;
    },
    [section, settings.saved],
  );
  return kept === null ? null : { kept, change };
}
