/** An element with what is in it: other elements, or text. */
export interface Element {
  readonly name: string;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads XML piece by piece and gives each element of the wanted names as soon as it ends, the outermost first where they
 * lie in each other; nothing else is kept. For files of one namespace, without a document type. Throws an Error that says
 * what is wrong when tags do not match.
 */
export function* elementsOf(texts: Iterable<string>, wanted: ReadonlySet<string>): Generator<Element> {
  const path: string[] = [];
  const kept: Open[] = [];
  for (const { text, tag } of tagsOf(texts)) {
    const inside = kept.at(-1);
    if (inside !== undefined) inside.text += text;
    if (tag === null || tag.startsWith('?') || tag.startsWith('!')) continue;
    const name = /^\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
    if (!tag.startsWith('/')) {
      path.push(name);
      if (kept.length > 0 || wanted.has(name)) kept.push({ name, children: [], text: '' });
      if (!tag.endsWith('/')) continue;
    }
    if (path.pop() !== name) throw new Error(`</${name}> ends what did not begin.`);
    const ended = kept.pop();
    if (ended === undefined) continue;
    const element = { name, children: ended.children, text: unescape(ended.text) };
    const around = kept.at(-1);
    if (around === undefined) yield element;
    else around.children.push(element);
  }
  if (path.length > 0) throw new Error(`The file ends within <${path.at(-1) ?? ''}>.`);
}

/** Each tag without its brackets, with the text before it; the text after the last one comes with null. */
function* tagsOf(texts: Iterable<string>): Generator<{ text: string; tag: string | null }> {
  let rest = '';
  for (const piece of texts) {
    const all = rest + piece;
    let at = 0;
    for (;;) {
      const begin = all.indexOf('<', at);
      if (begin === -1) break;
      const comment = all.startsWith('<!--', begin);
      const end = all.indexOf(comment ? '-->' : '>', begin);
      if (end === -1) break;
      yield { text: all.slice(at, begin), tag: all.slice(begin + 1, end) };
      at = end + (comment ? 3 : 1);
    }
    rest = all.slice(at);
  }
  if (rest.includes('<')) throw new Error('The file ends within a tag.');
  yield { text: rest, tag: null };
}

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return named[name] ?? whole;
  });
}

/** The text of the first child of that name; empty when there is none. */
export function textOf(element: Element, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? '';
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name);
}

/** Every element of that name at any depth. */
export function allOf(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allOf(child, name),
  ]);
}

/** An amount in øre from a text with at most two decimals. Throws for any other text. */
export function oreOf(element: Element, name: string): number {
  const text = textOf(element, name);
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`${name} is no amount: "${text}".`);
  const amount = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' ? 0 - amount : amount;
}
