import { cells, columns, columnsOf } from './printable.ts';

/** Breaks at spaces, and inside a word only when it is longer than a line. Blanks at the beginning stay. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/(?<=\S)(?= )/u)) {
    if (used + columns(word) > width && used > 0) {
      lines.push(line);
      line = '';
      used = 0;
    }
    for (const cell of cells(line === '' && lines.length > 0 ? word.trimStart() : word)) {
      if (used + columnsOf(cell) > width) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += cell;
      used += columnsOf(cell);
    }
  }
  return [...lines, line];
}

/** Columns of the widest of them. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(columns));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columns(text))) + text;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

export function centre(text: string, width: number): string {
  return ' '.repeat(Math.max(0, Math.floor((width - columns(text)) / 2))) + text;
}
