import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLine } from '../../../main/shell/log-line.ts';
import { createRedactor } from '../../../main/shell/redact.ts';

function clean(text: string, ...secrets: string[]): string {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.know(secret);
  return redactor.redact(text);
}

describe('a line in the log', () => {
  it.each([
    ['Authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['Authorization: Bearer abc.def.ghi', 'abc.def.ghi'],
    ['{"authorization":"Bearer abcdefghij"}', 'abcdefghij'],
    ['sent with bearer 0123456789abcdef', '0123456789abcdef'],
    ['{"client_secret":"hunter2"}', 'hunter2'],
    ['{"clientSecret": "with \\" inside"}', 'inside'],
    ['client_secret=hunter2&x=1', 'hunter2'],
    ['{"access_token":"opaque"}', 'opaque'],
    ['pin: 1234', '1234'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'eyJzdWIiOiIxIn0'],
    ['https://kari:hunter2@example.com/', 'hunter2'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIC\n-----END RSA PRIVATE KEY-----', 'MIIC'],
    ['card 4242 4242 4242 4242 used', '4242 4242 4242 4242'],
    ['card 5555-5555-5555-4444', '5555-5555'],
    ['4111111111111111', '411111111111'],
  ])('does not hold the secret in %j', (text, secret) => {
    expect(clean(text)).not.toContain(secret);
  });

  it('keeps what a person needs to look into a fault', () => {
    for (const text of [
      'GET /v1/sessions/T12345678.4VtcpoWEsGK4gDxGZA 200 in 34 ms',
      'at run (/app/out/main/index.js:1234:5678)',
      '2026-11-22T12:28:06.592Z K7F3QD-417-1 amount 39900',
      'org 923663487, receipt K7F3QD-R417',
      'number 4242424242424243 is no card',
    ]) {
      expect(clean(text)).toBe(text);
    }
  });

  it('never holds a secret that the till knows, however it is written', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, unit: 'binary' }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          const line = clean(logLine('sent', { body: before + secret + after }), secret);
          fc.pre(!before.includes(secret) && !after.includes(secret));
          expect(line).not.toContain(JSON.stringify(secret).slice(1, -1));
          expect(clean(`?s=${encodeURIComponent(secret)}`, secret)).not.toContain(encodeURIComponent(secret));
        },
      ),
    );
  });

  it('tells a thrown value with its cause, also one that holds itself', () => {
    const cause = new Error('the disk said no');
    const thrown = new Error('not written', { cause });
    expect(logLine('failed', { thrown })).toContain('the disk said no');
    const round: Record<string, unknown> = {};
    round['round'] = round;
    expect(logLine('round', round)).toContain('[again]');
  });
});
