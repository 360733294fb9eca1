import { AsyncLocalStorage } from 'node:async_hooks';
import type { OperatorSettings } from '../../preload/contract/operator.ts';
import type { Clock } from '../clock.ts';
import { notWritten, refuse, type Refusal } from '../counter/refusal.ts';
import type { Journal, JournalError, JournalWriter } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { aboutText, type Act, needsManager } from './act.ts';
import { createApprovals } from './approvals.ts';
import { createIdleWatch } from './idle-watch.ts';
import { createPinDoor } from './pin-door.ts';
import { createRoster, type Roster } from './roster.ts';
import type { Operator } from './staff.ts';

export type OperatorParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  /** As the settings had them at the start. */
  readonly installed: readonly Operator[];
  /** Writes them to the settings; the error is the disk's words. */
  readonly keep: (staff: readonly Operator[]) => Result<void, string>;
  readonly settings: () => OperatorSettings;
  /** False while a payment or a refund is at the terminal: its end is waited for. */
  readonly mayLock: () => boolean;
  readonly currency: string;
  readonly newId: () => string;
  /** Somebody left, and the till is locked where it has operators. */
  readonly onLeft: () => void;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** Who stands at the till, and what they may do. */
export type Operators = {
  /** Who does what is being done; null where nobody is logged in. */
  readonly name: () => string | null;
  readonly now: () => Operator | null;
  /** Who was here before the till was locked. */
  readonly last: () => string | null;
  readonly roster: Roster;
  /** The shop has operators, and none of them is logged in. */
  readonly locked: () => boolean;
  /** Answers a call as whoever is logged in now, also where that goes on after somebody else came. */
  readonly answering: <T extends Result<unknown, unknown>>(work: () => T | Promise<T>) => Promise<T>;
  /** Why it may not be done without a manager; null when it may. A call that is done uses its approvals up. */
  readonly authorise: (act: Act) => Refusal | null;
  readonly logIn: (name: string, pin: string) => Promise<Result<null, Refusal>>;
  readonly logOut: () => Result<null, Refusal>;
  readonly lock: (why: 'idle' | 'pressed') => Result<null, Refusal>;
  readonly approve: (approval: string, name: string, pin: string) => Promise<Result<null, Refusal>>;
  /** Somebody touched the till. */
  readonly here: () => void;
  readonly awake: () => void;
  /** Writes down where the settings hold other operators than the journal knew. */
  readonly start: () => void;
  readonly stop: () => void;
};

/** Makes it with nobody logged in: a till that starts is locked where the shop has operators. */
export function createOperators(parts: OperatorParts): Operators {
  const { journal, clock, onChange } = parts;
  const doing = new AsyncLocalStorage<{ readonly by: Operator | null }>();
  const approvals = createApprovals(clock, parts.newId);
  let loggedIn: string | null = null;
  let last: string | null = null;

  const roster = createRoster({
    ...parts,
    operator: () => name(),
    onRenamed: (from, to) => {
      if (loggedIn === from) loggedIn = to;
    },
  });
  const now = (): Operator | null => roster.staff().find((one) => one.name === loggedIn) ?? null;
  const by = (): Operator | null => {
    const store = doing.getStore();
    return store === undefined ? now() : store.by;
  };
  const name = (): string | null => by()?.name ?? null;
  const locked = (): boolean => roster.staff().length > 0 && now() === null;
  const tryPin = createPinDoor({ ...parts, staff: roster.staff, operator: () => now()?.name ?? null });

  const idle = createIdleWatch({
    clock,
    limitMs: () => {
      const { lockAfterMinutes } = parts.settings();
      return now() === null || lockAfterMinutes === 0 ? null : lockAfterMinutes * 60_000;
    },
    mayLock: parts.mayLock,
    lock: () => {
      leave('idle');
    },
  });

  function written(operator: string | null, work: (tx: JournalWriter) => unknown): Result<null, Refusal> {
    const done = journal.write(operator, work);
    if (done.ok) return ok(null);
    parts.onJournalError(done.error);
    return notWritten(done.error);
  }

  /** A till whose journal cannot take the entry is locked all the same. */
  function leave(how: 'idle' | 'pressed' | 'log-out'): Result<null, Refusal> {
    const leaving = now();
    if (leaving === null) return ok(null);
    const done = written(leaving.name, (tx) =>
      how === 'log-out' ? tx.append('operator.logged-out', {}) : tx.append('operator.locked', { why: how }),
    );
    last = how === 'log-out' ? null : leaving.name;
    loggedIn = null;
    approvals.forget();
    idle.stop();
    parts.onLeft();
    onChange();
    return done;
  }

  return {
    name,
    now,
    last: () => last,
    roster,
    locked,
    answering: async (work) => {
      const call = { by: now() };
      let done = false;
      try {
        const answer = await doing.run(call, work);
        done = answer.ok;
        return answer;
      } finally {
        approvals.over(call, done);
      }
    },

    authorise: (act) => {
      if (roster.staff().length === 0) return null;
      const role = by()?.role ?? 'cashier';
      if (!needsManager(act, parts.settings(), role) || approvals.take(act, doing.getStore() ?? parts))
        return null;
      const amounts =
        act.kind === 'refund' || act.kind === 'move-cash'
          ? { amount: act.amount, currency: parts.currency }
          : {};
      const rate = act.kind === 'discount' ? { rate: act.rate } : {};
      const detail = { act: act.kind, of: act.of, approval: approvals.refused(act), ...amounts, ...rate };
      return { code: 'MANAGER-NEEDED', detail };
    },

    logIn: async (wanted, pin) => {
      const found = await tryPin(wanted, pin, 'log-in');
      if (!found.ok) return found;
      const { name: who } = found.value;
      const before = now();
      const left = before === null || before.name === who ? ok(null) : leave('log-out');
      if (!left.ok) return left;
      const entered = written(who, (tx) => tx.append('operator.logged-in', {}));
      if (!entered.ok) return entered;
      loggedIn = who;
      last = null;
      approvals.forget();
      idle.here();
      onChange();
      return ok(null);
    },

    logOut: () => leave('log-out'),
    lock: leave,

    approve: async (approval, manager, pin) => {
      const found = await tryPin(manager, pin, 'approval');
      if (!found.ok) return found;
      if (found.value.role !== 'manager') return refuse('NOT-A-MANAGER', { name: found.value.name });
      const act = approvals.asked(approval);
      if (act === null) return refuse('APPROVAL-GONE');
      const body = { manager: found.value.name, act: act.kind, about: aboutText(act) };
      const done = written(name(), (tx) => tx.append('manager.approved', body));
      if (!done.ok) return done;
      approvals.grant(approval);
      return ok(null);
    },

    here: idle.here,
    awake: idle.awake,
    start: () => {
      roster.compare();
    },
    stop: idle.stop,
  };
}
