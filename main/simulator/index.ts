import type { BookStore } from './books.ts';
import { realClock, stoppable } from './clock.ts';
import type { Clock } from './clock.ts';
import { createControl } from './control.ts';
import type { Control } from './control.ts';
import { createWorld, handleCall } from './dintero.ts';
import { createFaultQueue } from './faults.ts';
import { openHttpDoor } from './http.ts';
import type { ReceivedRequest } from './http.ts';
import { demoMerchant } from './merchant.ts';
import type { Merchant } from './merchant.ts';
import { createRemote } from './remote.ts';
import { changeRules, usualRules } from './rules.ts';
import type { RulesChange } from './rules.ts';

export type { BookStore } from './books.ts';
export type { Clock } from './clock.ts';
export type { BooksView, SettledStatus, SimulatedTerminal, TerminalAnswerChoice } from './control.ts';
export type { FaultChoice } from './faults.ts';
export type { ReceivedRequest } from './http.ts';
export type { Merchant } from './merchant.ts';
export type { RulesChange } from './rules.ts';
export { demoMerchant } from './merchant.ts';

/** A running Dintero with its terminals, and the hands that steer it. */
export type Simulator = Control & {
  /** `http://127.0.0.1:PORT`; the control is under `/simulator/`. */
  url: string;
  /** `url` with `/v1`: what both of the till's base URLs are set to. */
  baseUrl: string;
  merchant: Merchant;
  /** Every request received, the oldest first: a copy. Calls of the control are not among them. */
  requests(): ReceivedRequest[];
  /** Stops listening and cuts every connection. */
  refuseConnections(): Promise<void>;
  /** Listens again on the same port. */
  acceptConnections(): Promise<void>;
  close(): Promise<void>;
};

/** Starts a simulator on 127.0.0.1; several can run side by side. */
export async function startSimulator(
  options: {
    /** Any free port when absent. */
    port?: number;
    merchant?: Merchant;
    rules?: RulesChange;
    clock?: Clock;
    books?: BookStore;
  } = {},
): Promise<Simulator> {
  const clock = stoppable(options.clock ?? realClock);
  const merchant = options.merchant ?? demoMerchant;
  const rules = changeRules(usualRules, options.rules ?? {});
  const world = createWorld({ clock, merchant, rules, store: options.books });
  const faults = createFaultQueue();
  const control = createControl(world, faults);
  const requests = (): ReceivedRequest[] => structuredClone(door.received);
  const steer = createRemote(control, {
    requests,
    refuseFor: (ms) => {
      // The order itself is still answered: the door shuts once its answer has left.
      clock.after(0, () => void door.shut());
      clock.after(ms, () => void door.open());
    },
  });
  const door = await openHttpDoor({
    port: options.port ?? 0,
    clock,
    faults,
    handle: (call) => handleCall(world, call),
    steer,
  });
  return {
    ...control,
    url: door.url,
    baseUrl: `${door.url}/v1`,
    merchant,
    requests,
    refuseConnections: () => door.shut(),
    acceptConnections: () => door.open(),
    close: async () => {
      clock.stopAll();
      await door.shut();
    },
  };
}
