import { create } from 'zustand';
import { keepSame } from './same.ts';
import type { Strings } from './strings/index.ts';

export type SettingsSection = keyof Strings['settings']['sections'];

/** A form by its name: one of a section of the settings, one drawer's count, a sale's buyer… */
export type FormName = `${SettingsSection | 'buyer' | 'count' | 'day' | 'note'}/${string}`;

/** What was typed and neither saved nor discarded. It lives as long as the page: leaving a screen loses nothing. */
const useDrafts = create<{ readonly drafts: Readonly<Record<string, unknown>> }>(() => ({ drafts: {} }));

function drop(form: FormName): void {
  useDrafts.setState(({ drafts: { [form]: _dropped, ...drafts } }) => ({ drafts }));
}

/** A form as the person left it. */
export interface Draft<T> {
  readonly value: T;
  /** Whether something in it is not saved. */
  readonly changed: boolean;
  readonly set: (change: Partial<T>) => void;
  readonly discard: () => void;
}

/** What stands in a form: `kept` until something is typed, and then what was typed, until it is saved or discarded. */
export function useDraft<T extends object>(form: FormName, kept: T): Draft<T> {
  // Each name belongs to one form, which alone writes under it.
  const typed = useDrafts(({ drafts }) => drafts[form]) as T | undefined;
  const value = typed ?? kept;
  return {
    value,
    changed: typed !== undefined,
    set: (change) => {
      const next = { ...value, ...change };
      if (keepSame(kept, next) === kept) drop(form);
      else useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [form]: next } }));
    },
    discard: () => drop(form),
  };
}

/** The sections of the settings with something in them that is not saved. */
export function useUnsaved(sections: readonly SettingsSection[]): readonly SettingsSection[] {
  const forms = useDrafts(({ drafts }) => drafts);
  return sections.filter((section) => Object.keys(forms).some((form) => form.startsWith(`${section}/`)));
}
