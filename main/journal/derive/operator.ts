import type Database from 'better-sqlite3';
import { assertNever } from '../../result.ts';
import type { EntryOf } from './of-kind.ts';

type OperatorEntry = EntryOf<
  | 'operator.logged-in'
  | 'operator.pin-refused'
  | 'operator.added'
  | 'operator.changed'
  | 'operator.pin-changed'
  | 'operator.removed'
  | 'operator.replaced'
  | 'manager.approved'
>;

/** Keeps who the operators are, and how often in a row each one's PIN was refused. */
export function operatorDeriver(db: Database.Database): (entry: OperatorEntry) => void {
  const add = db.prepare<[{ name: string; role: string; mark: string }]>(
    'INSERT INTO operator (name, role, mark) VALUES (:name, :role, :mark)',
  );
  const change = db.prepare<[{ name: string; newName: string; role: string }]>(
    'UPDATE operator SET name = :newName, role = :role WHERE name = :name',
  );
  const setPin = db.prepare<[{ name: string; mark: string }]>(
    'UPDATE operator SET mark = :mark, refused = 0, refused_at = NULL WHERE name = :name',
  );
  const remove = db.prepare<[string]>('DELETE FROM operator WHERE name = ?');
  const removeAll = db.prepare('DELETE FROM operator');
  const refuse = db.prepare<[number, string, string]>(
    'UPDATE operator SET refused = ?, refused_at = ? WHERE name = ?',
  );
  const accept = db.prepare<[string | null]>(
    'UPDATE operator SET refused = 0, refused_at = NULL WHERE name = ?',
  );

  return (entry) => {
    switch (entry.kind) {
      case 'operator.logged-in':
        accept.run(entry.operator);
        return;
      case 'manager.approved':
        accept.run(entry.body.manager);
        return;
      case 'operator.pin-refused':
        refuse.run(entry.body.inARow, entry.at, entry.body.name);
        return;
      case 'operator.added':
        add.run(entry.body);
        return;
      case 'operator.changed':
        change.run(entry.body);
        return;
      case 'operator.pin-changed':
        setPin.run(entry.body);
        return;
      case 'operator.removed':
        remove.run(entry.body.name);
        return;
      case 'operator.replaced':
        removeAll.run();
        for (const one of entry.body.operators) add.run(one);
        return;
      default:
        assertNever(entry);
    }
  };
}
