import type { Clock } from '../clock.ts';
import type { Dintero, DinteroError, TerminalInfo } from '../dintero/index.ts';
import type { Reach } from './reach.ts';

/** How often (ms) the till asks whether Dintero is there: seldom while it is, often while it is not. */
const whileOnlineMs = 60_000;
const whileOfflineMs = 5_000;

export type ProbeParts = {
  readonly dintero: Dintero;
  readonly clock: Clock;
  readonly reach: () => Reach;
  readonly onAnswer: (error: DinteroError | null) => void;
  readonly terminalId: string;
  /** What Dintero knows of the terminal; null when it may not be asked, or does not say. */
  readonly onTerminal: (terminal: TerminalInfo | null) => void;
};

/** Keeps asking whether Dintero can be reached, so that the cashier knows before a customer is asked for a card. */
export type Probe = {
  readonly start: () => void;
  /** Asks now and tells what was wrong; null when Dintero is there. */
  readonly ask: () => Promise<DinteroError | null>;
  readonly now: () => void;
  /** Something else found Dintero out of reach: the next question comes soon. */
  readonly soon: () => void;
  readonly stop: () => void;
};

/** Makes the probe. The first question also fetches the token, so that the first customer does not wait for it. */
export function createProbe({ dintero, clock, reach, onAnswer, terminalId, onTerminal }: ProbeParts): Probe {
  let callOff: (() => void) | null = null;
  let asking: Promise<DinteroError | null> | null = null;
  let over = false;
  const isOver = (): boolean => over;

  function ask(): Promise<DinteroError | null> {
    asking ??= dintero.checkCredentials().then((answer) => {
      asking = null;
      const error = answer.ok ? null : answer.error;
      if (!over) onAnswer(error);
      return error;
    });
    return asking;
  }

  function round(): void {
    callOff?.();
    callOff = null;
    void ask().then(askOfTerminal);
  }

  /** Only a hint: a client without the right to read terminals (403, 404) sells all the same. */
  async function askOfTerminal(error: DinteroError | null): Promise<void> {
    const terminal = error === null && !isOver() ? await dintero.readTerminal(terminalId) : null;
    if (isOver()) return;
    if (terminal !== null) onTerminal(terminal.ok ? terminal.value : null);
    callOff = clock.after(reach().state === 'online' ? whileOnlineMs : whileOfflineMs, round);
  }

  return {
    start: round,
    ask,
    now: round,
    soon: () => {
      // While a round is on its way it sets the next one itself.
      if (over || callOff === null) return;
      callOff();
      callOff = clock.after(whileOfflineMs, round);
    },
    stop: () => {
      over = true;
      callOff?.();
    },
  };
}
