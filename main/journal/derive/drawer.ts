import type Database from 'better-sqlite3';
import type { EntryOf } from './of-kind.ts';

/** Keeps where the last count of each operator's drawer stands, and where a Z's drawers do. */
export function drawerDeriver(
  db: Database.Database,
): (entry: EntryOf<'drawer.counted' | 'drawers.settled'>) => void {
  const count = db.prepare<[string, number]>(
    'INSERT OR REPLACE INTO drawer_count (drawer, seq) VALUES (?, ?)',
  );
  const settled = db.prepare<[number, number]>('INSERT INTO settled_drawers (z, seq) VALUES (?, ?)');
  return (entry) => {
    if (entry.kind === 'drawer.counted') count.run(entry.body.drawer ?? '', entry.seq);
    else settled.run(entry.body.z, entry.seq);
  };
}
