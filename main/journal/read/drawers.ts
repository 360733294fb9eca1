import type Database from 'better-sqlite3';
import type { CashCount } from '../entries/day-report.ts';
import type { SettledDrawer } from '../entries/drawer.ts';
import { type EntryRow, toEntry } from '../entry.ts';

export interface DrawerReads {
  /** The last count of an operator's drawer since the last Z; null is nobody's drawer. */
  lastDrawerCount(drawer: string | null): CashCount | null;
  /** How each operator's drawer came out with a Z; none where the till had one drawer. */
  settledDrawers(z: number): readonly SettledDrawer[];
}

export function createDrawerReads(db: Database.Database): DrawerReads {
  const counted = db.prepare<[string], Omit<EntryRow, 'hash'>>(
    `SELECT entry.seq, at, kind, operator, body FROM drawer_count JOIN entry USING (seq)
      WHERE drawer = ? AND seq > coalesce((SELECT max(seq) FROM report WHERE kind = 'z'), 0)`,
  );
  const settled = db.prepare<[number], Omit<EntryRow, 'hash'>>(
    'SELECT entry.seq, at, kind, operator, body FROM settled_drawers JOIN entry USING (seq) WHERE z = ?',
  );
  return {
    lastDrawerCount: (drawer) => {
      const entry = counted.all(drawer ?? '').map(toEntry)[0];
      if (entry?.kind !== 'drawer.counted') return null;
      const { drawer: _drawer, ...count } = entry.body;
      return count;
    },
    settledDrawers: (z) => {
      const entry = settled.all(z).map(toEntry)[0];
      return entry?.kind === 'drawers.settled' ? entry.body.drawers : [];
    },
  };
}
