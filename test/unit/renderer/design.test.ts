import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const withoutComments = (css: string): string => css.replaceAll(/\/\*.*?\*\//gs, '');

type Colours = ReadonlyMap<string, string>;

function coloursIn(css: string): [string, string][] {
  return [...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
}

const [lightCss = '', darkCss = ''] = read('renderer/styles/tokens.css').split(
  '@media (prefers-color-scheme: dark)',
);
const light: Colours = new Map(coloursIn(lightCss));
const dark: Colours = new Map([...light, ...coloursIn(darkCss)]);

/** WCAG 2.2's relative luminance of a colour written as #rrggbb. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Colours, what: string, on: string): number {
  const [first, second] = [what, on].map((name) => {
    const colour = theme.get(name);
    if (colour === undefined) throw new Error(`No colour is called ${name}`);
    return luminance(colour);
  }) as [number, number];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** The page's table: what, on what, the least contrast, and the figures it gives. */
const pairs = [
  ...read('docs/design.md').matchAll(
    /^\| `([a-z0-9-]+)` \| `([a-z0-9-]+)` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm,
  ),
].map(([, what = '', on = '', least = '', inLight = '', inDark = '']) => ({
  what,
  on,
  least: Number(least),
  said: { light: inLight, dark: inDark },
}));
const roundedDown = (figure: number): string => {
  const tenths = Math.floor(figure * 10);
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`;
};

const sheets = globSync('renderer/**/*.css', { cwd: root })
  .filter((file) => !file.endsWith('tokens.css'))
  .map((file) => ({ file, css: withoutComments(read(file)) }));
const rules = sheets.flatMap(({ file, css }) =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    file,
    selector: selector.trim(),
    body,
  })),
);

describe('The colours of the till', () => {
  it('have the contrast that the page on design says, in both themes', () => {
    const counted = pairs.map(({ what, on, least }) => ({
      what,
      on,
      least,
      said: {
        light: roundedDown(contrast(light, what, on)),
        dark: roundedDown(contrast(dark, what, on)),
      },
    }));
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs).toEqual(counted);
  });

  it('have contrast enough: 4.5 for text, 3 for what is not text', () => {
    const poor = pairs.filter(({ what, on, least }) =>
      [light, dark].some((theme) => contrast(theme, what, on) < least),
    );
    expect(poor).toEqual([]);
    expect(new Set(pairs.map(({ least }) => least))).toEqual(new Set([4.5, 3]));
  });

  it('are on the page wherever one is written on another', () => {
    const known = new Set(
      pairs.filter(({ least }) => least === 4.5).map(({ what, on }) => `${what} on ${on}`),
    );
    const used = rules.flatMap(({ file, body }) => {
      const what = /(?:^|[\s;])color: var\(--([a-z-]+)\)/.exec(body)?.[1];
      const on = /background: var\(--([a-z-]+)\)/.exec(body)?.[1];
      return what === undefined || on === undefined ? [] : [{ file, pair: `${what} on ${on}` }];
    });
    expect(used.filter(({ pair }) => !known.has(pair))).toEqual([]);
  });

  it('are on the page against what lies behind whole screens and cards, when text has them', () => {
    const inks = new Set(
      rules.flatMap(({ body }) =>
        [...body.matchAll(/(?:^|[\s;])color: var\(--([a-z-]+)\)/g)].map(([, ink = '']) => ink),
      ),
    );
    // A state's own tone is one of the others; the rest have a ground of their own beside them.
    const ownGround = new Set(['tone', 'on-pine', 'training-wash', 'surface', 'ground', 'receipt-ink']);
    const missing = [...inks]
      .filter((ink) => !ownGround.has(ink))
      .flatMap((ink) => ['ground', 'surface', 'paper'].map((on) => ({ what: ink, on })))
      .filter(({ what, on }) => !pairs.some((pair) => pair.what === what && pair.on === on));
    expect(missing).toEqual([]);
  });
});

describe('A screen’s style sheet', () => {
  const declarations = rules.flatMap(({ file, selector, body }) =>
    body
      .split(';')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [property = '', ...rest] = line.split(':');
        return { property, value: rest.join(':').trim(), where: `${file} ${selector} { ${line} }` };
      }),
  );

  it('writes down no colour of its own', () => {
    const own = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|color)a?\(|\b(white|black|red|green|blue|gr[ae]y)\b/i;
    expect(declarations.filter(({ value }) => own.test(value)).map(({ where }) => where)).toEqual([]);
  });

  it('writes down no text size of its own', () => {
    const own = declarations.filter(
      ({ property, value }) => ['font-size', 'font'].includes(property) && /\d(px|rem|vw|vh|pt)/.test(value),
    );
    expect(own.map(({ where }) => where)).toEqual([]);
  });

  it('writes down no spacing or rounding of its own', () => {
    const spacing = /^(gap|(row|column)-gap|padding(-[a-z]+)*|margin(-[a-z]+)*|border(-[a-z]+)*-radius)$/;
    const own = declarations.filter(
      ({ property, value }) => spacing.test(property) && /[1-9]\d*(px|rem)/.test(value),
    );
    expect(own.map(({ where }) => where)).toEqual([]);
  });

  it('moves nothing', () => {
    const moving = declarations.filter(
      ({ property, value }) => /^(transition|animation)/.test(property) && value !== 'none',
    );
    expect(moving.map(({ where }) => where)).toEqual([]);
  });
});
