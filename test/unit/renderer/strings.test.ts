import { describe, expect, it } from 'vitest';
import { stringsFor } from '../../../renderer/strings/index.ts';

/** Every string of a dictionary with its path; functions are called with something to fill in. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (...n: string[]) => string)('7', '7', '7')]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no string`);
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));
}

describe('the window’s strings', () => {
  it.each(['nb', 'en', 'sv', 'da'] as const)('are all there and filled in: %s', (language) => {
    for (const [path, text] of flat(stringsFor(language))) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\$\{|\[object/);
    }
  });

  it.each([
    ['nb', '1 vare funnet', '2 varer funnet', '1\u00a0500 varer funnet'],
    ['en', '1 article found', '2 articles found', '1,500 articles found'],
    ['sv', '1 vara hittades', '2 varor hittades', '1\u00a0500 varor hittades'],
    ['da', '1 vare fundet', '2 varer fundet', '1.500 varer fundet'],
  ] as const)('count as the language counts: %s', (language, ...said) => {
    const { found } = stringsFor(language).sale;
    expect([1, 2, 1500].map(found)).toEqual(said);
  });

  it.each(['sv', 'da'] as const)('are the cashier’s own language where a cashier reads: %s', (language) => {
    const { card, sale, refund, operator, lines, split } = stringsFor(language);
    const norwegian = stringsFor('nb');
    const same = (of: unknown, there: unknown): number => {
      const known = new Map(flat(there));
      const all = flat(of).filter(([, text]) => text.length > 12);
      return all.filter(([path, text]) => known.get(path) === text).length / all.length;
    };
    // Short words are often the same in Scandinavia; sentences are not.
    expect(same({ card, sale, refund, operator, lines, split }, norwegian)).toBeLessThan(0.15);
  });

  it('has as many of each in both languages', () => {
    const paths = (language: 'nb' | 'en'): string[] => flat(stringsFor(language)).map(([path]) => path);
    expect(paths('nb').filter((path) => !/Reasons/.test(path))).toEqual(
      paths('en').filter((path) => !/Reasons/.test(path)),
    );
  });

  it('keeps the English names that manuals and tests speak of', () => {
    const { sale, cash, card, done, header, receipts, refund } = stringsFor('en');
    expect(sale.search).toBe('Search or scan');
    expect(sale.total).toBe('Total');
    expect([sale.payByCard, sale.payCash, sale.park, sale.newSale]).toEqual([
      'Pay by card',
      'Pay cash',
      'Park sale',
      'New sale',
    ]);
    expect([header.receipts, header.settings, header.offline, header.training]).toEqual([
      'Receipts',
      'Settings',
      'Offline',
      'Training',
    ]);
    expect([cash.given, cash.confirm, cash.change]).toEqual(['Cash given', 'Confirm cash', 'Change']);
    expect([card.cancel, card.back, card.again]).toEqual(['Cancel payment', 'Back to sale', 'Pay by card']);
    expect(Object.values(card.states)).toEqual([
      'Sending',
      'Present card',
      'Cancelling',
      'Undecided',
      'Declined',
      'Cancelled',
      'Expired',
      'Failed',
    ]);
    expect([done.approved, done.receipt, done.print, done.newSale]).toEqual([
      'Approved',
      'Receipt',
      'Print receipt',
      'New sale',
    ]);
    expect(receipts.search).toBe('Find receipt');
    expect([
      refund.refund,
      refund.quantity,
      refund.all,
      refund.amount,
      refund.reason,
      refund.confirm,
    ]).toEqual(['Refund', 'Quantity to refund', 'Refund all', 'Refund amount', 'Reason', 'Confirm refund']);
    expect([
      refund.atTerminal,
      refund.states.refunded,
      refund.states.refused,
      refund.states.undecided,
    ]).toEqual(['Refund at terminal', 'Refunded', 'Refund refused', 'Undecided']);
  });
});
