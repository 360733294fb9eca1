import type { Language } from '../preload/contract/view.ts';

/** What stands on the keyboard on screen: letters, or the signs of addresses and of other languages. */
export type Layer = 'letters' | 'signs';

const digits = '1234567890';

const letters: Readonly<Record<Language, readonly string[]>> = {
  nb: ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnmäö'],
  en: ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnmäö'],
  da: ['qwertyuiopå', 'asdfghjklæø', 'zxcvbnmäö'],
  sv: ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnmæø'],
};

const signs: readonly string[] = ['@.,:;/\\_-+=', '!?()&%#*"\'€', '<>[]{}$£~'];

/** The rows of keys of a layer, each sign one key. */
export function keysOf(language: Language, layer: Layer, upper: boolean): readonly (readonly string[])[] {
  const rows = layer === 'signs' ? signs : letters[language];
  return [digits, ...rows].map((row) => Array.from(upper ? row.toUpperCase() : row));
}
