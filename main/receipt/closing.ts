import { printable } from './printable.ts';

/** What the shop wrote to stand below its receipts, line by line; nothing where it wrote nothing. */
export function closingLines(text: string): readonly string[] {
  const lines = text.trim() === '' ? [] : text.trim().split(/\r\n|\r|\n/u);
  return lines.map((line) => printable(line.trim()));
}
