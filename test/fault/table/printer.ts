import { printer as settings, type PrinterSettings } from '../../../preload/contract/printer.ts';
import { type FakePrinter, fakePrinter } from '../../helpers/printer.ts';
import type { Shop } from '../../helpers/shop.ts';
import type { Cashier } from './cashier.ts';
import { price } from './cashier.ts';
import { nothing, paidOnce, type Row } from './row.ts';

/** Slower than the other rows: a printer answers over a real network, and has its seconds for it. */
const options = { times: 5 } as const;

type Counter = { readonly cashier: Cashier; readonly shop: Shop; readonly printer: FakePrinter };

/** A row at a counter with a receipt printer that prints every sale. */
function row(
  fault: string,
  sees: Row['sees'],
  play: (counter: Counter) => Promise<void>,
  change: Partial<PrinterSettings> = {},
  paid: Pick<Row, 'ends' | 'held'> = { ends: [], held: nothing },
): Row {
  return {
    fault,
    options,
    play: async (cashier, shop) => {
      const printer = await fakePrinter();
      try {
        const value = settings.parse({
          kind: 'network',
          address: printer.address,
          afterSale: true,
          ...change,
        });
        await shop.ask('settings.change', { section: 'printer', value });
        await play({ cashier, shop, printer });
      } finally {
        await printer.close();
      }
    },
    sees,
    ...paid,
  };
}

async function payCash({ shop, cashier }: Counter): Promise<void> {
  await shop.ask('sale.enter', { text: 'sku-coffee-001' });
  await cashier.press('payment.cash', { total: price, given: 20_000 });
  await cashier.reads('Approved');
}

/** The receipt came out once, and the till knows. */
async function outOnce({ shop, printer }: Counter): Promise<void> {
  await shop.until('the count', () => shop.journal().read.timesPrinted(1) === 1);
  const receipts = printer.text().match(/Sales receipt/g)?.length ?? 0;
  if (receipts !== 1) throw new Error(`${String(receipts)} receipts came out`);
}

/** Paper, the drawer, and what hangs on them: a sale is complete whatever they do. */
export const printerRows: readonly Row[] = [
  row(
    'the printer is switched off when the sale is paid, and on later',
    ['Approved', 'Receipt waits'],
    async (counter) => {
      await counter.printer.switchOff();
      await payCash(counter);
      await counter.cashier.reads('Receipt waits');
      await counter.printer.switchOn();
      await outOnce(counter);
    },
  ),
  row('the paper is out before the receipt', ['Approved', 'Receipt waits'], async (counter) => {
    counter.printer.loadPaper(0);
    await payCash(counter);
    await counter.cashier.reads('Receipt waits');
    counter.printer.loadPaper(1_000);
    await outOnce(counter);
  }),
  row(
    'the paper ends in the middle of the receipt',
    ['Approved', 'Receipt at the printer'],
    async (counter) => {
      counter.printer.loadPaper(6);
      await payCash(counter);
      await counter.cashier.reads('Receipt at the printer');
      counter.printer.loadPaper(1_000);
      await outOnce(counter);
    },
  ),
  row(
    'the cover is opened in the middle of a receipt paid by card',
    ['Approved', 'Receipt at the printer'],
    async (counter) => {
      counter.printer.loadPaper(6);
      await counter.cashier.charge();
      await counter.cashier.reads('Approved');
      await counter.cashier.reads('Receipt at the printer');
      counter.printer.coverOpen(true);
      counter.printer.loadPaper(1_000);
      counter.printer.coverOpen(false);
      await outOnce(counter);
    },
    {},
    { ends: ['completed'], held: paidOnce },
  ),
  row(
    'the printer is switched off in the middle of the receipt, and nobody prints it twice unasked',
    ['Approved', 'Receipt at the printer', 'Receipt in doubt'],
    async (counter) => {
      const { cashier, shop, printer } = counter;
      printer.loadPaper(2);
      await payCash(counter);
      await cashier.reads('Receipt at the printer');
      await printer.switchOff();
      const view = await cashier.reads('Receipt in doubt');
      await printer.switchOn();
      printer.loadPaper(1_000);
      await cashier.press('print.again', { print: view.printing.prints[0]?.print ?? 0 });
      await shop.until('the count', () => shop.journal().read.timesPrinted(1) === 1);
    },
  ),
  row(
    'power cut while the receipt is printed',
    ['Approved', 'Receipt at the printer', 'Receipt in doubt'],
    async ({ cashier, shop, printer }) => {
      printer.loadPaper(2);
      await payCash({ cashier, shop, printer });
      await cashier.reads('Receipt at the printer');
      shop.cutPower();
      cashier.switchOn();
      printer.loadPaper(1_000);
      const view = await cashier.reads('Receipt in doubt');
      // It had come out whole by then.
      await cashier.press('print.wasPrinted', { print: view.printing.prints[0]?.print ?? 0 });
      await outOnce({ cashier, shop, printer });
    },
  ),
  row(
    'the drawer cannot be opened for the change',
    ['Approved', 'Drawer stuck'],
    async (counter) => {
      await counter.printer.switchOff();
      await payCash(counter);
      await counter.cashier.reads('Drawer stuck');
    },
    { afterSale: false, drawer: 'pin-2' },
  ),
];
