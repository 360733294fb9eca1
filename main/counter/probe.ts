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

/**
 * Makes the probe. Its first question fetches the token, so that the first customer does not wait for it; later it asks
 * with the token at hand as long as that lasts (dintero.md 1).
 */
export function createProbe({ dintero, clock, reach, onAnswer, terminalId, onTerminal }: ProbeParts): Probe {
  let callOff: (() => void) | null = null;
  let asking: Promise<DinteroError | null> | null = null;
  let hasToken = false;
  let over = false;

  async function askOnce(): Promise<DinteroError | null> {
    const error = (hasToken ? null : await askForToken()) ?? (await askForTerminal());
    asking = null;
    if (!over) onAnswer(error);
    return error;
  }

  async function askForToken(): Promise<DinteroError | null> {
    const answer = await dintero.checkCredentials();
    hasToken = answer.ok;
    return answer.ok ? null : answer.error;
  }

  /** Only a hint: where terminals cannot be looked up (403, 404, trouble of that part alone) cards are taken all the same. */
  async function askForTerminal(): Promise<DinteroError | null> {
    const answer = await dintero.readTerminal(terminalId);
    const error = answer.ok ? null : await wrongBesides(answer.error);
    if (error === null && !over) onTerminal(answer.ok ? answer.value : null);
    return error;
  }

  async function wrongBesides(error: DinteroError): Promise<DinteroError | null> {
    switch (error.kind) {
      case 'refused':
        return null;
      case 'no-answer':
        return error;
      case 'not-sent':
        // A token that is used up says nothing of why there is no other.
        return error.reason === 'token' ? askForToken() : error;
      case 'server':
      case 'unreadable':
        return askForToken();
    }
  }

  function ask(): Promise<DinteroError | null> {
    asking ??= askOnce();
    return asking;
  }

  function round(): void {
    callOff?.();
    callOff = null;
    void ask().then(() => {
      if (over) return;
      // Whoever asked meanwhile was given the same answer, and set the next question as well.
      callOff?.();
      callOff = clock.after(reach().state === 'online' ? whileOnlineMs : whileOfflineMs, round);
    });
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
