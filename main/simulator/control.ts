import { z } from 'zod';
import { chosenAnswerSchema, chosenRefundSchema, terminalAnswerSchema } from './answers.ts';
import { totalsOf } from './books.ts';
import { faultSchema } from './faults.ts';
import type { Fault, FaultChoice, FaultQueue } from './faults.ts';
import { captureAll } from './outcome.ts';
import type { Prompt, SessionRecord, TransactionRecord } from './records.ts';
import { finishRefund } from './refunds.ts';
import { changeRules } from './rules.ts';
import type { RulesChange } from './rules.ts';
import { answerPrompt, promptOn } from './terminal.ts';
import { payOut } from './settlements.ts';
import type { World } from './world.ts';

export type TerminalAnswerChoice = z.input<typeof terminalAnswerSchema>;
type Choice = { lasts?: 'next' | 'always'; terminalId?: string };

export const settledStatusSchema = z.enum([
  'AUTHORIZED',
  'CAPTURED',
  'DECLINED',
  'FAILED',
  'AUTHORIZATION_VOIDED',
]);

/** What a transaction that was left open may be brought to by command. */
export type SettledStatus = z.infer<typeof settledStatusSchema>;

/** The state of the books at one moment: a copy. */
export type BooksView = {
  sessions: SessionRecord[];
  transactions: TransactionRecord[];
  /** Minor units per transaction. */
  totals: { transactionId: string; captured: number; refunded: number; pendingRefund: number }[];
};

export type SimulatedTerminal = {
  /** What it shows now: the payment or refund it asks a card for. */
  prompt(): (Prompt & { amount: number; currency: string }) | null;
  /** The customer acts at this moment; false if the terminal asks for nothing. */
  tapNow(answer?: TerminalAnswerChoice | TerminalAnswerChoice['kind']): boolean;
  /** Takes it off the network. */
  unplug(): void;
  plugIn(): void;
};

export type Control = {
  /** Chooses what the terminal will answer: the next payment, or always. */
  chooseAnswer(answer: TerminalAnswerChoice, choice?: Choice): void;
  /** Chooses what becomes of the next refund. */
  chooseRefund(answer: z.input<typeof chosenRefundSchema>['answer'], choice?: Choice): void;
  inject(fault: FaultChoice): void;
  clearFaults(on?: Fault['on']): void;
  setRules(change: RulesChange): void;
  /** Every access token given out so far is refused from now on. */
  expireTokens(): void;
  /** Brings a transaction on hold, unknown or not captured to its end; false if there is no such one. */
  settle(transactionId: string, status: SettledStatus): boolean;
  /** Pays out everything that is not paid out yet; `error` is what its sums are wrong by, in minor units. */
  payOut(error?: number): void;
  terminal(id: string): SimulatedTerminal;
  books(): BooksView;
};

/** Kinds that need more said than their name cannot be tapped by name alone. */
function asAnswer(answer: TerminalAnswerChoice | TerminalAnswerChoice['kind']): unknown {
  return typeof answer === 'string' ? { kind: answer } : answer;
}

/** The hands on the simulator: what its customers, its network and its rules shall do. */
export function createControl(world: World, faults: FaultQueue): Control {
  const { books } = world;
  return {
    chooseAnswer: (answer, choice) => {
      world.answers.choose(chosenAnswerSchema.parse({ ...choice, answer }));
    },
    chooseRefund: (answer, choice) => {
      world.refundAnswers.choose(chosenRefundSchema.parse({ ...choice, answer }));
    },
    inject: (fault) => {
      faults.inject(faultSchema.parse(fault));
    },
    clearFaults: (on) => {
      faults.clear(on);
    },
    setRules: (change) => {
      world.rules = changeRules(world.rules, change);
    },
    expireTokens: () => {
      for (const token of world.tokens.keys()) world.tokens.set(token, 0);
    },
    settle: (transactionId, status) => {
      const transaction = books.transaction(transactionId);
      if (!transaction) return false;
      if (status === 'CAPTURED') captureAll(world, transaction);
      else {
        books.book(transaction, {
          event: status === 'AUTHORIZATION_VOIDED' ? 'VOID' : 'AUTHORIZE',
          success: status === 'AUTHORIZED' || status === 'AUTHORIZATION_VOIDED',
          amount: transaction.amount,
          transaction_status: status,
        });
      }
      books.save();
      return true;
    },
    payOut: (error) => {
      payOut(world, error);
      books.save();
    },
    terminal: (id) => terminal(world, id),
    books: () =>
      structuredClone({
        sessions: books.state.sessions,
        transactions: books.state.transactions,
        totals: books.state.transactions.map((one) => ({ transactionId: one.id, ...totalsOf(one) })),
      }),
  };
}

function terminal(world: World, id: string): SimulatedTerminal {
  const { books } = world;
  return {
    prompt: () => {
      const prompt = promptOn(world, id);
      if (!prompt) return null;
      if (prompt.kind === 'payment') {
        const order = books.session(prompt.sessionId)?.order;
        return order ? { ...prompt, amount: order.amount, currency: order.currency } : null;
      }
      const transaction = books.transaction(prompt.transactionId);
      const begun = transaction?.events.find((event) => event.request_id === prompt.requestId);
      return transaction && begun
        ? { ...prompt, amount: begun.amount, currency: transaction.currency }
        : null;
    },
    tapNow: (choice = 'approved') => {
      const answer = terminalAnswerSchema.parse(asAnswer(choice));
      const prompt = promptOn(world, id);
      if (!prompt) return false;
      if (prompt.kind === 'payment') {
        const session = books.session(prompt.sessionId);
        if (session) answerPrompt(world, session, answer);
      } else {
        const transaction = books.transaction(prompt.transactionId);
        const outcome = answer.kind === 'approved' ? 'done' : 'refused';
        if (transaction) finishRefund(world, transaction, prompt.requestId, outcome);
      }
      books.save();
      return true;
    },
    unplug: () => {
      world.unplugged.add(id);
    },
    plugIn: () => {
      world.unplugged.delete(id);
    },
  };
}
