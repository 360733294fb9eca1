import type { Language } from '../../preload/contract/view.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import type { Strings } from './en.ts';
import { nb } from './nb.ts';
import { sv } from './sv.ts';

export type { Strings };

/** The window's strings in a language. */
export function stringsFor(language: Language): Strings {
  switch (language) {
    case 'en':
      return en;
    case 'nb':
      return nb;
    case 'sv':
      return sv;
    case 'da':
      return da;
  }
}
