import type { CardKind } from './answers.ts';
import type { Card, TransactionRecord } from './records.ts';

const kinds: Record<CardKind, { brand: string; maskedPan: string; type: string; application: string }> = {
  bankaxept: {
    brand: 'BankAxept',
    maskedPan: '476173******0416',
    type: 'debit',
    application: 'D5780000021010',
  },
  visa: { brand: 'Visa', maskedPan: '476173******0119', type: 'debit', application: 'A0000000031010' },
  mastercard: {
    brand: 'Mastercard',
    maskedPan: '541333******0027',
    type: 'credit',
    application: 'A0000000041010',
  },
};

/** The card a customer holds to the terminal. */
export function cardOf(kind: CardKind, serial: number, terminalId: string, at: string): Card {
  const { brand, maskedPan, type } = kinds[kind];
  return {
    brand,
    masked_pan: maskedPan,
    expiry_date: '12/30',
    type,
    country: 'NO',
    issuing_bank: 'Simulated Bank',
    entry_method: 'contactless',
    acquirer_stan: String(serial).padStart(6, '0'),
    acquirer_terminal_id: terminalId,
    acquirer_transaction_time: at,
  };
}

function kroner(amount: number): string {
  return `${String(Math.trunc(amount / 100))},${String(amount % 100).padStart(2, '0')}`;
}

/** The terminal's own data about one answer: receipt texts, and what the chip said. All values are strings. */
export function terminalMetadata(
  transaction: TransactionRecord,
  told: { kind: CardKind; amount: number; approved: boolean; reason: string; serial: number; at: string },
): Record<string, string> {
  const { brand, maskedPan, application } = kinds[told.kind];
  const terminalId = transaction.store.terminal_id;
  const number = String(told.serial).padStart(6, '0');
  const text = (copy: string): string =>
    [
      transaction.store.id.toUpperCase(),
      `${brand} KONTAKTLØS`,
      maskedPan,
      `${told.at.slice(0, 10)} ${told.at.slice(11, 16)} UTC`,
      `TERM: ${terminalId}  KVITT: ${number}`,
      `AID: ${application}`,
      `KJØP ${transaction.currency} ${kroner(told.amount)}`,
      told.approved ? 'GODKJENT' : `AVVIST: ${told.reason}`,
      copy,
    ].join('\n');
  return {
    'seitatech:uniqueId': transaction.id,
    'seitatech:receiptNumber': number,
    'seitatech:outcome': told.approved ? 'approved' : 'declined',
    'seitatech:outcomeReason': told.reason,
    'seitatech:responseCode': told.approved ? '00' : '05',
    'seitatech:applicationIdentifier': application,
    'seitatech:cvm': 'noCvm',
    'seitatech:field41': terminalId,
    'seitatech:saleAmount': String(told.amount),
    'seitatech:transactionType': 'purchase',
    'seitatech:customerReceipt': text('KUNDENS KVITTERING'),
    'seitatech:merchantReceipt': text('BUTIKKENS KVITTERING'),
    payout_correlation_id: `${transaction.payout_destination_id}-${number}`,
  };
}
