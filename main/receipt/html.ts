import type { Logo } from '../../preload/contract/printer.ts';
import { barcodes } from './barcode.ts';
import type { PaymentBlock, Receipt, ReceiptLine, Row } from './receipt.ts';
import { escaped } from './escaped.ts';
import { paperPolicy } from './paper-policy.ts';
import { dotsAMillimetre, logoPicture } from './picture.ts';
import type { Roll } from './roll.ts';

const style = (roll: Roll, logoWidth: number): string => `
@page { size: ${roll}mm auto; margin: 0; }
* { box-sizing: border-box; }
body { width: ${roll}mm; margin: 0; padding: 4mm; color: #000; background: #fff; font: 9pt/1.35 "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.logo { display: block; width: ${logoWidth}mm; max-width: 100%; height: auto; margin: 0 auto 3mm; }
h1 { margin: 0 0 2mm; font-size: 13pt; text-align: center; }
.marking { margin: 0 0 2mm; padding: 1.5mm; border: 0.6mm solid #000; font-size: 18pt; line-height: 1.2; font-weight: 700; text-align: center; }
.marking span { display: block; }
.seller { margin: 0 0 3mm; text-align: center; font-style: normal; }
.seller span { display: block; }
table { width: 100%; margin: 0 0 3mm; border-collapse: collapse; }
th, td { padding: 0.2mm 0; text-align: left; vertical-align: top; font-weight: 400; }
th[scope='row'] { white-space: nowrap; }
th + th, td + td, th + td { padding-left: 2mm; text-align: right; }
.amount { white-space: nowrap; }
.sold { border-top: 0.3mm solid #000; border-bottom: 0.3mm solid #000; }
.sold .more { padding-left: 3mm; }
.totals tr:first-child > * { font-size: 12pt; font-weight: 700; }
caption, .heading { text-align: left; font-weight: 700; }
pre { margin: 0 0 3mm; white-space: pre-wrap; font: 7pt/1.3 Consolas, Menlo, "DejaVu Sans Mono", monospace; }
.blank { margin: 14mm 0 3mm; border-top: 0.3mm solid #000; font-size: 8pt; }
.closing { margin: 0 0 2mm; text-align: center; }
.closing span { display: block; }
.find { text-align: center; }
.find svg { display: block; margin: 2mm auto; }
.find .qr svg { width: 22mm; height: 22mm; }
.find .bars svg { width: min(60mm, 100%); height: 12mm; }
`;

/** What the shop adds to a receipt's page: its logo, and how wide its paper is. */
export interface Page {
  readonly logo: Logo | null;
  readonly roll: Roll;
}

/** Draws a receipt as one HTML page, as wide as the roll, that needs nothing from outside and runs nothing. */
export function receiptHtml(receipt: Receipt, { logo, roll }: Page): string {
  const { qr, bars } = barcodes(receipt);
  const look = style(roll, (logo?.width ?? 0) / dotsAMillimetre);
  const name = receipt.title ?? receipt.marking.join(' ');
  return `<!doctype html>
<html lang="${receipt.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${paperPolicy(look)}">
<title>${escaped(`${name} ${receipt.barcode}`)}</title>
<style>${look}</style>
</head>
<body>
${logo === null ? '' : logoPicture(logo)}
${receipt.marking.length === 0 ? '' : `<p class="marking">${spans(receipt.marking)}</p>`}
${receipt.title === null ? '' : `<h1>${escaped(receipt.title)}</h1>`}
<address class="seller">${spans(receipt.seller)}</address>
<table>${receipt.facts.map(row).join('')}</table>
<table class="sold">${receipt.lines.map(soldLine).join('')}</table>
<table class="totals">${receipt.totals.map(row).join('')}</table>
${vatTable(receipt.vat)}
${receipt.payments.map(payment).join('\n')}
${receipt.blanks.map((label) => `<p class="blank">${escaped(label)}</p>`).join('\n')}
<table>${receipt.foot.map(row).join('')}</table>
${receipt.closing.length === 0 ? '' : `<p class="closing">${spans(receipt.closing)}</p>`}
<div class="find"><div class="qr">${qr}</div><div class="bars">${bars}</div>${escaped(receipt.barcode)}</div>
</body>
</html>
`;
}

function row({ label, value }: Row): string {
  return `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`;
}

function soldLine(line: ReceiptLine): string {
  const more = (label: string, value: string): string =>
    `<tr><td class="more">${escaped(label)}</td><td></td><td class="amount">${escaped(value)}</td></tr>`;
  return [
    `<tr><td>${escaped(line.description)}</td><td class="amount">${escaped(line.vatRate)}</td><td class="amount">${escaped(line.amount)}</td></tr>`,
    line.calculation === null ? '' : more(line.calculation, ''),
    ...line.notes.map((note) => more(note, '')),
    line.discount === null ? '' : more(line.discount.label, line.discount.value),
  ].join('');
}

function vatTable(vat: Receipt['vat']): string {
  if (vat === null) return '';
  const { heading, columns, rows } = vat;
  const head = columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const body = rows.map(([rate, ...amounts]) => {
    const cells = amounts.map((amount) => `<td class="amount">${escaped(amount)}</td>`).join('');
    return `<tr><th scope="row">${escaped(rate)}</th>${cells}</tr>`;
  });
  return `<table><caption>${escaped(heading)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function payment({ rows, terminal }: PaymentBlock): string {
  const slip =
    terminal === null
      ? ''
      : `<div class="heading">${escaped(terminal.heading)}</div><pre>${escaped(terminal.lines.join('\n'))}</pre>`;
  return `<table>${rows.map(row).join('')}</table>${slip}`;
}

function spans(lines: readonly string[]): string {
  return lines.map((line) => `<span>${escaped(line)}</span>`).join('');
}
