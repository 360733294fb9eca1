import { describe, expect, it, onTestFinished } from 'vitest';
import { terminalNotices } from '../../../main/counter/terminal-notices.ts';
import { demoMerchant, type Merchant } from '../../../main/simulator/index.ts';
import { wordsFor } from '../../../main/words/index.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';

let shop: Shop;

async function open(merchant: Merchant): Promise<void> {
  shop = await openShop({ merchant });
  onTestFinished(() => shop.close());
}

const codes = (): string[] => shop.view().notices.map((notice) => notice.code);

function withTerminal(change: Partial<Merchant['terminals'][number]>): Merchant {
  return {
    ...demoMerchant,
    terminals: demoMerchant.terminals.map((one) => (one.id === 'T0292' ? { ...one, ...change } : one)),
  };
}

describe('Before a customer stands at the terminal', () => {
  it('says that Dintero does not hold it ready', async () => {
    await open(withTerminal({ status: 'ACTION_REQUIRED' }));
    const view = await shop.until('the notice', () => codes().includes('TERMINAL-NOT-ACTIVE'));
    expect(view.notices.map((notice) => notice.sentence).join()).toContain('ACTION_REQUIRED');
  });

  it('says that it belongs to another store', async () => {
    await open(withTerminal({ storeId: 'bergen-city' }));
    await shop.until('the notice', () => codes().includes('TERMINAL-ELSEWHERE'));
  });

  it('says nothing of one that is ready, nor when Dintero does not tell', () => {
    const store = { id: 'oslo-center', terminalId: 'T0292' };
    const ready = { terminal_id: 'T0292', status: 'ACTIVE', store_id: 'oslo-center' };
    const unsaid = { status_reason: null, device_model: null, device_serial_number: null };
    expect(terminalNotices({ ...ready, ...unsaid }, store, wordsFor('en'))).toEqual([]);
    expect(terminalNotices(null, store, wordsFor('en'))).toEqual([]);
  });
});
