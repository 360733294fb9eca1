import type { EnrolledTerminal, Profile, Store } from './merchant.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { parseBody, tokenBodySchema } from './validation.ts';
import type { Call, World } from './world.ts';

/** `POST /v1/accounts/{aid}/auth/token` with the client's credentials. */
export function giveToken(world: World, call: Call, accountId: string): Reply {
  const { merchant, tokens, clock, rules, books } = world;
  const expected = Buffer.from(`${merchant.clientId}:${merchant.clientSecret}`).toString('base64');
  if (call.headers['authorization'] !== `Basic ${expected}`) return problem(401, 'Wrong client id or secret');
  if (accountId !== merchant.accountId) return problem(403, 'The client does not belong to this account');
  const parsed = parseBody(tokenBodySchema, call.body);
  if (!parsed.ok) return parsed.error;
  if (!parsed.value.audience.endsWith(`/v1/accounts/${accountId}`)) {
    return problem(400, 'audience does not name the account');
  }
  const token = `simulated.${books.nextId()}`;
  tokens.set(token, clock.now() + rules.tokenLifetimeSeconds * 1000);
  return answer(200, {
    access_token: token,
    token_type: 'Bearer',
    expires_in: rules.tokenLifetimeSeconds,
  });
}

/** What is wrong with the call's access token, or null. */
export function refuseToken(world: World, call: Call): Reply | null {
  const token = /^Bearer (.+)$/.exec(call.headers['authorization'] ?? '')?.[1];
  if (token === undefined) return problem(401, 'No access token');
  const expires = world.tokens.get(token);
  if (expires === undefined) return problem(401, 'Invalid access token');
  return world.clock.now() >= expires ? problem(401, 'The access token has expired') : null;
}

function storeView({ merchant }: World, store: Store): Record<string, unknown> {
  const terminals = merchant.terminals.filter((one) => one.storeId === store.id);
  return {
    id: `${merchant.accountId}-${store.id}`,
    store_id: store.id,
    store_name: store.name,
    status: 'ACTIVE',
    organization: { organization_number: store.organisationNumber },
    payout_destination: { payout_destination_id: store.payoutDestinationId, status: 'ACTIVE' },
    number_of_terminals: terminals.length,
    terminals: terminals.map((one) => ({
      terminal_id: one.id,
      device_serial_number: one.serialNumber,
      status: one.status,
    })),
  };
}

function terminalView(world: World, terminal: EnrolledTerminal): Record<string, unknown> {
  const store = world.merchant.stores.find((one) => one.id === terminal.storeId);
  return {
    terminal_id: terminal.id,
    device_serial_number: terminal.serialNumber,
    device_model: terminal.model,
    status: terminal.status,
    store_id: terminal.storeId,
    ...(store && { payout_destination_id: store.payoutDestinationId }),
  };
}

/** `GET /v1/accounts/{aid}/stores`. */
export function listStores(world: World): Reply {
  return answer(200, { stores: world.merchant.stores.map((store) => storeView(world, store)) });
}

/** `GET /v1/accounts/{aid}/stores/{id}`. */
export function readStore(world: World, id: string): Reply {
  const store = world.merchant.stores.find((one) => one.id === id);
  return store ? answer(200, storeView(world, store)) : problem(404, 'Store not found');
}

function profileView({ id, methods }: Profile): Record<string, unknown> {
  return { profile_id: id, description: methods.join(', '), configuration: { methods } };
}

/** `GET /v1/admin/session/profiles`. */
export function listProfiles({ merchant }: World): Reply {
  return answer(200, { profiles: merchant.profiles.map(profileView) });
}

/** `GET /v1/admin/session/profiles/{id}`. */
export function readProfile({ merchant }: World, id: string): Reply {
  const profile = merchant.profiles.find((one) => one.id === id);
  return profile ? answer(200, profileView(profile)) : problem(404, 'Profile not found');
}

/** `GET /v1/accounts/{aid}/terminals`. */
export function listTerminals(world: World, query: URLSearchParams): Reply {
  const wanted = query.getAll('store_id');
  const terminals = world.merchant.terminals.filter(
    (one) => wanted.length === 0 || wanted.includes(one.storeId),
  );
  return answer(200, { terminals: terminals.map((one) => terminalView(world, one)) });
}

/** `GET /v1/accounts/{aid}/terminals/{id}`. */
export function readTerminal(world: World, id: string): Reply {
  const terminal = world.merchant.terminals.find((one) => one.id === id);
  return terminal ? answer(200, terminalView(world, terminal)) : problem(404, 'Terminal not found');
}
