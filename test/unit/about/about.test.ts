import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, documentHtml } from '../../../main/about/blocks.ts';
import { withoutSecrets } from '../../../main/about/support.ts';
import { zip } from '../../../main/about/zip.ts';

describe('A text that ships with the till', () => {
  it('is read as headings, paragraphs, items and rows, whatever lines it is broken into', () => {
    const text =
      '# One\n\nA paragraph\nthat goes **on**.\n- an item\n  that goes on\n2. another\n\n| a | b |\n| --- | --- |\n| `c` | [d](d.md) |\n';
    expect(blocksOf(text)).toEqual([
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'paragraph', text: 'A paragraph that goes on.' },
      { kind: 'item', text: 'an item that goes on' },
      { kind: 'item', text: 'another' },
      { kind: 'row', cells: ['a', 'b'] },
      { kind: 'row', cells: ['c', 'd'] },
    ]);
  });

  it('is drawn for paper as text, never as markup', () => {
    const html = documentHtml('T', blocksOf('# <script>\n\na & b'));
    expect(html).toContain('<h1>&lt;script&gt;</h1>');
    expect(html).toContain('<p>a &amp; b</p>');
  });
});

describe('The support file', () => {
  it('is a zip archive that gives back what was packed', () => {
    const text = 'Kanelbolle\n'.repeat(500);
    const archive = zip([{ name: 'logs/ærlig.log', text }]);
    const title = archive.readUInt16LE(26);
    expect(archive.toString('utf8', 30, 30 + title)).toBe('logs/ærlig.log');
    const body = archive.subarray(30 + title, 30 + title + archive.readUInt32LE(18));
    expect(inflateRawSync(body).toString('utf8')).toBe(text);
    expect(archive.readUInt32LE(archive.length - 6)).toBe(30 + title + body.length);
  });

  it('holds nothing that is called a secret, however deep it lies', () => {
    const held = fc.constantFrom(
      'secret',
      'clientSecret',
      'pin',
      'smtpPassword',
      'salt',
      'hash',
      'token',
      'key',
    );
    fc.assert(
      fc.property(held, fc.array(fc.constantFrom('a', 'b'), { maxLength: 4 }), (name, path) => {
        const inner: unknown = { [name]: 'dont-tell-anybody', open: 'told' };
        const value = path.reduce<unknown>((below, at) => ({ [at]: [below] }), inner);
        const said = JSON.stringify(withoutSecrets(value));
        expect(said).not.toContain('dont-tell-anybody');
        expect(said).toContain('told');
      }),
    );
    expect(withoutSecrets({ picture: 'x'.repeat(9000) })).toEqual({ picture: '[9000 characters]' });
  });
});
