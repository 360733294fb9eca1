import type { Language } from '../../preload/contract/view.ts';

/** `one` or `other`, as the language counts. */
export function pluralIn(language: Language): <T>(count: number, one: T, other: T) => T {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => (rules.select(count) === 'one' ? one : other);
}

/** `one` or `other` with the number in front of it. */
export function countedIn(language: Language): (count: number, one: string, other: string) => string {
  const plural = pluralIn(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, one, other) => `${numbers.format(count)} ${plural(count, one, other)}`;
}
