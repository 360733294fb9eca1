import { isFinal, sessionOf } from './attempt.ts';
import { describe } from './create-answer.ts';
import type { Session } from '../dintero/index.ts';
import type { Held } from './held.ts';
import type { RunnerParts } from './runner-parts.ts';

/** Asks Dintero to cancel, once for each time that the cashier presses and no cancel is under way. It never decides. */
export type Cancelling = {
  readonly press: (operator: string | null) => void;
  /** The session has become known: what was pressed before that is sent now. */
  readonly sessionKnown: () => void;
  /** A look shows that the session is not cancelled: the cashier may press again. */
  readonly notCancelled: () => void;
  /** Pressed, and nothing has shown that it was in vain. */
  readonly underWay: () => boolean;
  /** Sent and not answered: Dintero may void the payment at any moment. */
  readonly inFlight: () => boolean;
};

type Stage = 'none' | 'before-session' | 'in-flight' | 'accepted' | 'in-doubt';

/**
 * Makes it for one attempt. A cancel of an earlier run is in doubt: it may never have left. `onAnswer` is called with
 * the session as cancelled, or null after an error, and then the true result is to be read.
 */
export function createCancelling(
  { dintero, log, onAnswer: onEveryAnswer }: RunnerParts,
  held: Held,
  onAnswer: (session: Session | null) => void,
): Cancelling {
  const first = held.attempt();
  let stage: Stage = 'cancelAsked' in first && first.cancelAsked ? 'in-doubt' : 'none';
  let pressedBy: string | null = null;

  function send(): void {
    const { attemptId } = held.attempt();
    const sessionId = sessionOf(held.attempt());
    if (sessionId === null) return;
    if (!held.record(pressedBy, (tx) => [tx.append('attempt.cancel-asked', { attemptId })]).ok) {
      stage = 'none';
      return;
    }
    stage = 'in-flight';
    void dintero.cancelSession(sessionId).then((answer) => {
      stage = answer.ok ? 'accepted' : 'in-doubt';
      onEveryAnswer(answer.ok ? null : answer.error);
      if (!answer.ok)
        log.warn('cancel was not accepted', { attempt: attemptId, error: describe(answer.error) });
      onAnswer(answer.ok ? answer.value : null);
    });
  }

  return {
    press: (operator) => {
      if (isFinal(held.attempt()) || (stage !== 'none' && stage !== 'in-doubt')) return;
      pressedBy = operator;
      stage = 'before-session';
      send();
    },
    sessionKnown: () => {
      if (stage === 'before-session') send();
    },
    notCancelled: () => {
      if (stage === 'in-doubt') stage = 'none';
    },
    underWay: () => stage !== 'none',
    inFlight: () => stage === 'in-flight',
  };
}
