import { afterEach, expect, it } from 'vitest';
import { customerView } from '../../../main/counter/customer-view.ts';
import { compactText, electronic } from '../../../main/receipt/electronic.ts';
import { receiptOf } from '../../../main/receipt/index.ts';
import { qrOf } from '../../../main/receipt/qr.ts';
import { wordsFor } from '../../../main/words/index.ts';
import { entriesIn } from '../../helpers/entries.ts';
import { readQr } from '../../helpers/qr.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { coffee, completed, threeRatesInCash } from './sales.ts';

let shop: Shop | null = null;
afterEach(async () => {
  await shop?.close();
  shop = null;
});

const text = compactText(electronic(receiptOf(completed(threeRatesInCash), 'nb'), wordsFor('nb').receipt));

it('holds all that the law wants on a receipt, in few letters', () => {
  for (const part of [
    'Elektronisk salgskvittering',
    'Kaffehjørnet AS',
    'Org.nr 923663487 MVA',
    'Kvittering nr 12',
    '22.11.2026',
    'Blåbærsyltetøy 0,25 × 49,90 (15 %) 12,48',
    'Totalt NOK 295,40',
    '25 % / 67,54 / 16,88 / 84,42',
    'Vekslepenger 5,00',
    'K7F3QD-R12',
  ]) {
    expect(text).toContain(part);
  }
});

it.each([text, `${text}\n${text}`, 'ø'.repeat(900), '0123456789'.repeat(180)])(
  'is read by a camera as it was written: %.20s',
  (written) => {
    const qr = qrOf(written);
    if (qr === null) throw new Error('too long');
    expect(readQr(qr)).toBe(written);
  },
);

it('is refused where no phone would read it', () => {
  expect(qrOf('æ'.repeat(1_000))).toBeNull();
  const long = completed({ lines: Array.from({ length: 80 }, () => coffee) });
  expect(qrOf(compactText(receiptOf(long, 'nb')))).toBeNull();
});

it('counts as the receipt, is shown to the customer, and the next on paper is the copy', async () => {
  shop = await openShop();
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.cash', { total: 3900, given: 5000 });
  await shop.ask('receipt.qr', { receiptNumber: 1 });
  const view = shop.view();
  const { shown } = customerView(view);
  if (shown.kind !== 'done' || shown.qr === null) throw new Error('The customer sees no QR code');
  const read = readQr(shown.qr);
  expect(read).toContain('Electronic sales receipt');
  expect(read).not.toContain('COPY');
  expect(entriesIn(shop.journalPath).filter(({ kind }) => kind === 'receipt.shown')).toHaveLength(1);
  await shop.ask('receipt.print', { receiptNumber: 1 });
  expect(await shop.refused('receipt.qr', { receiptNumber: 1 })).toBe('COPY-MADE');
});
