import { afterEach } from 'vitest';
import { startSimulator } from '../../../main/simulator/index.ts';
import type { Simulator } from '../../../main/simulator/index.ts';
import type { SessionRecord, TransactionRecord } from '../../../main/simulator/records.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { virtualClock } from './virtual-clock.ts';

type Options = NonNullable<Parameters<typeof startSimulator>[0]>;

export type Heard<T = Record<string, unknown>> = { status: number; headers: Headers; body: T };

export type Problem = {
  error: { code: string; message: string; errors?: { path: string; message: string }[] };
};

/** The shop's end of the wire: it sends what a till sends, with a token of its own. */
export type Till = {
  simulator: Simulator;
  clock: ReturnType<typeof virtualClock>;
  call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Heard<T>>;
  /** Creates a session; `change` is merged over an ordinary sale. */
  create(change?: SaleChange): Promise<Heard<{ id: string; publish: { status: string }[] } & Problem>>;
  session(id: string): Promise<SessionRecord>;
  transaction(id: string | undefined): Promise<TransactionRecord & { settlement_status: string }>;
  /** Creates a session, lets the terminal answer, and gives the transaction. */
  pay(reference?: string, change?: SaleChange): Promise<TransactionRecord>;
};

export type SaleChange = {
  order?: Record<string, unknown>;
  store?: Record<string, unknown>;
  top?: Record<string, unknown>;
};

/** An ordinary sale of 399.00 kroner on terminal T0292. */
export function saleBody({ order, store, top }: SaleChange = {}): Record<string, unknown> {
  return {
    profile_id: 'T12345678.inperson',
    url: { return_url: 'https://example.com/return' },
    order: {
      amount: 39900,
      currency: 'NOK',
      merchant_reference: 'till1-000001-a1',
      items: [
        {
          id: 'sku-coffee-001',
          line_id: '1',
          description: 'Coffee',
          quantity: 2,
          amount: 39900,
          vat_amount: 4275,
          vat: 12,
        },
      ],
      store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1', ...store },
      ...order,
    },
    configuration: {
      seitatech: {
        type: 'payment_type',
        in_person: { type: 'payment_product_type', enabled: true },
      },
    },
    ...top,
  };
}

export function basic(id = 'training-client', secret = 'training-secret'): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

export const tokenBody = {
  grant_type: 'client_credentials',
  audience: 'https://api.dintero.com/v1/accounts/T12345678',
};

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

/** Starts a simulator on a clock of the test's own, and a till that talks to it over HTTP. */
export async function openTill(options: Omit<Options, 'clock'> = {}): Promise<Till> {
  const clock = virtualClock();
  const simulator = await startSimulator({ port: await ownPort(), ...options, clock });
  running.push(simulator);
  let token = '';

  const call = (async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(simulator.baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
  }) as Till['call'];
  const given = await call<{ access_token: string }>(
    'POST',
    '/accounts/T12345678/auth/token',
    tokenBody,
    basic(),
  );
  token = given.body.access_token;

  const till: Till = {
    simulator,
    clock,
    call,
    create: (change) =>
      call('POST', '/sessions-profile', saleBody(change), {
        'dintero-feature-toggles': 'strict-session-amounts',
      }),
    session: async (id) => (await call<SessionRecord>('GET', `/sessions/${id}`)).body,
    transaction: async (id) =>
      (await call<TransactionRecord & { settlement_status: string }>('GET', `/transactions/${id ?? 'none'}`))
        .body,
    pay: async (reference = 'till1-000001-a1', change = {}) => {
      const { body } = await till.create({
        ...change,
        order: { merchant_reference: reference, ...change.order },
      });
      clock.advance(2000);
      const session = await till.session(body.id);
      return till.transaction(session.transaction_id);
    },
  };
  return till;
}
