import type { CompletedSale, Payment, SoldLine } from '../../../main/journal/entries/sale.ts';
import type { Completed } from '../../../main/receipt/index.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';

const seller = {
  name: 'Kaffehjørnet AS',
  organisationNumber: '923663487',
  vatRegistered: true,
  address: ['Storgata 1', '0155 Oslo'],
};

const signature = {
  keyVersion: '1',
  date: '2026-11-22',
  time: '12:00:05',
  amountIncludingVat: ore(39900),
  amountExcludingVat: ore(35625),
  previous: '0',
  value: 'QmFzZTY0IG9mIGEgc2lnbmF0dXJl',
};

export const coffee: SoldLine = {
  lineId: '1',
  articleId: 'sku-coffee-001',
  description: 'Premium Coffee Beans 1kg',
  group: 'Kaffe',
  unitPrice: ore(19950),
  quantity: thousandths(2000),
  vatRate: vatRate(1200),
  discount: null,
  reduction: ore(0),
  amount: ore(39900),
  vatAmount: ore(4275),
};

export const byCard: Extract<Payment, { kind: 'card' }> = {
  kind: 'card',
  amount: ore(39900),
  attemptId: 'K7F3QD-417-1',
  transactionId: 'T12345678.5XXEbZQwTeFJXWx9ueg4Hz',
  card: { brand: 'Visa', maskedPan: '**** 1234', entryMethod: 'contactless', customerReceipt: null },
};

/** The specified example, sold on 22 November 2026 at 12:00:05 in Oslo, with `changes` made to it. */
export function completed(changes: Partial<CompletedSale> = {}, operator: string | null = 'Kari'): Completed {
  const sale: CompletedSale = {
    saleId: 'K7F3QD-417',
    receiptNumber: 12,
    tillId: 'K7F3QD',
    training: false,
    seller,
    currency: 'NOK',
    lines: [coffee],
    vat: [{ rate: vatRate(1200), gross: ore(39900), net: ore(35625), vat: ore(4275) }],
    total: ore(39900),
    rounding: ore(0),
    payments: [byCard],
    signature,
    ...changes,
  };
  return { sale, at: '2026-11-22T11:00:05.000Z', operator };
}

/** Three lines at three rates with a reduction, 295.40 kr, paid in cash as 295.00 with 300.00. */
export const threeRatesInCash: Partial<CompletedSale> = {
  lines: [
    { ...coffee, quantity: thousandths(1000), amount: ore(19950), vatAmount: ore(2138) },
    {
      ...coffee,
      lineId: '2',
      description: 'Blåbærsyltetøy',
      unitPrice: ore(4990),
      quantity: thousandths(250),
      vatRate: vatRate(1500),
      discount: { kind: 'amount', amount: ore(100) },
      reduction: ore(100),
      amount: ore(1148),
      vatAmount: ore(150),
    },
    {
      ...coffee,
      lineId: '3',
      description: 'Krus',
      unitPrice: ore(8442),
      quantity: thousandths(1000),
      vatRate: vatRate(2500),
      amount: ore(8442),
      vatAmount: ore(1688),
    },
  ],
  vat: [
    { rate: vatRate(2500), gross: ore(8442), net: ore(6754), vat: ore(1688) },
    { rate: vatRate(1500), gross: ore(1148), net: ore(998), vat: ore(150) },
    { rate: vatRate(1200), gross: ore(19950), net: ore(17812), vat: ore(2138) },
  ],
  total: ore(29540),
  rounding: ore(-40),
  payments: [{ kind: 'cash', amount: ore(29540), rounding: ore(-40), given: ore(30000), change: ore(500) }],
};
