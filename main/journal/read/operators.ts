import type Database from 'better-sqlite3';

/** Somebody who may log in, as the journal knows them. */
export interface KnownOperator {
  readonly name: string;
  readonly role: 'cashier' | 'manager';
  /** Tells one PIN from the next. */
  readonly mark: string;
  /** How often in a row the PIN was refused, and when last (UTC). */
  readonly refused: number;
  readonly refusedAt: string | null;
}

export interface OperatorReads {
  knownOperators(): KnownOperator[];
}

export function createOperatorReads(db: Database.Database): OperatorReads {
  const all = db.prepare<[], KnownOperator>(
    'SELECT name, role, mark, refused, refused_at AS refusedAt FROM operator ORDER BY name',
  );
  return { knownOperators: () => all.all() };
}
