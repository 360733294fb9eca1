import { describe, expect, it } from 'vitest';
import type { ReturnedSale } from '../../../main/journal/entries/refund.ts';
import { receiptHtml } from '../../../main/receipt/html.ts';
import { receiptText, returnReceiptOf } from '../../../main/receipt/index.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';
import { coffee, completed } from './sales.ts';

const { sale, at } = completed({});

function returned(change: Partial<ReturnedSale> = {}): ReturnedSale {
  const { seller, currency, tillId, signature, training } = sale;
  return {
    refundId: 'K7F3QD-F3',
    receiptNumber: 13,
    of: { tillId, saleId: sale.saleId, receiptNumber: 12 },
    reason: 'Angret',
    tillId,
    training,
    seller,
    currency,
    lines: [{ ...coffee, quantity: thousandths(-1000), amount: ore(-19950), vatAmount: ore(-2138) }],
    vat: [{ rate: vatRate(1200), gross: ore(-19950), net: ore(-17812), vat: ore(-2138) }],
    total: ore(-19950),
    rounding: ore(0),
    payments: [
      {
        kind: 'card',
        amount: ore(-19950),
        attemptId: 'K7F3QD-417-1',
        transactionId: 'T12345678.5XX',
        atTerminal: false,
        confirmed: 'by-dintero',
        card: { brand: 'Visa', maskedPan: '**** 1234', entryMethod: null, customerReceipt: null },
      },
    ],
    signature,
    ...change,
  };
}

const drawn = (change: Partial<ReturnedSale> = {}): string =>
  receiptText(returnReceiptOf({ returned: returned(change), at, operator: 'Kari' }, 'nb'), 42);

describe('A return receipt', () => {
  it('is headed as one, names the sale, and has every amount negative', () => {
    const text = drawn();
    expect(text.split('\n')[0]?.trim()).toBe('Returkvittering');
    expect(text).not.toContain('Salgskvittering');
    for (const line of [
      'Kvittering nr                           13',
      'Retur av kvittering nr                  12',
      'Årsak                               Angret',
      'Premium Coffee Beans 1kg     12 %  -199,50',
      'Totalt NOK                         -199,50',
      'Tilbake til kortet                 -199,50',
      'Kort                        Visa **** 1234',
      'K7F3QD-R13',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('has lines for the customer’s signature and phone number', () => {
    const line = '_'.repeat(42);
    expect(drawn()).toContain(`${line}\nKundens underskrift\n`);
    expect(drawn()).toContain(`${line}\nTelefonnummer\n`);
    const html = receiptHtml(returnReceiptOf({ returned: returned(), at, operator: null }, 'nb'), {
      logo: null,
      roll: 80,
    });
    expect(html).toContain('<p class="blank">Kundens underskrift</p>');
    expect(html).toContain('<h1>Returkvittering</h1>');
  });

  it('shows cash as it was handed out, and the rounding', () => {
    const text = drawn({ payments: [{ kind: 'cash', amount: ore(-19950), rounding: ore(-50) }] });
    expect(text).toContain('Avrunding                            -0,50');
    expect(text).toContain('Tilbake kontant                    -200,00');
  });

  it('names the sale by its id when another till wrote its receipt', () => {
    expect(drawn({ of: { tillId: 'R9ABCD', saleId: 'R9ABCD-7', receiptNumber: null } })).toContain(
      'R9ABCD-7',
    );
  });

  it('passes for no receipt in training', () => {
    const text = drawn({ training: true });
    expect(text).not.toContain('Returkvittering');
    expect(text).toContain('Treningskvittering');
  });
});
