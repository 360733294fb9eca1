import { describe, expect, it } from 'vitest';
import { basic, openTill, tokenBody } from './till.ts';
import type { Problem } from './till.ts';

const tokenPath = '/accounts/T12345678/auth/token';

describe('a till that asks for an access token', () => {
  it('gets one for its client credentials, with the lifetime that was set', async () => {
    const till = await openTill({ rules: { tokenLifetimeSeconds: 90 } });
    const { status, body } = await till.call('POST', tokenPath, tokenBody, basic());
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 90 });
    const { access_token: token } = body as { access_token: string };
    const read = await till.call('GET', '/sessions', undefined, { authorization: `Bearer ${token}` });
    expect(read.status).toBe(200);
  });

  it.each([
    ['a wrong secret', tokenPath, tokenBody, basic('training-client', 'wrong'), 401],
    ['no credentials', tokenPath, tokenBody, { authorization: '' }, 401],
    ['another account in the path', '/accounts/T99999999/auth/token', tokenBody, basic(), 403],
    ['another grant', tokenPath, { ...tokenBody, grant_type: 'password' }, basic(), 400],
    ['no audience', tokenPath, { grant_type: 'client_credentials' }, basic(), 400],
    [
      'the audience of another account',
      tokenPath,
      { ...tokenBody, audience: 'https://api.dintero.com/v1/accounts/T99999999' },
      basic(),
      400,
    ],
  ])('is refused with %s', async (_what, path, body, headers, expected) => {
    const till = await openTill();
    const heard = await till.call<Problem>('POST', path, body, headers);
    expect(heard.status).toBe(expected);
    expect(heard.body.error.message).not.toBe('');
  });
});

describe('an access token', () => {
  it.each([{ authorization: '' }, { authorization: 'Bearer nobody' }, basic()])(
    'must be there and be known: %o is refused',
    async (headers) => {
      const till = await openTill();
      const heard = await till.call<Problem>('GET', '/sessions', undefined, headers);
      expect(heard.status).toBe(401);
      expect(heard.body.error.code).toBe('UNAUTHORIZED');
    },
  );

  it('is refused from the second it expires', async () => {
    const till = await openTill({ rules: { tokenLifetimeSeconds: 60 } });
    till.clock.advance(59_999);
    expect((await till.call('GET', '/sessions')).status).toBe(200);
    till.clock.advance(1);
    expect((await till.call('GET', '/sessions')).status).toBe(401);
  });

  it('is refused in the middle of polling when it is taken back, and a new one is accepted', async () => {
    const till = await openTill();
    const { body } = await till.create();
    till.simulator.expireTokens();
    expect((await till.call('GET', `/sessions/${body.id}`)).status).toBe(401);
    const given = await till.call<{ access_token: string }>('POST', tokenPath, tokenBody, basic());
    const headers = { authorization: `Bearer ${given.body.access_token}` };
    expect((await till.call('GET', `/sessions/${body.id}`, undefined, headers)).status).toBe(200);
  });
});

describe('the account', () => {
  it('lists its stores with the seller and the terminals of each', async () => {
    const till = await openTill();
    const { body } = await till.call<{ stores: unknown[] }>('GET', '/accounts/T12345678/stores');
    expect(body.stores).toHaveLength(2);
    expect(body.stores[0]).toMatchObject({
      store_id: 'oslo-center',
      payout_destination: { payout_destination_id: 'seller-1' },
      number_of_terminals: 2,
      terminals: [{ terminal_id: 'T0292', status: 'ACTIVE' }, { terminal_id: 'T0293' }],
    });
  });

  it('lists its terminals, or those of one store', async () => {
    const till = await openTill();
    const path = '/accounts/T12345678/terminals';
    const all = await till.call<{ terminals: { terminal_id: string }[] }>('GET', path);
    expect(all.body.terminals.map((one) => one.terminal_id)).toEqual(['T0292', 'T0293', 'T0400']);
    const some = await till.call<{ terminals: unknown[] }>('GET', `${path}?store_id=bergen-city`);
    expect(some.body.terminals).toMatchObject([{ terminal_id: 'T0400', payout_destination_id: 'seller-2' }]);
  });

  it('shows one terminal, and 404 for one it does not have', async () => {
    const till = await openTill();
    const one = await till.call('GET', '/accounts/T12345678/terminals/T0292');
    expect(one.body).toMatchObject({ terminal_id: 'T0292', status: 'ACTIVE', store_id: 'oslo-center' });
    expect((await till.call('GET', '/accounts/T12345678/terminals/T9999')).status).toBe(404);
  });

  it('is not shown to the client of another account', async () => {
    const till = await openTill();
    expect((await till.call('GET', '/accounts/T99999999/stores')).status).toBe(403);
  });
});

it('an address that Dintero does not have is not found', async () => {
  const till = await openTill();
  expect((await till.call('GET', '/nothing')).status).toBe(404);
  expect((await till.call('PUT', '/sessions-profile', {})).status).toBe(404);
});
