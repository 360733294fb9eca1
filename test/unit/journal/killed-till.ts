// A till that rings up and completes sales as fast as it can and says each commit's last entry once it is acknowledged.
import { writeSync } from 'node:fs';
import { openJournal } from '../../../main/journal/index.ts';
import { ore } from '../../../main/sale/money.ts';

const opened = openJournal({ path: process.argv[2] ?? '', now: () => Date.now() });
if (!opened.ok) throw new Error(opened.error.detail);
const journal = opened.value;
for (;;) {
  const written = journal.write('Kari', (tx) => {
    const number = tx.read.nextSaleNumber();
    const saleId = `K7F3QD-${number}`;
    tx.append('sale.opened', { saleId, number, currency: 'NOK' });
    tx.append('sale.parked', { saleId, name: `Bord ${number}` });
    return tx.append('sale.aborted', { saleId, reason: 'Angret', total: ore(0) }).seq;
  });
  if (!written.ok) throw new Error(written.error.detail);
  writeSync(1, `${written.value}\n`);
}
