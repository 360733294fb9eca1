import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { reportOnPaper } from '../../../../main/day/report-paper.ts';
import { voucherOf } from '../../../../main/day/export/voucher.ts';
import { accounts } from '../../../../preload/contract/books.ts';
import { entriesIn, wrongIn } from '../../../helpers/entries.ts';
import { openShop, type Shop } from '../../../helpers/shop.ts';
import { byCard, cash, countOf } from '../helpers.ts';
import { today } from '../../../helpers/today.ts';
import { handedOver } from './handed-over.ts';

let shop: Shop;
afterEach(() => shop.close());

const cup = 12_990;
const book = 29_900;

async function pay(text: string): Promise<void> {
  const { counter } = shop.view();
  const total = counter.kind === 'selling' ? counter.sale.due : 0;
  await shop.ask('giftCard.pay', { total, text, amount: null, accept: false });
}

/** A card for 400 by card and one for 100 in cash; a cup and a book paid by the first, ten kroner of the book in cash. */
async function live(): Promise<void> {
  await shop.ask('giftCard.sell', { amount: 40_000 });
  const { counter } = shop.view();
  const code = (counter.kind === 'selling' && counter.sale.lines[0]?.giftCard?.code) || '';
  await byCard(shop, 40_000);
  await shop.ask('giftCard.sell', { amount: 10_000 });
  await cash(shop, 10_000, 10_000);
  await shop.ask('sale.enter', { text: '1002' });
  await pay(code);
  await shop.ask('sale.enter', { text: '1003' });
  await pay(code);
  await cash(shop, book - (40_000 - cup), 3_000);
  const back = { wanted: { kind: 'all' }, how: 'as-paid', reason: 'Faulty' } as const;
  await shop.ask('refund.begin', { ...back, receiptNumber: 3, left: cup });
  await shop.ask('refund.begin', { ...back, receiptNumber: 2, left: 10_000 });
}

it('keeps gift cards out of the turnover, and in the books with what is owed to their holders', async () => {
  shop = await openShop();
  const from = today();
  await live();
  await shop.ask('day.float', { amount: 100_000, reason: null });
  await shop.ask('day.count', { counts: countOf({ 100_000: 1, 2_000: 1, 500: 1, 100: 4 }) });
  await shop.ask('day.close', { number: 1, reason: null });
  const [z] = entriesIn(shop.journalPath).flatMap((entry) => (entry.kind === 'report.z' ? [entry] : []));
  if (z === undefined) throw new Error('There is no Z report');
  expect(z.body.report).toMatchObject({
    cashSales: book,
    vat: [
      { rate: 2_500, gross: 0 },
      { rate: 0, gross: book },
    ],
    grandTotals: { sales: book + cup, returns: 0 - cup, net: book },
    payments: [
      { means: 'card', amount: 40_000 },
      { means: 'cash', amount: 2_900 },
      { means: 'gift-card', number: 3, amount: 27_010, returned: { number: 1, amount: 0 - cup } },
    ],
    giftCards: {
      sold: { number: 2, amount: 50_000 },
      takenBack: { number: 1, amount: -10_000 },
      outstanding: { number: 1, amount: cup },
    },
    cashExpected: 102_900,
  });
  const { postings } = voucherOf(z, accounts.parse({}));
  const on = (account: string): number =>
    postings.reduce((sum, one) => sum + (one.account === account ? one.amount : 0), 0);
  expect([on('1580'), on('1900'), on('2900')]).toEqual([40_000, 2_900, 0 - cup]);
  const paper = reportOnPaper(shop.journal().read, z, 'nb');
  expect(paper.sections.find(({ heading }) => heading?.startsWith('Gavekort'))?.rows).toMatchObject([
    { label: 'Solgt', number: '2' },
    { label: 'Tatt tilbake', number: '1' },
    { label: 'Igjen på alle gavekort', number: '1' },
  ]);

  const [saft = ''] = await handedOver(shop);
  const text = readFileSync(saft, 'utf8');
  expect(text).toContain('<predefinedBasicID>12005</predefinedBasicID>');
  expect(text).toContain('<vatCode>GIFTCARD</vatCode><dateOfEntry>2020-01-01</dateOfEntry>');
  expect(text.match(/<paymentType>GIFTCARD<\/paymentType><paidAmnt>/g)).toHaveLength(3);
  expect(wrongIn(shop.journalPath)).toBeNull();

  expect(await shop.ask('shop.figures', { from, to: today() })).toMatchObject({
    sales: { amount: book + cup },
  });
});
