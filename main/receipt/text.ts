import { centre, wrap } from './fixed-width.ts';
import { receiptStrip } from './layout.ts';
import type { Receipt } from './receipt.ts';
import type { Strip } from './strip.ts';

/**
 * Draws a receipt as plain text, `width` columns wide: 42 on 80 mm paper, 32 on 58 mm. Lines end in a line feed and have
 * no blanks at their end.
 */
export function receiptText(receipt: Receipt, width: number): string {
  return stripText(receiptStrip(receipt, width), width);
}

function stripText({ marking, blocks, code }: Strip, width: number): string {
  const centred = (text: string): string[] => wrap(text, width).map((line) => centre(line, width));
  const drawn = blocks.map((block) =>
    block.flatMap(({ text, look }) => (look === 'centred' || look === 'title' ? centred(text) : [text])),
  );
  // The marking and the title belong together, and so do the last lines and the code.
  const [title = [], ...others] = drawn;
  const foot = [...(others.pop() ?? []), ...(code === null ? [] : centred(code))];
  return [[...markingLines(marking, width), ...title], ...others, foot]
    .map((block) => block.map((line) => `${line.trimEnd()}\n`).join(''))
    .join('\n');
}

/** Plain text has one size: what must be larger stands between two full lines of stars. */
function markingLines(lines: readonly string[], width: number): readonly string[] {
  if (lines.length === 0) return [];
  const stars = '*'.repeat(width);
  return [stars, ...lines.flatMap((text) => wrap(text, width)).map((text) => centre(text, width)), stars];
}
