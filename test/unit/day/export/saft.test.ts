import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkExport } from '../../../../main/day/export/check/file.ts';
import { checkSaft } from '../../../../main/day/export/check/saft.ts';
import { type Element, elementsOf, textOf } from '../../../../main/day/export/check/xml-elements.ts';
import { fixedBasics, standardVatCode } from '../../../../main/day/export/saft/codes.ts';
import { vatRate } from '../../../../main/sale/money.ts';
import { folder, month } from './month.ts';
import { saftAssets, take, taken, validated } from './take.ts';

let dir: string;
let journal: string;
let xml: string;
let text: string;

// One month serves every test: none of them writes to it.
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'saft-month-'));
  journal = path.join(dir, 'journal.sqlite');
  month(journal);
  [xml = ''] = await taken(journal, path.join(dir, 'out'), 'saft');
  text = readFileSync(xml, 'utf8');
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function elements(name: string, from = text): Element[] {
  return [...elementsOf([from], new Set([name]))];
}

function wrongIn(changed: string): readonly string[] {
  expect(changed).not.toBe(text);
  return checkSaft([changed]).wrong;
}

describe('a month as SAF-T', () => {
  it('is valid against the official schema', () => {
    expect(validated(xml)).toBe(`${xml} validates`);
  });

  it('adds up, and every signature and reference in it holds', () => {
    const { checked, wrong } = checkExport(xml, 'saft');
    expect(wrong).toEqual([]);
    expect(checked.slice(0, 3)).toEqual([
      '157 transactions (1 to 157): numbers without a gap, lines, VAT, rounding and payments add up.',
      '157 signatures with 1 public keys, each naming the one before it.',
      '684 events, 31 X reports and 31 Z reports: in order, and adding up.',
    ]);
  });

  it('is named after the shop and the moment', () => {
    expect(path.basename(xml)).toBe('SAF-T Cash Register_923609016_20260401100000.xml');
  });

  it('writes a return in negative amounts, as a debit that names its sale', () => {
    const back = elements('cashtransaction').find((one) => textOf(one, 'transType') === 'RETURNSAL');
    const line = back?.children.find(({ name }) => name === 'ctLine');
    if (back === undefined || line === undefined) throw new Error('There is no return');
    expect(['transAmntIn', 'transAmntEx', 'amntTp', 'refID'].map((name) => textOf(back, name))).toEqual([
      '-32.90',
      '-28.61',
      'D',
      '1',
    ]);
    expect(['lineType', 'qnt', 'lineAmntIn'].map((name) => textOf(line, name))).toEqual([
      'RET',
      '-1.000',
      '-32.90',
    ]);
  });

  it('tells a receipt, its copy, and a sale that nothing was printed for', () => {
    const of = (transaction: string) =>
      elements('event')
        .filter((event) => textOf(event, 'transID') === transaction)
        .map((event) => textOf(event, 'eventType'));
    expect([of('1'), of('2'), of('3')]).toEqual([['SALREC', 'COPYREC'], ['NORECEIPT'], ['SALREC']]);
    const [first] = elements('cashtransaction');
    if (first === undefined) throw new Error('There is no sale');
    expect([textOf(first, 'receiptNum'), textOf(first, 'receiptCopyNum')]).toEqual(['1', '1']);
  });

  it('words a removed line as the official example does', () => {
    const removed = elements('event').find((event) => textOf(event, 'eventType') === 'LINEDELETE');
    if (removed === undefined) throw new Error('No line was removed');
    expect(textOf(removed, 'eventText')).toBe(
      'artID 1003; artGroupID G-Bøker; qnt 1.000; lineAmntIn 299.00; sale K7F3QD-3; Feil vare',
    );
  });

  it('keeps the shop’s time on the night the clock goes forward', () => {
    const times = elements('cashtransaction')
      .filter((one) => textOf(one, 'transDate') === '2026-03-29')
      .map((one) => textOf(one, 'transTime'))
      .slice(0, 2);
    expect(times.map((time) => time.slice(0, 2))).toEqual(['01', '03']);
  });

  it('refers to codes of the official lists only', () => {
    for (const { type, predefined } of fixedBasics) {
      if (predefined === null) continue;
      const list = readFileSync(path.join(saftAssets, 'code-lists', `PredefinedBasicID-${type}.csv`), 'utf8');
      expect(list).toContain(`\n${predefined};`);
    }
    const rates = readFileSync(path.join(saftAssets, 'code-lists', 'Standard_Tax_Codes.csv'), 'utf8');
    for (const rate of [2500, 1500, 1200, 1111, 0]) {
      const meaning = rate === 0 ? 'Innenlands omsetning og uttak fritatt' : 'Utgående merverdiavgift';
      expect(rates).toContain(`\n${standardVatCode(vatRate(rate), true)};${meaning}`);
    }
  });

  it('goes on from the signature before it when it begins in the middle', async () => {
    const [week = ''] = await taken(journal, folder(), 'saft', {
      period: { from: '2026-03-25', to: '2026-03-31' },
    });
    expect(validated(week)).toBe(`${week} validates`);
    expect(checkExport(week, 'saft').wrong).toEqual([]);
    const withoutIt = readFileSync(week, 'utf8').replace(
      /first in this file: \S+</,
      'first in this file: 0<',
    );
    expect(checkSaft([withoutIt]).wrong).toEqual([
      'Transaction 121: the signature is not true of its date, number and amounts.',
    ]);
  });

  it('is split by sales, each part whole in itself and nothing left out', async () => {
    const parts = await taken(journal, folder(), 'saft', { salesPerFile: 50 });
    expect(parts.map((part) => path.basename(part))).toEqual(
      [1, 2, 3, 4].map((number) => `SAF-T Cash Register_923609016_20260401100000_${number}_4.xml`),
    );
    for (const part of parts) {
      expect(validated(part)).toBe(`${part} validates`);
      expect(checkExport(part, 'saft').wrong).toEqual([]);
    }
    const all = parts.flatMap((part) => elements('cashtransaction', readFileSync(part, 'utf8')));
    expect(all).toEqual(elements('cashtransaction'));
    const events = parts.flatMap((part) => elements('event', readFileSync(part, 'utf8')));
    expect(events).toEqual(elements('event'));
  });

  it('says that a period is empty, and leaves no file', async () => {
    const out = folder();
    const made = await take(journal, out, 'saft', { period: { from: '2025-01-01', to: '2025-12-31' } });
    expect(made).toMatchObject({ ok: false, error: { code: 'EXPORT-EMPTY' } });
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('the checker of references and sums', () => {
  it('finds nothing wrong in the official example but that its signatures cannot be checked', () => {
    const example = path.join(saftAssets, 'ExampleFile_SAF-T_Cash_Register_999999999_20210330104000.xml');
    const { checked, wrong } = checkExport(example, 'saft');
    expect(wrong).toEqual([]);
    expect(checked).toContain('Signatures were not checked: the file holds no public key.');
  });

  it.each([
    'transAmntIn',
    'transAmntEx',
    'lineAmntIn',
    'lineAmntEx',
    'vatAmnt',
    'vatBasAmnt',
    'roundingAmnt',
    'paidAmnt',
    'totalCashSaleAmnt',
    'artGroupAmnt',
    'cashSaleAmnt',
    'reportGrandTotalSales',
    'reportGrandTotalReturn',
    'reportGrandTotalSalesNet',
  ])('catches one flipped digit in any %s', (name) => {
    const places = [...text.matchAll(new RegExp(`<${name}>-?(\\d)`, 'g'))];
    expect(places.length).toBeGreaterThan(30);
    for (const at of [0, Math.floor(places.length / 2), places.length - 1]) {
      const place = places[at];
      if (place === undefined) throw new Error('There is no such place');
      const digit = place.index + place[0].length - 1;
      const changed = `${text.slice(0, digit)}${(Number(place[1]) + 1) % 10}${text.slice(digit + 1)}`;
      expect(wrongIn(changed).length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['transDate', /<transDate>2026-03-02/, '<transDate>2026-03-03', /signature is not true/],
    ['a signature', /<signature>./, '<signature>_', /signature is not true/],
    ['keyVersion', /<keyVersion>a1/, '<keyVersion>b1', /no public key/],
    [
      'an operator',
      /<cashtransaction>(.*?)<empID>Ola</s,
      '<cashtransaction>$1<empID>Eva<',
      /not among the employees/,
    ],
    ['an article', /<artID>1002<\/artID><qnt>/, '<artID>9999</artID><qnt>', /not among the articles/],
    [
      'a group',
      /<artGroupID>G-Bøker<\/artGroupID><artID>/,
      '<artGroupID>G-?</artGroupID><artID>',
      /not among the basics/,
    ],
    ['a type of line', /<lineType>SAL/, '<lineType>CASH', /basic of another type/],
    ['a means of payment', /<paymentType>CARD/, '<paymentType>GOLD', /not among the basics/],
    ['a type of event', /<eventType>PARK/, '<eventType>PICNIC', /not among the basics/],
    [
      'a VAT code',
      /<vatCode>12.00<\/vatCode><vatPerc>/,
      '<vatCode>13.00</vatCode><vatPerc>',
      /not among the VAT codes/,
    ],
    ['a code explained twice', /<basicID>RET</, '<basicID>SAL<', /explained twice/],
    ['a direction', /<amntTp>D/, '<amntTp>C', /amntTp is not D/],
    ['a report’s number', /<reportID>Z-4</, '<reportID>Z-44<', /does not follow/],
    [
      'another cash register’s report',
      /<registerID>K7F3QD<\/registerID>\n<reportTotal/,
      '<registerID>OTHER</registerID>\n<reportTotal',
      /of cash register OTHER/,
    ],
    ['an event out of turn', /<eventID>40</, '<eventID>4<', /does not follow event/],
  ])('catches a change of %s', (_what, from, to, sentence) => {
    expect(wrongIn(text.replace(from, to)).join('\n')).toMatch(sentence);
  });

  it('catches a transaction that was taken out', () => {
    const without = text.replace(/<cashtransaction><nr>7<.*?<\/cashtransaction>\n/s, '');
    expect(wrongIn(without)[0]).toBe('Transaction 8 follows transaction 6: the series has a gap.');
  });

  it('catches a file that was cut off, and one that is something else', () => {
    expect(wrongIn(text.slice(0, -2000)).at(-1)).toMatch(
      /^The file cannot be read further: The file ends within/,
    );
    expect(checkSaft(['<a><b></a>']).wrong).toEqual([
      'The file cannot be read further: </a> ends what did not begin.',
    ]);
  });

  it('catches a file that is not the one whose SHA-256 lies beside it', async () => {
    const [file = ''] = await taken(journal, folder(), 'saft');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    expect(checkExport(file, 'saft').wrong).toEqual([
      'The file is not the one that was exported: its SHA-256 is another.',
    ]);
  });
});

describe('a journal that was lost in part', () => {
  const recovered = (taken: number): string =>
    text
      .replace(/<cashtransaction><nr>7<.*?<\/cashtransaction>\n/s, '')
      .replace(
        '<event><eventID>60<',
        `<event><eventID>59</eventID><eventType>RECOVERED</eventType><eventDate>2026-03-02</eventDate><eventTime>09:00:00</eventTime><eventText>recovered up to entry 58; receipts taken ${taken}; torn</eventText></event>\n<event><eventID>60<`,
      );

  it('may lack the numbers that its recovery says were taken, and no other', () => {
    const gap = 'Transaction 8 follows transaction 6: the series has a gap.';
    expect(wrongIn(recovered(7))).not.toContain(gap);
    expect(wrongIn(recovered(6))).toContain(gap);
  });
});
