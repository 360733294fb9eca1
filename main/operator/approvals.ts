import type { Clock } from '../clock.ts';
import { type Act, isSameAct } from './act.ts';

/** One call of the window, from its beginning to its end. */
export type Doing = object;

/** What was refused for want of a manager, and what a manager let through: each once, and not for long. */
export type Approvals = {
  /** Remembers what was refused; gives the id by which a manager may let it through. */
  readonly refused: (act: Act) => string;
  /** What stands behind an id; null when it was refused too long ago, or never. */
  readonly asked: (id: string) => Act | null;
  readonly grant: (id: string) => void;
  /** Whether a manager let exactly this through. From now on it is for this call and no other. */
  readonly take: (act: Act, doing: Doing) => boolean;
  /** The call is over. What it did uses its approvals up; what it did not do leaves them as they were. */
  readonly over: (doing: Doing, done: boolean) => void;
  /** Somebody else stands at the till: nothing of before holds any more. */
  readonly forget: () => void;
};

/** A manager has to be fetched; what was approved is done by the window at once. */
const holdsMs = 10 * 60_000;
const mostAtOnce = 10;

type Asked = {
  readonly id: string;
  readonly act: Act;
  readonly until: number;
  readonly granted: boolean;
  readonly takenBy: Doing | null;
};

export function createApprovals(clock: Clock, newId: () => string): Approvals {
  let all: readonly Asked[] = [];
  const standing = (): readonly Asked[] => all.filter(({ until }) => until > clock.ticks());
  const change = (of: (one: Asked) => boolean, to: Partial<Asked>): void => {
    all = standing().map((one) => (of(one) ? { ...one, ...to } : one));
  };

  return {
    refused: (act) => {
      const id = newId();
      const until = clock.ticks() + holdsMs;
      all = [...standing(), { id, act, until, granted: false, takenBy: null }].slice(-mostAtOnce);
      return id;
    },
    asked: (id) => standing().find((one) => one.id === id)?.act ?? null,
    grant: (id) => {
      change((one) => one.id === id, { granted: true });
    },
    take: (act, doing) => {
      const found = standing().find(
        (one) => one.granted && (one.takenBy === null || one.takenBy === doing) && isSameAct(one.act, act),
      );
      if (found === undefined) return false;
      change((one) => one === found, { takenBy: doing });
      return true;
    },
    over: (doing, done) => {
      if (done) all = standing().filter((one) => one.takenBy !== doing);
      else change((one) => one.takenBy === doing, { takenBy: null });
    },
    forget: () => {
      all = [];
    },
  };
}
