const soft = '\u00ad';
/** Words up to this long stand whole on the narrowest tile. */
const whole = 11;
const vowel = /[aeiouyæøåäö]/i;
const letters = /^\p{L}+$/u;

/**
 * The text with soft hyphens in its long words, so that a narrow tile breaks them as Norwegian does: one consonant goes with
 * the vowel that follows it. At least three letters stay on each side.
 */
export function breakable(text: string): string {
  return text
    .split(' ')
    .map((word) => (word.length > whole ? hyphenated(word) : word))
    .join(' ');
}

function hyphenated(word: string): string {
  let made = '';
  for (let at = 0; at < word.length; at += 1) {
    if (mayBreakBefore(word, at)) made += soft;
    made += word.charAt(at);
  }
  return made;
}

function mayBreakBefore(word: string, at: number): boolean {
  const around = word.slice(at - 3, at + 3);
  if (at < 3 || word.length - at < 3 || !letters.test(around)) return false;
  return vowel.test(word.slice(0, at)) && !vowel.test(word.charAt(at)) && vowel.test(word.charAt(at + 1));
}
