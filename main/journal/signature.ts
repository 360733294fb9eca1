import { constants, createPrivateKey, createPublicKey, generateKeyPair, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { Ore } from '../sale/money.ts';
import type { Signature } from './entries/sale.ts';

/** What one signature covers. `nr` is the receipt number as text; `date` and `time` are the shop's. Amounts in øre. */
export interface SignedFields {
  readonly previous: string;
  readonly date: string;
  readonly time: string;
  readonly nr: string;
  readonly amountIncludingVat: Ore;
  readonly amountExcludingVat: Ore;
}

export interface Signer {
  readonly keyVersion: string;
  /** SPKI, for the journal. */
  readonly publicKeyPem: string;
  sign(fields: SignedFields): Signature;
}

export interface SigningKey {
  /** PKCS#1, for the operating system's key store. */
  readonly privateKeyPem: string;
  /** SPKI, for the journal: anybody can check the chain with it. */
  readonly publicKeyPem: string;
}

/** What the first signature of a till names as the one before it. */
export const noSignatureBefore = '0';

/** The text that is signed, as the Norwegian guideline for cash registers lays it down. */
export function signedText(fields: SignedFields): string {
  const { previous, date, time, nr, amountIncludingVat, amountExcludingVat } = fields;
  return [previous, date, time, nr, decimal(amountIncludingVat), decimal(amountExcludingVat)].join(';');
}

/** Signs with one key. RSA-SHA1 with 1,024 bits is the only RSA form that the tax authority's file accepts. */
export function createSigner(options: { privateKeyPem: string; keyVersion: string }): Signer {
  const key = createPrivateKey(options.privateKeyPem);
  const { keyVersion } = options;
  return {
    keyVersion,
    publicKeyPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
    sign: (fields) => ({
      keyVersion,
      date: fields.date,
      time: fields.time,
      amountIncludingVat: fields.amountIncludingVat,
      amountExcludingVat: fields.amountExcludingVat,
      previous: fields.previous,
      value: sign('RSA-SHA1', Buffer.from(signedText(fields), 'utf8'), {
        key,
        padding: constants.RSA_PKCS1_PADDING,
      }).toString('base64'),
    }),
  };
}

/** Makes a new key pair; takes some milliseconds on another thread. */
export async function makeSigningKey(): Promise<SigningKey> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 1024,
    publicExponent: 65_537,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privateKeyPem: pair.privateKey, publicKeyPem: pair.publicKey };
}

/** Whether a receipt's signature was made with that key over what the signature says it covers. */
export function verifySignature(signature: Signature, receiptNumber: number, publicKeyPem: string): boolean {
  const text = signedText({ ...signature, nr: String(receiptNumber) });
  return verify(
    'RSA-SHA1',
    Buffer.from(text, 'utf8'),
    { key: createPublicKey(publicKeyPem), padding: constants.RSA_PKCS1_PADDING },
    Buffer.from(signature.value, 'base64'),
  );
}

function decimal(amount: Ore): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
