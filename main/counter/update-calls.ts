import type { TillView } from '../../preload/contract/view.ts';
import { type Clock, shopTime } from '../clock.ts';
import type { Journal } from '../journal/index.ts';
import type { Runner } from '../payment/runner.ts';
import type { RefundRunner } from '../refund/runner.ts';
import { ok } from '../result.ts';
import { isOffered, type PutOff, type Standing, type Verdict, verdictOn } from '../update/decide.ts';
import type { Updates } from '../update/updates.ts';
import type { Words } from '../words/index.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import type { Counter } from './counter.ts';
import { refuse } from './refusal.ts';

export type UpdateCallParts = {
  readonly updates: Updates;
  readonly address: () => string | null;
  readonly standing: () => Standing;
  readonly authorise: Authorise;
  readonly clock: Clock;
  readonly words: () => Words;
  readonly onChange: () => void;
};

type UpdateCall = 'update.look' | 'update.status' | 'update.install' | 'update.later';

/** Updates as the window has them: what is offered, and what may be pressed. */
export function updateCalls(parts: UpdateCallParts): {
  readonly handlers: Pick<Handlers, UpdateCall>;
  readonly offered: (words: Words) => TillView['update'];
} {
  const { updates, clock } = parts;
  let putOff: PutOff | null = null;
  const verdict = (): Verdict => verdictOn(parts.standing());
  function sentence(): string {
    const { format, update } = parts.words();
    const clockTime = (at: string): string => `${format.date(at)} ${shopTime(at).time.slice(0, 5)}`;
    return update.state(updates.state(), parts.address(), clockTime);
  }

  return {
    offered: (words) => {
      const state = updates.state();
      if (state.kind !== 'ready') return null;
      const judged = verdict();
      if (!isOffered(putOff, judged, clock.now())) return null;
      const { version } = state;
      return { version, may: judged.may, sentence: words.update.ready(version, judged) };
    },
    handlers: {
      'update.status': () => ok({ sentence: sentence(), looks: updates.state().kind !== 'none' }),
      'update.look': async () => {
        await updates.look();
        return ok({ sentence: sentence() });
      },
      'update.install': ({ despite }) => {
        const state = updates.state();
        if (state.kind !== 'ready') return refuse('NOT-ALLOWED-NOW');
        const judged = verdict();
        if (judged.may === 'no' || (judged.may === 'manager' && !despite)) {
          return refuse('UPDATE-NOT-NOW', { why: judged.why });
        }
        const despiteWhat = judged.may === 'manager' ? `; ${judged.why}` : '';
        const refusal = parts.authorise({ kind: 'update', of: `version ${state.version}${despiteWhat}` });
        if (refusal !== null) return { ok: false, error: refusal };
        const installed = updates.install();
        return installed.ok ? ok(null) : refuse('UPDATE-FAILED', { why: installed.error });
      },
      'update.later': () => {
        putOff = { at: clock.now(), may: verdict().may };
        parts.onChange();
        return ok(null);
      },
    },
  };
}

/** What stands on and around the counter. */
export function standingOn(
  counter: Counter,
  journal: Journal,
  runner: Runner,
  refunds: RefundRunner,
): Standing {
  const attempt = runner.holding();
  const open = refunds.open().map(({ refund }) => refund.state);
  const onItsWay = open.some((state) => state !== 'undecided');
  return {
    saleOpen: (counter.sale()?.lines.length ?? 0) > 0,
    moneyUnderWay: onItsWay || (attempt !== null && attempt.state !== 'undecided'),
    undecided: open.length > 0 || attempt !== null,
    dayOpen: journal.read.openDay().figures.length > 0,
  };
}
