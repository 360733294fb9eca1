import { expect, it } from 'vitest';
import { whatStaysAwake } from '../../../main/machine/wakefulness.ts';
import { openShop } from '../../helpers/shop.ts';

it('keeps the screen awake while a customer pays, the machine while a payment is undecided, and else nothing', async () => {
  const shop = await openShop({ rules: { answerAfterMs: 1_000 } });
  try {
    expect(whatStaysAwake(shop.view())).toBe('nothing');
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    const paying = shop.view();
    expect(whatStaysAwake(paying)).toBe('screen');
    if (paying.counter.kind !== 'paying') throw new Error('It is not paying');
    const undecided = { kind: 'undecided', why: 'no-answer', cancelling: false, nextLookAt: null } as const;
    const payment = { ...paying.counter.payment, state: undecided };
    expect(whatStaysAwake({ ...paying, counter: { ...paying.counter, payment } })).toBe('machine');
    const parked = { saleId: 'a', name: '', total: 0, lines: 1, at: '', undecided: true };
    expect(whatStaysAwake({ ...shop.view(), counter: shop.view().counter, parked: [parked] })).not.toBe(
      'nothing',
    );
    await shop.until('the receipt', (view) => view.counter.kind === 'done');
    expect(whatStaysAwake(shop.view())).toBe('nothing');
  } finally {
    await shop.close();
  }
});
