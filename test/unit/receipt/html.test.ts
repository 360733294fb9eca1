import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { receiptHtml as drawn } from '../../../main/receipt/html.ts';
import { type Receipt, receiptOf } from '../../../main/receipt/index.ts';
import { byCard, coffee, completed } from './sales.ts';

const receiptHtml = (receipt: Receipt): string => drawn(receipt, { logo: null, roll: 80 });

const evil = '<script>alert("1")</script>';

describe('a receipt as HTML', () => {
  it('runs nothing that an article, a seller or a terminal is called', () => {
    const { sale } = completed();
    const html = receiptHtml(
      receiptOf(
        completed(
          {
            lines: [{ ...coffee, description: evil }],
            seller: { ...sale.seller, name: evil, address: [evil] },
            payments: [
              {
                ...byCard,
                transactionId: evil,
                card: { ...byCard.card, brand: evil, customerReceipt: evil },
              },
            ],
          },
          evil,
        ),
        'en',
      ),
    );
    expect(html).not.toMatch(/<script/i);
    expect(html.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')).toHaveLength(8);
  });

  it('says its language, is 80 mm wide and asks for nothing from outside', () => {
    const html = receiptHtml(receiptOf(completed(), 'nb'));
    expect(html).toContain('<html lang="nb">');
    expect(html).toContain('size: 80mm');
    expect(html).not.toMatch(/\b(src|href)=|url\(|@import/);
    expect(receiptHtml(receiptOf(completed(), 'en'))).toContain('<html lang="en">');
  });

  it('lets its own style apply, and nothing else', () => {
    const html = receiptHtml(receiptOf(completed(), 'nb'));
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`content="default-src 'none'; img-src data:; style-src 'sha256-${hash}'"`);
    expect(html).not.toMatch(/ style=/);
  });

  it('carries a QR code and bars of its own number', () => {
    const svgs = (receiptNumber: number): string[] =>
      receiptHtml(receiptOf(completed({ receiptNumber }), 'nb')).match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    expect(svgs(12)).toHaveLength(2);
    expect(svgs(12)[0]).not.toBe(svgs(13)[0]);
    expect(svgs(12)[1]).not.toBe(svgs(13)[1]);
  });

  it('draws the training marking at least half as large again as the amounts', () => {
    const html = receiptHtml(receiptOf(completed({ training: true }), 'nb'));
    expect(html).toContain('<span>IKKE KVITTERING FOR KJØP</span>');
    const size = (rule: RegExp): number => Number(rule.exec(html)?.[1]);
    const largestAmount = size(/\.totals tr:first-child > \* \{ font-size: (\d+)pt/);
    expect(size(/\.marking \{[^}]*font-size: (\d+)pt/)).toBeGreaterThanOrEqual(1.5 * largestAmount);
  });

  it('is as wide as the roll it is printed on', () => {
    const narrow = drawn(receiptOf(completed(), 'nb'), { logo: null, roll: 58 });
    expect(narrow).toContain('size: 58mm');
    expect(narrow).toContain('body { width: 58mm');
  });

  it('begins with the shop’s logo, dot by dot and as large as a receipt printer’s', () => {
    // Two rows of sixteen dots: black and white halves, then the other way round.
    const bits = Buffer.from([0xff, 0x00, 0x00, 0xff]).toString('base64');
    const html = drawn(receiptOf(completed(), 'nb'), { logo: { width: 16, height: 2, bits }, roll: 80 });
    expect(html).toMatch(/<body>\s*<img class="logo" alt="" src="data:image\/png;base64,/);
    expect(html).toContain('.logo { display: block; width: 2mm;');
    const [, data = ''] = /base64,([^"]+)"/.exec(html) ?? [];
    const png = Buffer.from(data, 'base64');
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([16, 2, 1, 0]);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    expect([...rows]).toEqual([0, 0x00, 0xff, 0, 0xff, 0x00]);
  });
});
