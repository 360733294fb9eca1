import { systemClock } from '../../main/clock.ts';
import { type Copies, createCopies } from '../../main/second-copy/copies.ts';
import type { FromHelper, HelperProcess, ToHelper } from '../../main/second-copy/messages.ts';
import { serve } from '../../main/second-copy/serve.ts';

/** What copies, without a process of its own. `kill` is a process that dies. */
export function helperHere(): HelperProcess {
  let alive = true;
  let toTill: (message: FromHelper) => void = () => undefined;
  let toHelper: (message: ToHelper) => void = () => undefined;
  const gone = new Set<() => void>();
  const line = {
    send: (message: FromHelper) => {
      if (alive) toTill(structuredClone(message));
    },
    onMessage: (listener: (message: ToHelper) => void) => {
      toHelper = listener;
    },
  };
  serve(line, systemClock);
  return {
    send: (message) => {
      if (alive) toHelper(structuredClone(message));
    },
    onMessage: (listener) => {
      toTill = listener;
    },
    onGone: (listener) => void gone.add(listener),
    kill: () => {
      if (!alive) return;
      toHelper({ kind: 'keep', order: null });
      alive = false;
      for (const listener of gone) listener();
    },
  };
}

/** The copies of a till in a test. */
export function copiesOf(from: string, tillId: string, start: () => HelperProcess = helperHere): Copies {
  return createCopies({
    start,
    order: { from, tillId, install: 'test', machine: 'kassa-1' },
    clock: systemClock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
}
