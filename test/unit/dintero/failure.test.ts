import { describe, expect, it } from 'vitest';
import { errorFromThrown } from '../../../main/dintero/failure.ts';
import { retryAfterMs } from '../../../main/dintero/retry-after.ts';

const chromium = (code: string) => new Error(`net::${code}`);
const node = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

describe('what the network threw', () => {
  it.each([
    [chromium('ERR_NAME_NOT_RESOLVED'), 'dns'],
    [chromium('ERR_CONNECTION_REFUSED'), 'refused'],
    [chromium('ERR_INTERNET_DISCONNECTED'), 'offline'],
    [chromium('ERR_PROXY_CONNECTION_FAILED'), 'proxy'],
    [chromium('ERR_TUNNEL_CONNECTION_FAILED'), 'proxy'],
    [chromium('ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    [node('ECONNREFUSED'), 'refused'],
    [node('ENOTFOUND'), 'dns'],
    [node('EAI_AGAIN'), 'dns'],
    [node('CERT_HAS_EXPIRED'), 'tls'],
    [node('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls'],
    [node('ERR_INVALID_URL'), 'address'],
  ])('proves with %s that nothing was sent', (thrown, reason) => {
    expect(errorFromThrown(thrown)).toMatchObject({ kind: 'not-sent', reason });
  });

  it.each([
    [chromium('ERR_CONNECTION_RESET'), 'cut'],
    [chromium('ERR_EMPTY_RESPONSE'), 'cut'],
    [chromium('ERR_NETWORK_CHANGED'), 'cut'],
    [chromium('ERR_NETWORK_IO_SUSPENDED'), 'cut'],
    [chromium('ERR_ABORTED'), 'cut'],
    [chromium('ERR_SSL_PROTOCOL_ERROR'), 'cut'],
    [chromium('ERR_ADDRESS_UNREACHABLE'), 'cut'],
    [chromium('ERR_TIMED_OUT'), 'timeout'],
    [chromium('ERR_CONNECTION_TIMED_OUT'), 'timeout'],
    [node('ECONNRESET'), 'cut'],
    [node('EPIPE'), 'cut'],
    [node('UND_ERR_SOCKET'), 'cut'],
    [node('UND_ERR_HEADERS_TIMEOUT'), 'timeout'],
    [node('ETIMEDOUT'), 'timeout'],
    [new Error('something nobody has seen before'), 'cut'],
    ['not even an error', 'cut'],
    [undefined, 'cut'],
  ])('proves nothing with %s', (thrown, reason) => {
    expect(errorFromThrown(thrown)).toMatchObject({ kind: 'no-answer', reason });
  });

  it('may be a redirect that Electron would not follow: somebody answered, but not Dintero', () => {
    expect(errorFromThrown(new Error('Redirect was cancelled'))).toMatchObject({
      kind: 'unreadable',
      status: null,
    });
  });

  it('leaves nothing of the request in the error', () => {
    const thrown = Object.assign(new Error('Bearer abc failed'), {
      code: 'ERR_NETWORK',
      config: { headers: { Authorization: 'Bearer abc' }, data: '{"amount":1}' },
    });
    expect(errorFromThrown(thrown)).toEqual({ kind: 'no-answer', reason: 'cut', detail: 'ERR_NETWORK' });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['12', 12_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 12:01:30 GMT', 90_000],
    ['Sun, 22 Nov 2026 11:59:00 GMT', 0],
    ['soon', undefined],
    ['-3', undefined],
    ['1.5', undefined],
    ['Sun, maybe', undefined],
    [null, undefined],
  ])('%s is %s milliseconds', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});
