import { notWritten, refuse, type Refusal } from '../counter/refusal.ts';
import { keepPin } from '../install/pin.ts';
import type { Journal, JournalError, JournalWriter } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { markOf } from './mark.ts';
import { isSameName, type Operator, type Role, staffProblems } from './staff.ts';

export type RosterParts = {
  readonly journal: Journal;
  readonly installed: readonly Operator[];
  /** Writes them to the settings; the error is the disk's words. */
  readonly keep: (staff: readonly Operator[]) => Result<void, string>;
  readonly operator: () => string | null;
  readonly onRenamed: (from: string, to: string) => void;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** Who may log in: name, role and hash in the settings, every change of it in the journal without the hash. */
export type Roster = {
  readonly staff: () => readonly Operator[];
  readonly add: (name: string, role: Role, pin: string) => Promise<Result<null, Refusal>>;
  readonly change: (name: string, newName: string, role: Role) => Result<null, Refusal>;
  readonly setPin: (name: string, pin: string) => Promise<Result<null, Refusal>>;
  readonly remove: (name: string) => Result<null, Refusal>;
  /** Writes down where the settings hold others than the journal knew. */
  readonly compare: () => void;
};

export function createRoster(parts: RosterParts): Roster {
  const { journal } = parts;
  let staff = parts.installed;

  /** Written down, then done. What the settings did not take is written down as it is, and nothing is changed. */
  function change(next: readonly Operator[], entry: (tx: JournalWriter) => unknown): Result<null, Refusal> {
    const [problem] = staffProblems(next);
    if (problem !== undefined) {
      return refuse(problem.expected === 'operator-once' ? 'OPERATOR-EXISTS' : 'OPERATOR-LAST-MANAGER');
    }
    const written = journal.write(parts.operator(), entry);
    if (!written.ok) {
      parts.onJournalError(written.error);
      return notWritten(written.error);
    }
    const kept = parts.keep(next);
    if (!kept.ok) {
      compare();
      return refuse('SETTINGS-NOT-KEPT', { reason: kept.error });
    }
    staff = next;
    parts.onChange();
    return ok(null);
  }

  function compare(): void {
    const known = journal.read.knownOperators().map(({ name, role, mark }) => ({ name, role, mark }));
    const here = staff.map(({ name, role, pin }) => ({ name, role, mark: markOf(pin) }));
    if (JSON.stringify(sorted(known)) === JSON.stringify(sorted(here))) return;
    const written = journal.write(null, (tx) => tx.append('operator.replaced', { operators: here }));
    if (!written.ok) parts.onJournalError(written.error);
  }

  function find(name: string): Result<Operator, Refusal> {
    const found = staff.find((one) => isSameName(one.name, name));
    return found === undefined ? refuse('OPERATOR-UNKNOWN') : ok(found);
  }

  const replaced = (old: Operator, by: Operator): Operator[] =>
    staff.map((one) => (one.name === old.name ? by : one));

  return {
    staff: () => staff,
    compare,

    add: async (name, role, pin) => {
      const kept = await keepPin(pin);
      return change([...staff, { name, role, pin: kept }], (tx) =>
        tx.append('operator.added', { name, role, mark: markOf(kept) }),
      );
    },

    change: (name, newName, role) => {
      const found = find(name);
      if (!found.ok) return found;
      const old = found.value;
      const done = change(replaced(old, { ...old, name: newName, role }), (tx) =>
        tx.append('operator.changed', { name: old.name, newName, role }),
      );
      if (done.ok) parts.onRenamed(old.name, newName);
      return done;
    },

    setPin: async (name, pin) => {
      const kept = await keepPin(pin);
      // Asked for only now: the list may have changed while the hash was made.
      const found = find(name);
      if (!found.ok) return found;
      const old = found.value;
      return change(replaced(old, { ...old, pin: kept }), (tx) =>
        tx.append('operator.pin-changed', { name: old.name, mark: markOf(kept) }),
      );
    },

    remove: (name) => {
      const found = find(name);
      if (!found.ok) return found;
      const gone = found.value.name;
      return change(
        staff.filter((one) => one.name !== gone),
        (tx) => tx.append('operator.removed', { name: gone }),
      );
    },
  };
}

function sorted<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return all.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
