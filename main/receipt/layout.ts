import { padEnd, padStart, widest, wrap } from './fixed-width.ts';
import { columns } from './printable.ts';
import type { Receipt, ReceiptLine, Row, VatCells } from './receipt.ts';
import type { Strip, StripLine } from './strip.ts';

/** Fewest columns that leave a label room beside its value. */
const narrowestLabel = 8;

/** Between numbers: one space also stands inside them, as in `1 234,50`. */
const gap = '  ';

/** Lays a receipt out on paper of `width` columns: 32 on 58 mm, 42 or 48 on 80 mm. */
export function receiptStrip(receipt: Receipt, width: number): Strip {
  const rule = plain('-'.repeat(width));
  const rows = (all: readonly Row[]): StripLine[] =>
    all.flatMap((one) => row(one.label, one.value, width)).map(plain);
  return {
    language: receipt.language,
    marking: receipt.marking,
    blocks: [
      receipt.title === null ? [] : [{ text: receipt.title, look: 'title' }],
      receipt.seller.map(centred),
      rows(receipt.facts),
      [
        rule,
        ...(receipt.lines.length === 0 ? [] : [...soldLines(receipt.lines, width).map(plain), rule]),
        ...rows(receipt.totals.slice(0, 1)).map((line) => ({ ...line, look: 'strong' as const })),
        ...rows(receipt.totals.slice(1)),
      ],
      receipt.vat === null ? [] : vatTable(receipt.vat, width).map(plain),
      ...receipt.payments.map((payment) => [
        ...rows(payment.rows),
        ...(payment.terminal === null
          ? []
          : [
              plain(''),
              centred(payment.terminal.heading),
              ...payment.terminal.lines.flatMap((l) => wrap(l, width)).map(plain),
            ]),
      ]),
      ...receipt.blanks.map((label) => ['', '', '_'.repeat(width), label].map(plain)),
      [rule, ...rows(receipt.foot), ...receipt.closing.map(centred)],
    ],
    code: receipt.barcode,
  };
}

function plain(text: string): StripLine {
  return { text, look: 'plain' };
}

function centred(text: string): StripLine {
  return { text, look: 'centred' };
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
    ...[line.calculation ?? [], line.notes]
      .flat()
      .flatMap((one) => wrap(one, width - 2).map((text) => `  ${text}`)),
    ...(line.discount === null ? [] : row(`  ${line.discount.label}`, line.discount.value, width)),
  ]);
}

function vatTable(
  { heading, columns: names, rows }: NonNullable<Receipt['vat']>,
  width: number,
): readonly string[] {
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
