import type { TextBlock } from '../../preload/contract/about.ts';
import { escaped } from '../receipt/escaped.ts';

/** A text in Markdown as blocks: headings, paragraphs, list items and rows of tables, and nothing else. */
export function blocksOf(markdown: string): TextBlock[] {
  // A line that begins nothing new goes on with the paragraph or the item before it.
  const pieces: string[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const before = pieces.at(-1) ?? '';
    const goesOn = line.trim() !== '' && before !== '' && !begins.test(line) && !/^(#|\|)/.test(before);
    if (goesOn) pieces[pieces.length - 1] = `${before} ${line.trim()}`;
    else pieces.push(line.trimEnd());
  }
  return pieces.filter((piece) => piece !== '').flatMap(blockOf);
}

const begins = /^(#{1,3} |[-*] |\d+\. |\|)/;

function blockOf(piece: string): TextBlock[] {
  const heading = /^(#{1,3}) (.+)$/.exec(piece);
  if (heading !== null)
    return [{ kind: 'heading', level: heading[1]?.length ?? 1, text: plain(heading[2] ?? '') }];
  if (piece.startsWith('|')) {
    const cells = piece
      .split('|')
      .slice(1, -1)
      .map((cell) => plain(cell.trim()));
    return cells.every((cell) => /^:?-+:?$/.test(cell)) ? [] : [{ kind: 'row', cells }];
  }
  const item = /^(?:[-*]|\d+\.) (.+)$/.exec(piece);
  return item === null
    ? [{ kind: 'paragraph', text: plain(piece) }]
    : [{ kind: 'item', text: plain(item[1] ?? '') }];
}

/** Without the marks for bold, code and links. */
function plain(text: string): string {
  return text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/\*\*|`/g, '');
}

/** The blocks as a page for paper, A4. */
export function documentHtml(title: string, blocks: readonly TextBlock[]): string {
  const body = blocks.map(drawn).join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
body{font:10.5pt/1.45 sans-serif;margin:0;color:#000}h1{font-size:18pt}h2{font-size:13pt;margin:14pt 0 4pt}h3{font-size:11pt;margin:10pt 0 2pt}
p,.item,.row{margin:0 0 5pt;break-inside:avoid}.item{padding-left:12pt;text-indent:-8pt}.row{display:flex;border-bottom:.5pt solid #999}.row span{flex:1;padding-right:8pt}
</style></head><body>${body}</body></html>`;
}

function drawn(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'item':
      return `<div class="item">• ${escaped(block.text)}</div>`;
    case 'row':
      return `<div class="row">${block.cells.map((cell) => `<span>${escaped(cell)}</span>`).join('')}</div>`;
  }
}
