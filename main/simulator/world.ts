import type { Agenda } from './agenda.ts';
import type { AnswerQueue, RefundAnswer, TerminalAnswer } from './answers.ts';
import type { Books } from './books.ts';
import type { Clock } from './clock.ts';
import type { Merchant } from './merchant.ts';
import type { Rules } from './rules.ts';

/** Everything one simulated Dintero consists of; several can stand side by side. */
export type World = {
  clock: Clock;
  merchant: Merchant;
  rules: Rules;
  books: Books;
  agenda: Agenda;
  answers: AnswerQueue<TerminalAnswer>;
  refundAnswers: AnswerQueue<RefundAnswer>;
  /** Access token → the moment it expires. */
  tokens: Map<string, number>;
  /** Terminals without a network. */
  unplugged: Set<string>;
};

/** One call as the till sent it, HTTP taken off. */
export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  /** The body parsed as JSON; undefined without one. */
  body: unknown;
  /** How long the searches do not find a session that this call creates. */
  listedLateMs: number;
};
