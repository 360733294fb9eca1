const oneCell = /\P{M}\p{M}*/gu;
const wide =
  /[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const narrow = /[©®™]/u;
const escapeSequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|.)/gu;

/**
 * One line of text that nothing obeys: composed letters, ordinary spaces, no control, formatting or direction
 * characters, no leading or trailing blanks.
 */
export function printable(text: string): string {
  return clean(text).replace(/ +/gu, ' ').trim();
}

/** The terminal's own receipt text as lines of at most `width` columns; spaces inside a line stay, for its columns. */
export function printableLines(text: string, width: number, most: number): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => cut(clean(line).trimEnd(), width));
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, Math.min(last + 1, first + most));
}

function clean(text: string): string {
  return (
    text
      .replace(escapeSequence, '')
      .replace(/[\s\p{Z}]/gu, ' ')
      .replace(/[\p{C}\ufe00-\ufe0f]/gu, '')
      .normalize('NFC')
      .replace(/^\p{M}+/u, '')
      // More accents than two would climb over the lines above.
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
  );
}

/** Text in the pieces that must not be split: a character with its accents. */
export function cells(text: string): readonly string[] {
  return text.match(oneCell) ?? [];
}

/** Columns that printable text takes in a fixed-width font: two for emoji and East Asian characters. */
export function columns(text: string): number {
  let sum = 0;
  for (const cell of cells(text)) sum += columnsOf(cell);
  return sum;
}

/** Columns of one piece of `cells`. */
export function columnsOf(cell: string): number {
  return wide.test(cell) && !narrow.test(cell) ? 2 : 1;
}

function cut(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const cell of cells(text)) {
    used += columnsOf(cell);
    if (used > width) break;
    kept += cell;
  }
  return kept;
}
