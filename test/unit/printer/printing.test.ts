import { afterEach, expect, it } from 'vitest';
import type { PrinterSettings } from '../../../preload/contract/printer.ts';
import { printer as printerSection } from '../../../preload/contract/printer.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { type FakePrinter, fakePrinter, type FakePrinterOptions } from '../../helpers/printer.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { today } from '../../helpers/today.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A shop with a receipt printer on its network. */
async function shopWithPrinter(
  change: Partial<PrinterSettings> = {},
  options: FakePrinterOptions = {},
): Promise<{ shop: Shop; printer: FakePrinter }> {
  const printer = await fakePrinter(options);
  const shop = await openShop({ times: 5 });
  closing.push(shop.close, printer.close, () => {
    expect(wrongIn(shop.journalPath)).toBeNull();
    return Promise.resolve();
  });
  await shop.ask('settings.change', {
    section: 'printer',
    value: printerSection.parse({ kind: 'network', address: printer.address, ...change }),
  });
  return { shop, printer };
}

async function sellForCash(shop: Shop): Promise<void> {
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.cash', { total: 3900, given: 5000 });
  await shop.ask('sale.startNew', {});
}

/** Every entry of a kind, by what it says. */
function written(shop: Shop, kind: string): unknown[] {
  return entriesIn(shop.journalPath)
    .filter((entry) => entry.kind === kind)
    .map(({ body }) => body);
}

const noTrouble = (shop: Shop) =>
  shop.until('nothing to wait for', (view) => view.printing.prints.length === 0);
const trouble = async (shop: Shop, words: RegExp) =>
  (
    await shop.until(String(words), ({ printing }) =>
      printing.prints.some(({ sentence }) => words.test(sentence)),
    )
  ).printing.prints;

it('prints the receipt of every sale when the shop wants it, whole and cut', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  await sellForCash(shop);
  await printer.until('the cut', () => printer.paper().some(({ kind }) => kind === 'cut'));
  await noTrouble(shop);
  expect(printer.text()).toContain('Sales receipt');
  expect(printer.text()).toContain('Kanelbolle');
  expect(printer.paper()).toContainEqual({ kind: 'qr', text: 'TEST22-R1' });
  expect(printer.paper()).toContainEqual({ kind: 'barcode', text: 'TEST22-R1' });
  await shop.until('the journal to know', () => written(shop, 'receipt.printed').length === 1);
});

it('prints a gift card by itself, on narrow paper too, and again when it is asked for', async () => {
  const { shop, printer } = await shopWithPrinter({ columns: 32 });
  await shop.ask('giftCard.sell', { amount: 50_000 });
  await shop.ask('payment.cash', { total: 50_000, given: 50_000 });
  await printer.until('the cut', () => printer.paper().some(({ kind }) => kind === 'cut'));
  await noTrouble(shop);
  const { counter } = shop.view();
  const code = (counter.kind === 'done' && counter.giftCards[0]) || '';
  expect(printer.text()).toContain('500.00');
  expect(printer.text()).toContain('Good until');
  expect(printer.text()).not.toContain('Sales receipt');
  expect(printer.paper()).toContainEqual({ kind: 'qr', text: code });
  expect(printer.paper()).toContainEqual({ kind: 'barcode', text: code });
  expect(await shop.ask('giftCard.print', { text: code })).toEqual({ printed: true });
  expect(printer.paper().filter(({ kind }) => kind === 'cut')).toHaveLength(2);
  // A gift card is no receipt: neither print is its copy.
  expect(written(shop, 'receipt.printed')).toEqual([]);
});

it('prints the original once, then one copy that says so in letters twice as large, and refuses a third', async () => {
  const { shop, printer } = await shopWithPrinter();
  await sellForCash(shop);
  expect(await shop.ask('receipt.print', { receiptNumber: 1 })).toEqual({ printed: true });
  expect(printer.text()).not.toContain('COPY');
  expect(await shop.ask('receipt.print', { receiptNumber: 1 })).toEqual({ printed: true });
  const marking = printer.paper().find((one) => one.kind === 'line' && one.text.endsWith('COPY'));
  expect(marking).toMatchObject({ wide: 2, high: 2, bold: true });
  expect(await shop.refused('receipt.print', { receiptNumber: 1 })).toBe('COPY-MADE');
  expect(written(shop, 'receipt.printed')).toHaveLength(2);
  const x = await shop.ask('day.x', {});
  expect(x.text).toMatch(/Copies? .*1 +39[.,]00/);
});

it('keeps the receipt until the printer is back, and then prints it by itself, once', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  await printer.switchOff();
  await sellForCash(shop);
  await trouble(shop, /^Receipt 1 waits for the printer: the printer is not there/);
  await sellForCash(shop);
  expect(written(shop, 'print.started')).toEqual([]);
  await printer.switchOn();
  await noTrouble(shop);
  await shop.until('both', () => written(shop, 'receipt.printed').length === 2);
  expect(printer.text().match(/Sales receipt/g)).toHaveLength(2);
  expect(written(shop, 'print.wanted')).toHaveLength(2);
});

it('says that the paper is out, and prints when a new roll is in', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  printer.loadPaper(0);
  await sellForCash(shop);
  await trouble(shop, /out of paper/);
  expect(printer.text()).toBe('');
  printer.loadPaper(1000);
  await noTrouble(shop);
  await shop.until('the print', () => written(shop, 'receipt.printed').length === 1);
});

it('waits for a print that ran out of paper in the middle, and does not print it twice', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  printer.loadPaper(5);
  await sellForCash(shop);
  const [stuck] = await trouble(shop, /^Receipt 1 is at the printer: the printer is out of paper/);
  expect(stuck?.state).toBe('printing');
  expect(written(shop, 'receipt.printed')).toEqual([]);
  printer.loadPaper(1000);
  await shop.until('the print', () => written(shop, 'receipt.printed').length === 1);
  expect(printer.text().match(/Sales receipt/g)).toHaveLength(1);
});

it('asks a person when the printer broke off in the middle, and prints again only when told', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  printer.loadPaper(5);
  await sellForCash(shop);
  await trouble(shop, /is at the printer/);
  await printer.switchOff();
  const [unknown] = await trouble(shop, /^Receipt 1 may be on paper already/);
  await printer.switchOn();
  printer.loadPaper(1000);
  // The next customer's receipt does not wait for the answer.
  await sellForCash(shop);
  await shop.until('the next receipt', () => written(shop, 'receipt.printed').length === 1);
  expect(await shop.refused('receipt.print', { receiptNumber: 1 })).toBe('PRINT-WAITING');
  await shop.ask('print.again', { print: unknown?.print ?? 0 });
  await shop.until('the first receipt', () => written(shop, 'receipt.printed').length === 2);
  expect(written(shop, 'print.settled')).toEqual([{ wanted: unknown?.print, how: 'again' }]);
  expect(printer.text()).not.toContain('COPY');
});

it('asks also about a print that a person did not want to wait for: the printer may still have it', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  printer.loadPaper(5);
  await sellForCash(shop);
  const [stuck] = await trouble(shop, /is at the printer/);
  await shop.ask('print.skip', { print: stuck?.print ?? 0 });
  await trouble(shop, /^Receipt 1 may be on paper already/);
  expect(written(shop, 'print.settled')).toEqual([]);
});

it('prints on another printer what waited for the first', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  const other = await fakePrinter();
  closing.push(other.close);
  await printer.switchOff();
  await sellForCash(shop);
  await trouble(shop, /is not there/);
  const value = printerSection.parse({ kind: 'network', address: other.address, afterSale: true });
  await shop.ask('settings.change', { section: 'printer', value });
  await other.until('the receipt', () => other.text().includes('Sales receipt'));
  await noTrouble(shop);
});

it.each([
  ['print.wasPrinted', 1],
  ['print.skip', 0],
] as const)('believes the person who says %s', async (said, counted) => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  printer.loadPaper(5);
  await sellForCash(shop);
  await trouble(shop, /is at the printer/);
  await printer.switchOff();
  const [unknown] = await trouble(shop, /may be on paper already/);
  await shop.ask(said, { print: unknown?.print ?? 0 });
  await noTrouble(shop);
  expect(written(shop, 'receipt.printed')).toHaveLength(counted);
  expect(await shop.refused(said, { print: unknown?.print ?? 0 })).toBe('PRINT-SETTLED');
});

it('says after a power cut that a receipt under way may be on paper, and prints what only waited', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true });
  printer.loadPaper(5);
  await sellForCash(shop);
  await trouble(shop, /is at the printer/);
  await sellForCash(shop);
  shop.cutPower();
  await printer.switchOff();
  await printer.switchOn();
  printer.loadPaper(1000);
  shop.switchOn();
  await trouble(shop, /^Receipt 1 may be on paper already \(the till stopped/);
  await shop.until('receipt 2', () => written(shop, 'receipt.printed').length === 1);
  expect(written(shop, 'receipt.printed')).toEqual([{ receiptNumber: 2, how: 'printer' }]);
});

it('takes a printer that never says anything at its word, and one that never says when it is done', async () => {
  for (const options of [{ mute: true }, { neverDone: true }]) {
    const { shop, printer } = await shopWithPrinter({}, options);
    await sellForCash(shop);
    expect(await shop.ask('receipt.print', { receiptNumber: 1 })).toEqual({ printed: true });
    await printer.until('the cut', () => printer.paper().some(({ kind }) => kind === 'cut'));
    expect(written(shop, 'print.ended')).toMatchObject([{ how: 'printed', code: 'accepted' }]);
  }
});

it('prints the copy with every return where the shop keeps one with the customer’s signature', async () => {
  const { shop, printer } = await shopWithPrinter({ afterSale: true, copyToo: 'returns' });
  await sellForCash(shop);
  await shop.until('the receipt', () => written(shop, 'receipt.printed').length === 1);
  await shop.ask('refund.begin', {
    receiptNumber: 1,
    wanted: { kind: 'all' },
    how: 'cash',
    reason: 'Gone stale',
    left: 3900,
  });
  await shop.until('the return and its copy', () => written(shop, 'receipt.printed').length === 3);
  expect(printer.text().match(/Return receipt/g)).toHaveLength(2);
  expect(printer.text().match(/COPY/g)).toHaveLength(1);
  expect(printer.text().match(/Customer’s signature|Customer's signature/g)).toHaveLength(2);
});

it('opens the drawer for cash and for a person who says why, and not for a card', async () => {
  const { shop, printer } = await shopWithPrinter({ drawer: 'pin-2' });
  await sellForCash(shop);
  await printer.until('the first kick', () => printer.kicks() === 1);
  await shop.ask('day.openDrawer', { reason: 'Change for a note' });
  await printer.until('the second kick', () => printer.kicks() === 2);
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.card', { total: 3900 });
  await shop.until('the receipt', ({ counter }) => counter.kind === 'done');
  await shop.ask('printer.test', {});
  expect(printer.kicks()).toBe(2);
  expect(written(shop, 'drawer.kicked')).toEqual([{ receiptNumber: 1 }]);
});

it('opens the drawer at once also while a receipt waits for paper', async () => {
  const { shop, printer } = await shopWithPrinter({ drawer: 'pin-5', afterSale: true });
  printer.loadPaper(5);
  await sellForCash(shop);
  await trouble(shop, /is at the printer/);
  await sellForCash(shop);
  await printer.until('the second kick', () => printer.kicks() === 2);
  expect(printer.paper()).toContainEqual({ kind: 'kick', pin: 1 });
});

it('says so when the drawer cannot be opened, and does not open it later by itself', async () => {
  const { shop, printer } = await shopWithPrinter({ drawer: 'pin-2' });
  await printer.switchOff();
  await sellForCash(shop);
  await shop.until('the hint', ({ printing }) => /open it with its key/.test(printing.drawer ?? ''));
  await printer.switchOn();
  await shop.ask('printer.test', {});
  expect(printer.kicks()).toBe(0);
});

it('says that the drawer is open for as long as its switch says so', async () => {
  const { shop, printer } = await shopWithPrinter({ drawer: 'pin-2', drawerOpenAt: 'high' });
  printer.drawerOpen(true);
  await sellForCash(shop);
  await shop.until('the hint', ({ printing }) => printing.drawer === 'The drawer is open.');
  printer.drawerOpen(false);
  await shop.until('no hint', ({ printing }) => printing.drawer === null);
});

it('prints X and Z reports and the shop’s figures as well', async () => {
  const { shop, printer } = await shopWithPrinter({ columns: 32 });
  const from = today();
  await sellForCash(shop);
  const x = await shop.ask('day.x', {});
  expect(await shop.ask('report.print', { seq: x.summary.seq })).toEqual({ printed: true });
  expect(printer.text()).toContain('X report');
  expect(await shop.ask('shop.print', { from, to: today() })).toEqual({ printed: true });
  for (const one of printer.paper()) {
    if (one.kind === 'line') expect(one.text.length * one.wide).toBeLessThanOrEqual(32);
  }
});

it('prints nothing where there is no printer, and says so', async () => {
  const { shop } = await shopWithPrinter({ kind: 'none', afterSale: true });
  await sellForCash(shop);
  expect(await shop.refused('receipt.print', { receiptNumber: 1 })).toBe('PRINTER-NONE');
  expect(written(shop, 'print.wanted')).toEqual([]);
});
