import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigner, signedText, verifySignature } from '../../../main/journal/index.ts';
import { ore } from '../../../main/sale/money.ts';
import { signingKey } from './shop.ts';

const fields = {
  previous: '0',
  date: '2014-01-24',
  time: '23:59:59',
  nr: '123456789',
  amountIncludingVat: ore(125_000),
  amountExcludingVat: ore(100_000),
};

describe('the signature of a receipt', () => {
  it('covers six fields between semicolons, amounts with two decimals and a point', () => {
    expect(signedText(fields)).toBe('0;2014-01-24;23:59:59;123456789;1250.00;1000.00');
    const returned = { ...fields, amountIncludingVat: ore(-1250), amountExcludingVat: ore(-5) };
    expect(signedText(returned)).toBe('0;2014-01-24;23:59:59;123456789;-12.50;-0.05');
    expect(signedText({ ...fields, amountIncludingVat: ore(0), amountExcludingVat: ore(7) })).toMatch(
      /;0\.00;0\.07$/,
    );
  });

  it('writes every amount so that it can be read back to the øre', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        const said = signedText({ ...fields, amountExcludingVat: ore(amount) }).split(';')[5] ?? '';
        expect(said).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/);
        expect(BigInt(said.replace('.', ''))).toBe(BigInt(amount));
      }),
    );
  });

  it('is one line of 172 base64 characters that anybody checks with RSA-SHA1 and the public key', () => {
    const signed = createSigner({ privateKeyPem: signingKey.privateKeyPem, keyVersion: '1' }).sign(fields);
    expect(signed.value).toMatch(/^[A-Za-z0-9+/]{171}=$/);
    const bytes = Buffer.from(signed.value, 'base64');
    expect(verify('RSA-SHA1', Buffer.from(signedText(fields)), signingKey.publicKeyPem, bytes)).toBe(true);
    expect(verifySignature(signed, 123_456_789, signingKey.publicKeyPem)).toBe(true);
  });

  it('is not true for another number, amount, time or predecessor', () => {
    const signed = createSigner({ privateKeyPem: signingKey.privateKeyPem, keyVersion: '1' }).sign(fields);
    const is = (changed: Partial<typeof signed>, nr = 123_456_789) =>
      verifySignature({ ...signed, ...changed }, nr, signingKey.publicKeyPem);
    expect(is({}, 123_456_788)).toBe(false);
    expect(is({ amountIncludingVat: ore(125_001) })).toBe(false);
    expect(is({ time: '11:59:59' })).toBe(false);
    expect(is({ previous: '1' })).toBe(false);
  });

  it('is made with a key of the only form the tax authority takes', () => {
    expect(signingKey.privateKeyPem).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/);
    expect(signingKey.publicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(createPublicKey(signingKey.publicKeyPem).asymmetricKeyDetails).toMatchObject({
      modulusLength: 1024,
      publicExponent: 65_537n,
    });
  });
});
