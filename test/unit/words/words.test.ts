import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../preload/contract/errors.ts';
import type { RowProblem } from '../../../main/catalogue/row.ts';
import { undecidedWhyField } from '../../../main/journal/entries/attempt.ts';
import { notPaidOutcomeField } from '../../../main/journal/entries/fields.ts';
import { type CaseKind, caseKindField } from '../../../main/journal/entries/case.ts';
import type { OpenCase } from '../../../main/journal/index.ts';
import { refundUndecidedWhyField } from '../../../main/journal/entries/refund.ts';
import { refusedCodes } from '../../../main/refund/send-answer.ts';
import { ore } from '../../../main/sale/money.ts';
import { wordsFor, type Words } from '../../../main/words/index.ts';
import {
  expectedValues,
  mistakeProblems,
  notPaidCodes,
  offlineReasons,
  stoppedCodes,
} from '../../../main/words/words.ts';

const full = {
  code: 'CODE-7',
  text: 'TEXT-7',
  line: 71,
  lines: 72,
  total: 123450,
  due: 67800,
  currency: 'NOK',
  saleId: 'K7F3QD-417',
  terminal: 'T0292',
  receipt: 73,
  file: 'FILE-7',
  path: 'PATH-7',
  reference: 'REF-7',
};

const rowProblems: readonly RowProblem[] = [
  { kind: 'columns', expected: 6, found: 1 },
  { kind: 'quote-not-closed', lastLine: 9 },
  { kind: 'missing', column: 'vat' },
  { kind: 'too-long', column: 'name', limit: 100 },
  { kind: 'control-characters', column: 'group' },
  { kind: 'price-unreadable', text: 'ti' },
  { kind: 'price-out-of-range', text: '-1' },
  { kind: 'vat-unreadable', text: 'mye' },
  { kind: 'vat-unknown', text: '13' },
  { kind: 'barcode-check-digit', barcode: '2000000000001' },
  { kind: 'barcode-shortened', barcode: '7,03801E+12' },
  { kind: 'id-twice', id: '1001', firstLine: 2 },
  { kind: 'barcode-twice', barcode: '2000000000008', firstLine: 2 },
  { kind: 'barcode-taken', barcode: '2000000000008', articleId: '1002' },
];

/** A case of one kind with all that may be known of it, and with as little as may be. */
function differences(kind: CaseKind): readonly OpenCase[] {
  const facts = { case: 7, kind, at: '2026-11-22T12:00:00.000Z', transactionId: 'T12345678.abc' };
  return [
    {
      ...facts,
      attemptId: 'K7F3QD-417-1',
      amountHere: ore(39900),
      amountThere: ore(40000),
      currency: 'NOK',
      reference: 'K7F3QD-417-1',
      detail: 'CAPTURED',
    },
    {
      ...facts,
      attemptId: null,
      amountHere: ore(39900),
      amountThere: ore(39900),
      currency: 'XXX',
      reference: kind === 'paid-there-only' ? '' : 'K7F3QD-417-1',
      detail: '',
    },
  ];
}

const nothingLeft = { canAttach: false, canRefund: false, reserved: false };

/** Each sentence the till can say, with the key it was asked for. */
function everySentence(words: Words): readonly (readonly [string, string])[] {
  const late = { amount: ore(39900), currency: 'NOK', saleId: 'K7F3QD-417' } as const;
  return [
    ...errorCodes.map((code) => [code, words.error(code)] as const),
    ...errorCodes.map((code) => [code, words.error(code, full)] as const),
    ...['unreadable', 'empty', 'too-large', 'too-many-rows', 'binary', 'no-header'].map(
      (reason) =>
        [reason, words.error('IMPORT-FILE', { reason, file: 'varer.csv', detail: 'EACCES' })] as const,
    ),
    ...offlineReasons.map((reason) => [reason, words.offline(reason)] as const),
    ...undecidedWhyField.options.map((why) => [why, words.payment.undecided(why)] as const),
    ...refundUndecidedWhyField.options.map((why) => [why, words.refund.undecided(why)] as const),
    ...refusedCodes.map((code) => [code, words.refund.refused(code, '')] as const),
    ...notPaidCodes.map((code) => [code, words.payment.notPaid('failed', code)] as const),
    ...notPaidOutcomeField.options.map((o) => [o, words.payment.notPaid(o, 'never-heard-of')] as const),
    ...stoppedCodes.map((code) => [code, words.stopped(code, '')] as const),
    ...mistakeProblems.flatMap((problem) =>
      expectedValues.map(
        (expected) =>
          [expected, words.provisioning([{ path: 'store.id', problem, expected }]).join()] as const,
      ),
    ),
    ...rowProblems.map((problem) => [problem.kind, words.catalogueRow(problem)] as const),
    ['sending-back', words.refund.sending],
    ['accepted', words.refund.accepted],
    ['at-terminal', words.refund.atTerminal],
    [
      'refunded',
      words.refund.refunded({ card: ore(100), cash: ore(200), giftCard: ore(300), currency: 'NOK' }),
    ],
    ['gift-card-good', words.giftCard.good('2029-11-22')],
    ['gift-card-empty', words.giftCard.empty('2029-11-22')],
    ['gift-card-expired', words.giftCard.expired('2029-11-22')],
    ['gift-card-elsewhere', words.giftCard.elsewhere('K7F3QD')],
    ['elsewhere', words.refund.elsewhere('K7F3QD', false)],
    ['elsewhere-look-up', words.refund.elsewhere('K7F3QD', true)],
    ['unknown-here', words.refund.unknownHere],
    ...[true, false].map((canBook) => {
      const late = { amount: ore(100), currency: 'NOK', refundId: 'K7F3QD-F1', canBook } as const;
      return [`refunded-after-all-${String(canBook)}`, words.refund.refundedAfterAll(late)] as const;
    }),
    [
      'not-refunded-after-all',
      words.refund.notRefundedAfterAll({ amount: ore(100), currency: 'NOK', refundId: 'K7F3QD-F1' }),
    ],
    ['sending', words.payment.sending],
    ['present-card', words.payment.presentCard],
    ['cancelling', words.payment.cancelling],
    ['not-yet-captured', words.payment.notYetCaptured],
    ['cancel-asked', words.payment.cancelAsked],
    ...[true, false].flatMap((canAttach) =>
      [
        { canRefund: true, reserved: false },
        { canRefund: false, reserved: false },
        { canRefund: false, reserved: true },
      ].map((can) => ['late', words.payment.paidAfterAll({ ...late, canAttach, ...can })] as const),
    ),
    ['going-back', words.payment.refundingAfterAll({ ...late, ...nothingLeft })],
    ['not-late', words.payment.notPaidAfterAll({ ...late, ...nothingLeft })],
    ['part-lost', words.payment.partLost({ ...late, ...nothingLeft })],
    ['no-key-store', words.notices.noKeyStore('/shop/kvitt.json')],
    ['weak-key-store', words.notices.weakKeyStore],
    ['training', words.notices.training],
    ['terminal-shared', words.notices.terminalShared('T0292')],
    ...caseKindField.options.flatMap((kind) =>
      differences(kind).map((one) => [kind, words.difference(one)] as const),
    ),
  ];
}

describe.each(['nb', 'en', 'sv', 'da'] as const)('the till’s sentences in %s', (language) => {
  const words = wordsFor(language);

  it('are whole sentences, never a code and never with a hole in them', () => {
    for (const [key, sentence] of everySentence(words)) {
      expect(sentence.length, key).toBeGreaterThan(20);
      expect(sentence, key).toMatch(/^\S.*[.)]$/u);
      expect(sentence, key).not.toMatch(/undefined|null|NaN|\[object|\$\{|[{}]\d|%s| {2}| [.,:;]|\(\)/u);
      expect(sentence, key).not.toContain(key.includes('-') ? key : '\0');
    }
  });

  it('differ from one another where the reason differs', () => {
    const sentences = [
      ...errorCodes.map((code) => words.error(code, full)),
      ...undecidedWhyField.options.map((why) => words.payment.undecided(why)),
      ...notPaidCodes.map((code) => words.payment.notPaid('failed', code)),
      ...rowProblems.map((problem) => words.catalogueRow(problem)),
    ];
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('say what the error is about', () => {
    expect(words.error('ARTICLE-UNKNOWN', full)).toContain('CODE-7');
    expect(words.error('ENTRY-UNREADABLE', full)).toContain('TEXT-7');
    expect(words.error('SALE-UNKNOWN', full)).toContain('K7F3QD-417');
    expect(words.error('SALE-TOO-LARGE', full)).toContain('72');
    expect(words.error('SALE-TOO-LARGE', { amount: 123450 })).toContain(
      words.format.money(ore(123450), 'NOK'),
    );
    expect(words.error('TERMINAL-TAKEN', full)).toContain('T0292');
    expect(words.error('IMPORT-FILE', full)).toContain('FILE-7');
    expect(words.error('IMPORT-ROW', full)).toContain('71');
    expect(words.error('RECEIPT-UNKNOWN', full)).toContain('73');
    expect(words.error('PROVISION-FILE', full)).toContain('FILE-7');
    expect(words.error('PROVISION-FIELD', full)).toContain('PATH-7');
    expect(words.error('CREDENTIALS-MISSING', full)).toContain('FILE-7');
    expect(words.error('INTERNAL', full)).toContain('REF-7');
    expect(words.error('TOTAL-CHANGED', full)).toContain(words.format.money(ore(123450), 'NOK'));
    expect(words.error('CASH-TOO-LITTLE', full)).toContain(words.format.money(ore(67800), 'NOK'));
    expect(words.payment.notPaid('failed', 'refused', 'unknown store')).toContain('unknown store');
    expect(words.stopped('JOURNAL-BROKEN', 'seq 7')).toContain('seq 7');
    expect(words.notices.noKeyStore('/shop/kvitt.json')).toContain('/shop/kvitt.json');
  });

  it('fall back on what is known when a reason or code is new', () => {
    expect(words.error('OFFLINE', { reason: 'tls' })).toBe(words.offline('tls'));
    expect(words.error('OFFLINE', { reason: 'toString' })).toBe(words.offline('offline'));
    expect(words.payment.notPaid('expired', 'constructor')).toBe(words.payment.notPaid('expired', 'expired'));
    expect(words.error('IMPORT-FILE', { reason: 'constructor' })).toBe(words.error('IMPORT-FILE'));
  });

  it('name every mistake of a provisioning file, in order', () => {
    const sentences = words.provisioning([
      { path: 'store.terminalId', problem: 'missing', expected: 'identifier' },
      { path: 'operators[0].pin', problem: 'wrong-type', expected: 'pin' },
    ]);
    expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual([
      'store.terminalId',
      'operators[0].pin',
    ]);
  });
});

describe('the till’s words', () => {
  it('begin a late approval as the manuals say', () => {
    const late = {
      amount: ore(39900),
      currency: 'NOK',
      saleId: 'K7F3QD-417',
      canAttach: true,
      canRefund: true,
      reserved: false,
    } as const;
    expect(wordsFor('en').payment.paidAfterAll(late)).toMatch(
      /^Paid after all: .*399\.00\u00a0kr.*K7F3QD-417/,
    );
    expect(wordsFor('nb').payment.paidAfterAll(late)).toMatch(
      /^Betalt likevel: .*399,00\u00a0kr.*K7F3QD-417/,
    );
  });

  it('tell a machine with a wrong clock to look at its clock', () => {
    expect(wordsFor('en').offline('tls')).toContain('clock');
    expect(wordsFor('nb').offline('tls')).toContain('klokke');
  });

  it('are not the same in both languages', () => {
    const nb = everySentence(wordsFor('nb'));
    const en = everySentence(wordsFor('en'));
    expect(nb.filter(([, sentence], at) => sentence === en[at]?.[1])).toEqual([]);
  });
});

describe.each(['sv', 'da'] as const)('what a cashier reads in %s', (language) => {
  const words = wordsFor(language);
  const norwegian = wordsFor('nb');

  it('is not left in Norwegian by an oversight', () => {
    const here = new Map(
      everySentence(words).map(([key, sentence], at) => [`${String(at)} ${key}`, sentence]),
    );
    const there = new Map(
      everySentence(norwegian).map(([key, sentence], at) => [`${String(at)} ${key}`, sentence]),
    );
    const cashiers = [
      ...undecidedWhyField.options.filter((why) => !why.endsWith('-differs')),
      ...notPaidCodes,
      ...offlineReasons,
      ...refusedCodes.filter((code) => code !== 'unreadable' && code !== 'currency-differs'),
      ...stoppedCodes,
      'SALE-LOCKED',
      'PIN-WRONG',
      'COPY-MADE',
      'AGE-UNCHECKED',
    ];
    for (const [key, sentence] of here) {
      const [, code = ''] = key.split(' ');
      if (cashiers.some((one) => one === code)) expect(sentence, key).not.toBe(there.get(key));
    }
  });
});
