import { escaped } from '../receipt/index.ts';
import { paperPolicy } from '../receipt/paper-policy.ts';
import type { Roll } from '../receipt/roll.ts';
import type { Paper, PaperRow } from './paper.ts';

const style = (roll: Roll): string => `
@page { size: ${roll}mm auto; margin: 0; }
* { box-sizing: border-box; }
body { width: ${roll}mm; margin: 0; padding: 4mm; color: #000; background: #fff; font: 9pt/1.35 "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1 { margin: 0 0 2mm; font-size: 14pt; text-align: center; }
.marking { margin: 0 0 2mm; padding: 1.5mm; border: 0.6mm solid #000; font-size: 18pt; font-weight: 700; text-align: center; }
.head { margin: 0 0 3mm; text-align: center; }
.head span { display: block; }
table { width: 100%; margin: 0 0 3mm; border-collapse: collapse; }
caption { padding-top: 1mm; border-top: 0.3mm solid #000; text-align: left; font-weight: 700; }
th, td { padding: 0.2mm 0; text-align: left; vertical-align: top; font-weight: 400; }
td { padding-left: 2mm; text-align: right; }
.under th { padding-left: 3mm; }
.sign { margin: 14mm 0 0; border-top: 0.2mm solid #000; }
`;

/** A report as one HTML page, as wide as the roll, that needs nothing from outside and runs nothing. */
export function paperHtml(paper: Paper, roll: Roll): string {
  const look = style(roll);
  const sections = paper.sections.map(({ heading, rows }) => {
    const caption = heading === null ? '' : `<caption>${escaped(heading)}</caption>`;
    return `<table>${caption}<tbody>${rows.map(drawn).join('')}</tbody></table>`;
  });
  return `<!doctype html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${paperPolicy(look)}">
<title>${escaped(paper.title)}</title>
<style>${look}</style>
</head>
<body>
${paper.marking === '' ? '' : `<p class="marking">${escaped(paper.marking)}</p>`}
<h1>${escaped(paper.title)}</h1>
<p class="head">${paper.head.map((line) => `<span>${escaped(line)}</span>`).join('')}</p>
${sections.join('\n')}
${paper.sign.map((line) => `<p class="sign">${escaped(line)}</p>`).join('')}
</body>
</html>
`;
}

function drawn({ label, number, value, under }: PaperRow): string {
  const kind = under === true ? ' class="under"' : '';
  return `<tr${kind}><th scope="row">${escaped(label)}</th><td>${escaped(number ?? '')}</td><td>${escaped(value)}</td></tr>`;
}
