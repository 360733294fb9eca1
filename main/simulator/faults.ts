import { z } from 'zod';

export const operationNames = [
  'token',
  'create',
  'readSession',
  'findSessions',
  'cancel',
  'readTransaction',
  'findTransactions',
  'nameTransaction',
  'refund',
  'capture',
  'void',
  'profiles',
  'stores',
  'terminals',
  'startOperation',
  'readOperations',
  'settlements',
] as const;

/** The calls that the simulator knows, by what a till wants of them. */
export type Operation = (typeof operationNames)[number];

const where = {
  on: z.enum(['any', ...operationNames]),
  /** `always` is until it is cleared. */
  lasts: z.enum(['next', 'always']).default('next'),
};

/** Whether the call took effect before its answer went wrong. */
const effect = z.enum(['none', 'done']).default('none');

export const faultSchema = z.discriminatedUnion('kind', [
  /** The connection is torn down before the request is read. */
  z.strictObject({ ...where, kind: z.literal('reset') }),
  z.strictObject({
    ...where,
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    message: z.string().default('Played by the simulator'),
    retryAfterSeconds: z.int().nonnegative().optional(),
    effect,
  }),
  /** The connection is torn down instead of an answer. */
  z.strictObject({ ...where, kind: z.literal('answer-lost'), effect }),
  /** The connection stays open and nothing ever comes. */
  z.strictObject({ ...where, kind: z.literal('silent'), effect }),
  /** The true answer, late; the effect comes with the request (`first`) or with the answer (`last`). */
  z.strictObject({
    ...where,
    kind: z.literal('late'),
    ms: z.int().nonnegative(),
    effect: z.enum(['first', 'last']).default('first'),
  }),
  /** A captive portal's page instead of JSON. */
  z.strictObject({ ...where, kind: z.literal('html'), status: z.int().default(200), effect }),
  /** A captive portal's redirect. */
  z.strictObject({ ...where, kind: z.literal('redirect') }),
  /** The effect is had, and half of the JSON comes back, as whole as HTTP can tell. */
  z.strictObject({ ...where, kind: z.literal('truncated') }),
  /** The session is created, and the searches do not find it for a while. */
  z.strictObject({
    on: z.literal('create'),
    lasts: where.lasts,
    kind: z.literal('listed-late'),
    ms: z.int().nonnegative(),
  }),
]);

/** Something that goes wrong on the way to Dintero or back. */
export type Fault = z.infer<typeof faultSchema>;

/** A fault as it is written by hand: what has a usual value may be left out. */
export type FaultChoice = z.input<typeof faultSchema>;

export type FaultQueue = {
  inject(fault: Fault): void;
  /** The fault for this call, if there is one; a `next` fault is used up. */
  take(operation: Operation): Fault | undefined;
  /** Forgets the faults of one operation, or all. */
  clear(on?: Fault['on']): void;
};

/** An empty queue: one-time faults are played in the order they were injected, before standing ones. */
export function createFaultQueue(): FaultQueue {
  let faults: Fault[] = [];
  return {
    inject: (fault) => {
      faults.push(fault);
    },
    take: (operation) => {
      const fits = faults.filter((fault) => fault.on === operation || fault.on === 'any');
      const chosen = fits.find((fault) => fault.lasts === 'next') ?? fits[0];
      if (chosen?.lasts === 'next') faults = faults.filter((fault) => fault !== chosen);
      return chosen;
    },
    clear: (on) => {
      faults = on === undefined ? [] : faults.filter((fault) => fault.on !== on);
    },
  };
}
