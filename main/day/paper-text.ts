import type { Strip, StripLine } from '../receipt/strip.ts';
import type { Paper, PaperRow } from './paper.ts';

const numberWidth = 6;
const valueWidth = 13;

/** A report laid out on paper of `width` columns: 32 on 58 mm, 42 or 48 on 80 mm. */
export function paperStrip(paper: Paper, width: number): Strip {
  const plain = (text: string): StripLine => ({ text, look: 'plain' });
  const rule = plain('-'.repeat(width));
  return {
    language: paper.language,
    marking: paper.marking === '' ? [] : [paper.marking],
    blocks: [
      [{ text: paper.title, look: 'title' }],
      paper.head.map((text) => ({ text, look: 'centred' })),
      ...paper.sections.map(({ heading, rows }) => [
        ...(heading === null ? [] : [rule, plain(heading)]),
        ...rows.flatMap((row) => drawn(row, width)).map(plain),
      ]),
      ...(paper.sign.length === 0
        ? []
        : [[rule, ...paper.sign.flatMap((line) => ['', '', `${line}:`]).map(plain)]]),
    ],
    code: null,
  };
}

/** A report as plain text, `width` columns wide (42 on 80 mm paper). Lines end in a line feed, without blanks before it. */
export function paperText(paper: Paper, width: number): string {
  const stars = '*'.repeat(width);
  const { marking, blocks } = paperStrip(paper, width);
  return [
    ...(marking.length === 0 ? [] : [[stars, ...marking.map((text) => centre(text, width)), stars]]),
    ...blocks.map((block) =>
      block.map(({ text, look }) => (look === 'plain' || look === 'strong' ? text : centre(text, width))),
    ),
  ]
    .map((block) => block.map((line) => `${line.trimEnd()}\n`).join(''))
    .join('\n');
}

function drawn({ label, number, value, under }: PaperRow, width: number): string[] {
  const indented = under === true ? `  ${label}` : label;
  const figures = (number === null ? '' : number.padStart(numberWidth)) + value.padStart(valueWidth);
  const room = width - figures.length;
  if (number === null && value.length > valueWidth) {
    if (indented.length + 1 + value.length <= width) return [indented.padEnd(width - value.length) + value];
    // A reason, or anything else a person wrote, may be longer than the paper is wide.
    return [...cut(indented, width), ...cut(`  ${value}`, width)];
  }
  const lines = cut(indented, room - 1);
  const last = lines.pop() ?? '';
  return [...lines, last.padEnd(room) + figures];
}

/** Breaks at the last space that fits, and inside a word only where there is none. */
function cut(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const at = space > 2 ? space : width;
    lines.push(rest.slice(0, at));
    rest = `  ${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest];
}

function centre(text: string, width: number): string {
  return ' '.repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
}
