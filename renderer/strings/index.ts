import type { Language } from '../../preload/contract/view.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';

/** Every string of the window; a language that lacks one does not compile. */
export type Strings = typeof en;

/** The window's strings in a language. */
export function stringsFor(language: Language): Strings {
  switch (language) {
    case 'en':
      return en;
    case 'nb':
      return nb;
  }
}
