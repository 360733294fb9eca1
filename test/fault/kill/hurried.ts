import type { Journal } from '../../../main/journal/index.ts';
import type { Till } from '../../../main/till-parts.ts';
import type { SaleView } from '../../../preload/contract/view.ts';
import { lastSold } from '../last-sold.ts';
import type { Chance } from './chance.ts';

/** One thing that a hurried cashier might press now. */
export async function pressSomething(till: Till, journal: Journal, chance: Chance): Promise<void> {
  const { counter, alarms } = till.view();
  const [alarm] = alarms;
  if (alarm !== undefined && chance.percent(30)) {
    const how = chance.oneOf(['attach', 'refund', 'refund', 'handled-elsewhere'] as const);
    await till.handle('alarm.settle', { alarm: alarm.alarm, how, reason: 'Settled' });
    return;
  }
  switch (counter.kind) {
    case 'refunding':
      if (chance.percent(10)) await till.handle('payment.setAside', {});
      else await till.handle(chance.percent(50) ? 'payment.backToSale' : 'refund.lookNow', {});
      return;
    case 'done':
      await till.handle('sale.startNew', {});
      return;
    case 'selling':
      if (counter.sale.lines.length === 0) await ringUp(till, journal, counter.sale, chance);
      else await bePaid(till, counter.sale, chance);
      return;
    case 'paying':
      switch (counter.payment.state.kind) {
        case 'sending':
        case 'present-card':
          if (chance.percent(12)) await till.handle('payment.cancel', {});
          return;
        case 'cancelling':
          return;
        case 'undecided':
          if (chance.percent(5)) await till.handle('payment.setAside', {});
          else if (chance.percent(15)) {
            await till.handle('payment.decide', { paid: chance.percent(30), reason: 'Decided' });
          }
          return;
        default:
          await till.handle(chance.percent(50) ? 'payment.backToSale' : 'payment.lookNow', {});
      }
  }
}

/** Something is sold, a sale that was set aside is taken up, or goods come back for others. */
async function ringUp(till: Till, journal: Journal, sale: SaleView, chance: Chance): Promise<void> {
  const [aside] = till.view().parked;
  const sold = lastSold(journal);
  if (sale.exchange === null && aside !== undefined && chance.percent(30)) {
    await till.handle('sale.resume', { saleId: aside.saleId });
  } else if (sale.exchange === null && sold !== null && chance.percent(25)) {
    const wanted = { kind: 'lines' as const, lines: [{ lineId: '1', quantity: 1_000 }] };
    await till.handle('exchange.takeBack', { ...sold, wanted, reason: 'Wrong size' });
  } else await till.handle('sale.enter', { text: chance.percent(30) ? '2*1001' : '1001' });
}

/** By card or in cash, at once or in parts; a part goes back, and so does what an exchange leaves over. */
async function bePaid(till: Till, sale: SaleView, chance: Chance): Promise<void> {
  const { due, cashTotal, exchange, paid } = sale;
  const [part] = paid;
  if (exchange !== null && due <= 0) {
    const how = chance.percent(80) ? 'as-paid' : 'cash';
    await till.handle('exchange.complete', { total: due, how, atTerminal: false });
  } else if (part !== undefined && chance.percent(20)) {
    await till.handle('payment.giveBackPart', { part: part.part, reason: 'Changed' });
  } else if (chance.percent(20)) await till.handle('sale.enter', { text: '1001' });
  else if (chance.percent(45)) await till.handle('payment.card', { total: due });
  else if (chance.percent(70)) await till.handle('payment.cardPart', { total: due, amount: 1_900 });
  else if (chance.percent(40)) await till.handle('payment.cashPart', { total: due, amount: 1_000 });
  else await till.handle('payment.cash', { total: due, given: cashTotal + 5_000 });
}
