import { type Language, ownersLanguage } from '../../preload/contract/view.ts';
import type { CheckWords } from './check-words.ts';
import { checkWords as en } from './en/checks.ts';
import { checkWords as nb } from './nb/checks.ts';

/** The words of setting up, in a language. */
export function checkWordsFor(language: Language): CheckWords {
  return ownersLanguage(language) === 'nb' ? nb : en;
}
