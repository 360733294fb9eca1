import { readFileSync } from 'node:fs';
import type { TerminalAnswer } from '../../preload/contract/view.ts';
import type { Log } from '../log.ts';
import type { Simulator, TerminalAnswerChoice } from '../simulator/index.ts';
import { diskWords, replaceFile } from './file.ts';

/** What the built-in terminal will answer, and after how many milliseconds. */
export interface TrainingChoice {
  readonly answer: TerminalAnswer;
  readonly afterMs: number;
}

/** The built-in Dintero of a till in training. It is started by the first request. */
export interface Training {
  choose(answer: TerminalAnswer, afterMs: number): void;
  current(): TrainingChoice;
  /** Sends what is meant for Dintero to the built-in one, wherever it listens. */
  readonly fetch: typeof globalThis.fetch;
  readonly clientSecret: string;
  close(): Promise<void>;
}

/** `booksPath`: where the built-in Dintero remembers its sessions over a restart of the till. */
export function createTraining(booksPath: string, fetch: typeof globalThis.fetch, log: Log): Training {
  let choice: TrainingChoice = { answer: 'approved', afterMs: 2000 };
  let started: Promise<Simulator> | null = null;

  const tell = (simulator: Simulator): void =>
    simulator.chooseAnswer(inItsWords(choice), { lasts: 'always' });

  async function start(): Promise<Simulator> {
    const { startSimulator } = await import('../simulator/index.ts');
    const simulator = await startSimulator({ books: keptBooks(booksPath, log) });
    tell(simulator);
    log.info('the built-in Dintero listens', { url: simulator.url });
    return simulator;
  }

  const simulator = (): Promise<Simulator> => (started ??= start());

  return {
    choose: (answer, afterMs) => {
      choice = { answer, afterMs };
      if (started !== null) void started.then(tell);
    },
    current: () => choice,
    fetch: async (input, init) => {
      const wanted = new URL(input instanceof Request ? input.url : input);
      const { url } = await simulator();
      return fetch(new URL(wanted.pathname + wanted.search, url).href, init);
    },
    clientSecret: 'training-secret',
    close: async () => {
      if (started !== null) await (await started).close();
    },
  };
}

function inItsWords({ answer, afterMs }: TrainingChoice): TerminalAnswerChoice {
  switch (answer) {
    case 'approved':
    case 'declined':
    case 'wrong-pin':
    case 'card-pulled':
      return { kind: answer, afterMs };
    case 'cancelled-at-terminal':
      return { kind: 'customer-cancels', afterMs };
    case 'ignored':
      return { kind: 'ignored' };
    case 'approved-late':
      return { kind: 'approved-late', after: 'cancel', afterMs };
  }
}

function keptBooks(path: string, log: Log): { load(): unknown; save(state: unknown): void } {
  return {
    load: () => {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as unknown;
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') {
          log.warn('the built-in Dintero starts with empty books', { why: diskWords(thrown) });
        }
        return null;
      }
    },
    save: (state) => {
      const written = replaceFile(path, JSON.stringify(state));
      if (!written.ok) log.warn('the built-in Dintero could not keep its books', { why: written.error });
    },
  };
}
