import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { multiplyAndRound } from '../../../sale/money.ts';
import type { Findings } from './findings.ts';
import type { References } from './saft-references.ts';
import { childrenOf, type Element, oreOf, textOf } from './xml-elements.ts';

/** Follows the signed transactions of a file: their numbers, their sums and the chain of their signatures. */
export interface TransactionWalk {
  take(transaction: Element): void;
  /** Numbers up to this were on paper in a journal that was lost in part: a gap up to it is explained. */
  allowGapTo(receiptNumber: number): void;
  transactions(): number;
  signatures(): number;
  numbers(): { readonly first: string; readonly last: string } | null;
  /** The sum of all transactions, øre. */
  total(): number;
}

export function createTransactionWalk(
  findings: Findings,
  references: References,
  previousSignature: () => string,
): TransactionWalk {
  const keys = new Map<string, KeyObject | null>();
  let previous: string | null = null;
  let first: string | null = null;
  let last: string | null = null;
  let transactions = 0;
  let signatures = 0;
  let total = 0;
  let explainedTo = 0;

  const checkNumber = (transaction: Element, nr: string): void => {
    findings.expect(
      last === null ||
        nr === String(Number(last) + 1) ||
        (Number(last) < Number(nr) && Number(nr) - 1 <= explainedTo),
      () => `Transaction ${nr} follows transaction ${last ?? ''}: the series has a gap.`,
    );
    findings.expect(
      textOf(transaction, 'transID') === nr,
      () => `Transaction ${nr} has another transID: ${textOf(transaction, 'transID')}.`,
    );
  };

  const checkSignature = (transaction: Element, nr: string): void => {
    const keyVersion = textOf(transaction, 'keyVersion');
    const signature = textOf(transaction, 'signature');
    const before = previous ?? previousSignature();
    previous = signature;
    if (!keys.has(keyVersion)) keys.set(keyVersion, publicKey(references.key(keyVersion)));
    const key = keys.get(keyVersion) ?? null;
    if (key === null) {
      if (references.keys() > 0)
        findings.add(`Transaction ${nr}: no public key ${keyVersion} is in the file.`);
      return;
    }
    signatures += 1;
    const signed = [
      before,
      ...['transDate', 'transTime', 'nr', 'transAmntIn', 'transAmntEx'].map((name) =>
        textOf(transaction, name),
      ),
    ].join(';');
    const isTrue = verify(
      'RSA-SHA1',
      Buffer.from(signed, 'utf8'),
      { key, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(signature, 'base64'),
    );
    findings.expect(
      isTrue,
      () => `Transaction ${nr}: the signature is not true of its date, number and amounts.`,
    );
  };

  return {
    take: (transaction) => {
      const nr = textOf(transaction, 'nr');
      const where = `Transaction ${nr}`;
      references.check(transaction, where);
      checkNumber(transaction, nr);
      checkSums(transaction, where, findings);
      checkSignature(transaction, nr);
      transactions += 1;
      total += oreOf(transaction, 'transAmntIn');
      first ??= nr;
      last = nr;
    },
    allowGapTo: (receiptNumber) => {
      explainedTo = Math.max(explainedTo, receiptNumber);
    },
    transactions: () => transactions,
    signatures: () => signatures,
    numbers: () => (first === null || last === null ? null : { first, last }),
    total: () => total,
  };
}

function publicKey(base64: string | null): KeyObject | null {
  if (base64 === null) return null;
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}

function checkSums(transaction: Element, where: string, findings: Findings): void {
  const lines = childrenOf(transaction, 'ctLine');
  const [amount, net] = [oreOf(transaction, 'transAmntIn'), oreOf(transaction, 'transAmntEx')];
  const sum = (of: readonly Element[], name: string): number =>
    of.reduce((total, element) => total + oreOf(element, name), 0);
  const equal = (one: number, other: number, what: string): void => {
    findings.expect(one === other, () => `${where}: ${what} (${inKroner(one)} and ${inKroner(other)}).`);
  };

  equal(sum(lines, 'lineAmntIn'), amount, 'the lines do not add up to transAmntIn');
  equal(sum(lines, 'lineAmntEx'), net, 'the lines do not add up to transAmntEx');
  checkDirection(transaction, amount, where, findings);
  lines.forEach((line, index) => {
    checkLine(line, index, where, textOf(transaction, 'nr'), findings);
  });

  for (const vat of childrenOf(transaction, 'vat')) {
    const [rate, code] = [textOf(vat, 'vatPerc'), textOf(vat, 'vatCode')];
    const ofRate = lines
      .flatMap((line) => childrenOf(line, 'vat'))
      .filter((one) => textOf(one, 'vatCode') === code);
    equal(
      sum(ofRate, 'vatAmnt'),
      oreOf(vat, 'vatAmnt'),
      `the VAT of the lines at ${rate} % is not the transaction's`,
    );
    equal(
      sum(ofRate, 'vatBasAmnt'),
      oreOf(vat, 'vatBasAmnt'),
      `the base of the VAT at ${rate} % is not the lines'`,
    );
  }
  equal(
    amount - net,
    sum(childrenOf(transaction, 'vat'), 'vatAmnt'),
    'the amounts with and without VAT do not differ by the VAT',
  );
  const paid = sum(childrenOf(transaction, 'payment'), 'paidAmnt');
  const rounding = sum(childrenOf(transaction, 'rounding'), 'roundingAmnt');
  equal(paid, amount + rounding, 'the payments are not the amount and its rounding');
}

function checkLine(line: Element, index: number, where: string, nr: string, findings: Findings): void {
  const here = `${where}, line ${index + 1}`;
  findings.expect(
    textOf(line, 'lineID') === String(index + 1),
    () => `${here} is numbered ${textOf(line, 'lineID')}.`,
  );
  findings.expect(textOf(line, 'nr') === nr, () => `${here} belongs to ${textOf(line, 'nr')}.`);
  const [amount, net] = [oreOf(line, 'lineAmntIn'), oreOf(line, 'lineAmntEx')];
  checkDirection(line, amount, here, findings);
  for (const vat of childrenOf(line, 'vat')) {
    const tax = oreOf(vat, 'vatAmnt');
    findings.expect(amount - net === tax, () => `${here}: the VAT is not the difference of the amounts.`);
    findings.expect(
      oreOf(vat, 'vatBasAmnt') === net,
      () => `${here}: the base of the VAT is not lineAmntEx.`,
    );
    const rate = oreOf(vat, 'vatPerc');
    const expected = multiplyAndRound(amount, rate, 10_000 + rate);
    // The parts of a line that is given back in parts are rounded so that they add up to the whole.
    const slack = amount < 0 ? 1 : 0;
    findings.expect(
      Math.abs(tax - expected) <= slack,
      () => `${here}: ${inKroner(tax)} is not the VAT in ${inKroner(amount)} at ${textOf(vat, 'vatPerc')} %.`,
    );
  }
}

function checkDirection(element: Element, amount: number, where: string, findings: Findings): void {
  const expected = amount < 0 ? 'D' : 'C';
  findings.expect(textOf(element, 'amntTp') === expected, () => `${where}: amntTp is not ${expected}.`);
}

function inKroner(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
