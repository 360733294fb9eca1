import { z } from 'zod';
import { chosenAnswerSchema, chosenRefundSchema, terminalAnswerSchema } from './answers.ts';
import type { Control } from './control.ts';
import { settledStatusSchema } from './control.ts';
import { faultSchema } from './faults.ts';
import type { ReceivedRequest } from './http.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { rulesChangeSchema } from './rules.ts';
import { parseBody } from './validation.ts';

/** What the control needs of the door to the network. */
export type DoorControl = {
  requests(): ReceivedRequest[];
  /** Refuses connections for so long, then listens again. */
  refuseFor(ms: number): void;
};

const settleSchema = z.strictObject({ transactionId: z.string(), status: settledStatusSchema });
const payOutSchema = z.strictObject({ error: z.int().default(0) });
const refuseSchema = z.strictObject({ forMs: z.int().positive() });

function obey<T extends z.ZodType>(
  schema: T,
  body: unknown,
  act: (order: z.infer<T>) => Reply | undefined,
): Reply {
  const parsed = parseBody(schema, body);
  if (!parsed.ok) return parsed.error;
  return act(parsed.value) ?? answer(200, { done: true });
}

/** The control over HTTP, under `/simulator/`, for a test in another process. */
export function createRemote(
  control: Control,
  door: DoorControl,
): (method: string, path: string, query: URLSearchParams, body: unknown) => Reply {
  const steerTerminal = (id: string, order: string | undefined, body: unknown): Reply => {
    const terminal = control.terminal(id);
    switch (order) {
      case undefined:
        return answer(200, { prompt: terminal.prompt() });
      case 'tap':
        return obey(terminalAnswerSchema, body, (tapped) =>
          terminal.tapNow(tapped) ? undefined : problem(409, 'The terminal asks for nothing'),
        );
      case 'unplug':
        terminal.unplug();
        return answer(200, { done: true });
      case 'plug-in':
        terminal.plugIn();
        return answer(200, { done: true });
      default:
        return problem(404, 'Not found');
    }
  };

  return (method, path, query, body) => {
    const [, , what = '', id = '', order] = path.split('/');
    switch (`${method} ${what}`) {
      case 'GET books':
        return answer(200, control.books());
      case 'GET requests':
        return answer(200, door.requests());
      case 'POST answer':
        return obey(chosenAnswerSchema, body, ({ answer: chosen, lasts, terminalId }) => {
          control.chooseAnswer(chosen, { lasts, ...(terminalId !== undefined && { terminalId }) });
        });
      case 'POST refund-answer':
        return obey(chosenRefundSchema, body, ({ answer: chosen, lasts, terminalId }) => {
          control.chooseRefund(chosen, { lasts, ...(terminalId !== undefined && { terminalId }) });
        });
      case 'POST faults':
        return obey(faultSchema, body, (fault) => {
          control.inject(fault);
        });
      case 'DELETE faults':
        return obey(faultSchema.options[0].shape.on.optional(), query.get('on') ?? undefined, (on) => {
          control.clearFaults(on);
        });
      case 'POST rules':
        return obey(rulesChangeSchema, body, (rules) => {
          control.setRules(rules);
        });
      case 'POST expire-tokens':
        control.expireTokens();
        return answer(200, { done: true });
      case 'POST settle':
        return obey(settleSchema, body, ({ transactionId, status }) =>
          control.settle(transactionId, status) ? undefined : problem(404, 'Transaction not found'),
        );
      case 'POST pay-out':
        return obey(payOutSchema, body, ({ error }) => {
          control.payOut(error);
        });
      case 'POST refuse':
        return obey(refuseSchema, body, ({ forMs }) => {
          door.refuseFor(forMs);
        });
      case 'GET terminals':
        return steerTerminal(id, undefined, body);
      case 'POST terminals':
        return steerTerminal(id, order ?? '', body);
      default:
        return problem(404, 'Not found');
    }
  };
}
