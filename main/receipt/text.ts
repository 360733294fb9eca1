import { cells, columns, columnsOf } from './printable.ts';
import type { Receipt, ReceiptLine, Row, VatCells } from './receipt.ts';

/** Fewest columns that leave a label room beside its value. */
const narrowestLabel = 8;

/** Between numbers: one space also stands inside them, as in `1 234,50`. */
const gap = '  ';

/**
 * Draws a receipt as plain text, `width` columns wide: 42 on 80 mm paper, 32 on 58 mm. Lines end in a line feed and have
 * no blanks at their end.
 */
export function receiptText(receipt: Receipt, width: number): string {
  const rule = '-'.repeat(width);
  const centred = (text: string): string[] => wrap(text, width).map((line) => centre(line, width));
  const rows = (all: readonly Row[]): string[] => all.flatMap((one) => row(one.label, one.value, width));
  const blocks: readonly (readonly string[])[] = [
    [...marking(receipt.marking, width), ...(receipt.title === null ? [] : centred(receipt.title))],
    receipt.seller.flatMap(centred),
    rows(receipt.facts),
    [rule, ...soldLines(receipt.lines, width), rule, ...rows(receipt.totals)],
    vatTable(receipt.vat, width),
    ...receipt.payments.map((payment) => [
      ...rows(payment.rows),
      ...(payment.terminal === null
        ? []
        : [
            '',
            ...centred(payment.terminal.heading),
            ...payment.terminal.lines.flatMap((l) => wrap(l, width)),
          ]),
    ]),
    ...receipt.blanks.map((label) => ['', '', '_'.repeat(width), label]),
    [rule, ...rows(receipt.foot), ...receipt.closing.flatMap(centred), ...centred(receipt.barcode)],
  ];
  return blocks.map((block) => block.map((line) => `${line.trimEnd()}\n`).join('')).join('\n');
}

/** Plain text has one size: what must be larger stands between two full lines of stars. */
function marking(lines: readonly string[], width: number): readonly string[] {
  if (lines.length === 0) return [];
  const stars = '*'.repeat(width);
  return [stars, ...lines.flatMap((text) => wrap(text, width)).map((text) => centre(text, width)), stars];
}

function soldLines(lines: readonly ReceiptLine[], width: number): readonly string[] {
  const rateWidth = widest(lines.map((line) => line.vatRate));
  const amountWidth = widest(lines.flatMap((line) => [line.amount, line.discount?.value ?? '']));
  return lines.flatMap((line) => [
    ...row(
      line.description,
      `${padStart(line.vatRate, rateWidth)}${gap}${padStart(line.amount, amountWidth)}`,
      width,
    ),
    ...(line.calculation === null ? [] : wrap(line.calculation, width - 2).map((text) => `  ${text}`)),
    ...(line.discount === null ? [] : row(`  ${line.discount.label}`, line.discount.value, width)),
  ]);
}

function vatTable({ heading, columns: names, rows }: Receipt['vat'], width: number): readonly string[] {
  const all = [names, ...rows];
  const widths = names.map((_, column) => widest(all.map((cellsOf) => cellsOf[column] ?? '')));
  const needed = widths.reduce((sum, one) => sum + one, 0) + gap.length * (names.length - 1);
  if (needed > width) {
    return [heading, ...rows.flatMap((cellsOf) => stacked(names, cellsOf, width))];
  }
  const spare = width - needed;
  const drawn = all.map(([first, ...rest]) =>
    [
      padEnd(first, (widths[0] ?? 0) + spare),
      ...rest.map((cell, at) => padStart(cell, widths[at + 1] ?? 0)),
    ].join(gap),
  );
  return [...wrap(heading, width), ...drawn];
}

/** A rate whose amounts are too long to stand side by side. */
function stacked(names: VatCells, cellsOf: VatCells, width: number): readonly string[] {
  return names.flatMap((name, at) => row(at === 0 ? name : `  ${name}`, cellsOf[at] ?? '', width));
}

/** Label at the left, wrapped; value at the right of its first line, or below when there is no room beside it. */
function row(label: string, value: string, width: number): readonly string[] {
  const room = width - columns(value) - 1;
  if (room < narrowestLabel || (room < columns(label) && !label.includes(' ') && columns(label) <= width)) {
    return [...wrap(label, width), ...wrap(value, width).map((line) => padStart(line, width))];
  }
  const [first = '', ...others] = wrap(label, room);
  return [padEnd(first, width - columns(value)) + value, ...others];
}

/** Breaks at spaces, and inside a word only when it is longer than a line. Blanks at the beginning stay. */
function wrap(text: string, width: number): readonly string[] {
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

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(columns));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columns(text))) + text;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

function centre(text: string, width: number): string {
  return ' '.repeat(Math.max(0, Math.floor((width - columns(text)) / 2))) + text;
}
