import type Database from 'better-sqlite3';
import { canonical } from '../canonical.ts';
import type { EntryOf } from './of-kind.ts';

type PrintEntry = EntryOf<'print.wanted' | 'print.started' | 'print.ended' | 'print.settled'>;

/** Keeps the prints that are not settled: what is on paper, or not wanted any more, is only an entry. */
export function printDeriver(db: Database.Database): (entry: PrintEntry) => void {
  const insert = db.prepare<[number, string, string, number | null, string]>(
    `INSERT INTO print (wanted, of, onto, receipt_number, at, state) VALUES (?, ?, ?, ?, ?, 'wanted')`,
  );
  const become = db.prepare<[string, string | null, number]>(
    'UPDATE print SET state = ?, code = ? WHERE wanted = ?',
  );
  const remove = db.prepare<[number]>('DELETE FROM print WHERE wanted = ?');
  const onto = db.prepare<[number], string>('SELECT onto FROM print WHERE wanted = ?').pluck();

  function changeOf(entry: Exclude<PrintEntry, { kind: 'print.wanted' }>): Database.RunResult {
    const { wanted } = entry.body;
    switch (entry.kind) {
      case 'print.started':
        return become.run('started', null, wanted);
      case 'print.ended':
        if (entry.body.how === 'unknown') return become.run('unknown', entry.body.code, wanted);
        // Paper is waited for; the person who chose a file or an address is asked again.
        return entry.body.how === 'not-printed' && onto.get(wanted) === 'printer'
          ? become.run('wanted', entry.body.code, wanted)
          : remove.run(wanted);
      case 'print.settled':
        return entry.body.how === 'again' ? become.run('wanted', null, wanted) : remove.run(wanted);
    }
  }

  return (entry) => {
    if (entry.kind === 'print.wanted') {
      const { of } = entry.body;
      const receipt = of.kind === 'receipt' ? of.receiptNumber : null;
      insert.run(entry.seq, canonical(of), entry.body.onto, receipt, entry.at);
      return;
    }
    if (changeOf(entry).changes !== 1) throw new Error(`There is no print ${entry.body.wanted} to change`);
  };
}
