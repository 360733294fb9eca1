import type { Entry } from '../entries/index.ts';
import type { ReturnedSale } from '../entries/refund.ts';
import type { CompletedSale } from '../entries/sale.ts';
import { noSignatureBefore, verifySignature } from '../signature.ts';

type Receipt = Pick<CompletedSale | ReturnedSale, 'receiptNumber' | 'signature' | 'total' | 'vat'>;

/** Follows the receipts: an unbroken series of numbers, and an unbroken chain of signatures over their amounts. */
export interface ReceiptWalk {
  /** What is wrong with an entry, as a sentence; null when nothing is. */
  check(entry: Entry): string | null;
  receipts(): number;
}

export function createReceiptWalk(): ReceiptWalk {
  const keys = new Map<string, string>();
  let last = 0;
  let receipts = 0;
  let previous = noSignatureBefore;

  const checkReceipt = (seq: number, sale: Receipt): string | null => {
    const { receiptNumber, signature } = sale;
    if (receiptNumber !== last + 1) {
      return `Entry ${seq}: receipt ${receiptNumber} follows receipt ${last}; the series has a gap.`;
    }
    last = receiptNumber;
    receipts += 1;
    const key = keys.get(signature.keyVersion);
    if (key === undefined)
      return `Entry ${seq}: no public key ${signature.keyVersion} was journalled before it.`;
    if (signature.previous !== previous) {
      return `Entry ${seq}: the signature of receipt ${receiptNumber} does not name the one before it.`;
    }
    previous = signature.value;
    if (!signsItsSale(sale)) {
      return `Entry ${seq}: the signature of receipt ${receiptNumber} covers other amounts than the receipt's.`;
    }
    if (!verifySignature(signature, receiptNumber, key)) {
      return `Entry ${seq}: the signature of receipt ${receiptNumber} is not true.`;
    }
    return null;
  };

  return {
    check: (entry) => {
      if (entry.kind === 'till.signing-key') keys.set(entry.body.keyVersion, entry.body.publicKey);
      // Numbers that were on paper when a damaged journal was recovered, or a copy restored, are not taken again.
      if (entry.kind === 'till.journal-recovered' || entry.kind === 'till.restored')
        last = Math.max(last, entry.body.taken.receipt);
      switch (entry.kind) {
        case 'sale.completed':
        case 'sale.returned':
        case 'sale.exchanged':
          return checkReceipt(entry.seq, entry.body);
        default:
          return null;
      }
    },
    receipts: () => receipts,
  };
}

/** Signed is the sum of the lines, with and without VAT, before any rounding of cash. */
function signsItsSale({ signature, total, vat }: Receipt): boolean {
  const tax = vat.reduce((sum, { vat: amount }) => sum + amount, 0);
  return signature.amountIncludingVat === total && signature.amountExcludingVat === total - tax;
}
