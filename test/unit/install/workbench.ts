import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cipher, KeyStore } from '../../../main/install/secrets.ts';

/** A cipher that can be told from plain text and from another machine's. */
export function cipherOf(machine: string): Cipher {
  return {
    encrypt: (text) => Promise.resolve(Buffer.from(`${machine}:${Buffer.from(text).toString('hex')}`)),
    decrypt: (bytes) => {
      const [by, hex] = Buffer.from(bytes).toString().split(':');
      if (by !== machine) return Promise.reject(new Error('another machine sealed it'));
      return Promise.resolve(Buffer.from(hex ?? '', 'hex').toString());
    },
  };
}

export const guarded: KeyStore = { kind: 'protected', weak: false, cipher: cipherOf('this') };

export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'kvitt-install-'));
}

export const right = {
  accountId: 'T12345678',
  client: { id: 'client-1', secret: 'dont-tell-anybody' },
  profileId: 'T12345678.inperson',
  store: { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-1' },
  currency: 'NOK',
  seller: {
    name: 'Kaffehjørnet AS',
    organisationNumber: '923663487',
    vatRegistered: true,
    address: ['Storgata 1', '0155 Oslo'],
  },
  dintero: { checkoutUrl: 'http://127.0.0.1:8080/v1' },
  operators: [{ name: 'Kari', role: 'manager', pin: '1234' }],
  catalogue: 'articles.csv',
  language: 'en',
};

export const articles =
  'id;name;price;vat;group;barcode\n1;Kaffe;39,00;15;Drikke;\n2;Kopp;129,00;25;Utstyr;\n';

/** A provisioning file with its catalogue in a folder of its own. */
export function written(content: unknown, catalogue = articles): string {
  const where = folder();
  writeFileSync(join(where, 'articles.csv'), catalogue);
  const file = join(where, 'provisioning.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return file;
}
