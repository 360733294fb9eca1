import type { Clock } from '../clock.ts';
import { type Act, isSameAct } from './act.ts';

/** What was refused for want of a manager, and what a manager let through: each once, and not for long. */
export type Approvals = {
  /** Remembers what was refused; gives the id by which a manager may let it through. */
  readonly refused: (act: Act) => string;
  /** What stands behind an id; null when it was refused too long ago, or never. */
  readonly asked: (id: string) => Act | null;
  readonly grant: (id: string) => void;
  /** Whether a manager let exactly this through; it is used up by the question. */
  readonly take: (act: Act) => boolean;
  /** Somebody else stands at the till: nothing of before holds any more. */
  readonly forget: () => void;
};

/** A manager has to be fetched; what was approved is done by the window at once. */
const holdsMs = 10 * 60_000;
const mostAtOnce = 10;

type Asked = { readonly id: string; readonly act: Act; readonly until: number; readonly granted: boolean };

export function createApprovals(clock: Clock, newId: () => string): Approvals {
  let all: readonly Asked[] = [];
  const standing = (): readonly Asked[] => all.filter(({ until }) => until > clock.ticks());

  return {
    refused: (act) => {
      const id = newId();
      const asked = { id, act, until: clock.ticks() + holdsMs, granted: false };
      all = [...standing(), asked].slice(-mostAtOnce);
      return id;
    },
    asked: (id) => standing().find((one) => one.id === id)?.act ?? null,
    grant: (id) => {
      all = standing().map((one) => (one.id === id ? { ...one, granted: true } : one));
    },
    take: (act) => {
      const found = standing().find((one) => one.granted && isSameAct(one.act, act));
      all = standing().filter((one) => one !== found);
      return found !== undefined;
    },
    forget: () => {
      all = [];
    },
  };
}
