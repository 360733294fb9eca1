import { describe, expect, it } from 'vitest';
import { isOrganisationNumber, isWebAddress } from '../../../main/install/fields.ts';
import { checkProvisioning } from '../../../main/install/provisioning.ts';
import { refusalSentences } from '../../../main/install/refusal.ts';
import { wordsFor } from '../../../main/words/index.ts';
import { right } from './workbench.ts';

function mistakes(content: unknown): string[] {
  const checked = checkProvisioning(content);
  return checked.ok ? [] : checked.error.map((one) => `${one.path} ${one.problem} ${one.expected}`);
}

describe('a provisioning file', () => {
  it('is taken when all is right, with the specified page’s ways where nothing is said', () => {
    const { dintero: _left, operators: _out, catalogue: _and, language: _too, ...least } = right;
    const checked = checkProvisioning(least);
    expect(checked.ok && checked.value.dintero).toEqual({
      checkoutUrl: 'https://checkout.dintero.com/v1',
      apiUrl: 'https://api.dintero.com/v1',
      returnUrl: 'https://example.com/return',
      callbackUrl: '',
      sendSeitatechBlock: true,
      publishToTerminal: false,
      refundAtTerminal: false,
    });
    expect(checked.ok && checked.value.operators).toBeUndefined();
  });

  it('may have lost its secret to an earlier start', () => {
    expect(mistakes({ ...right, client: { id: 'client-1' } })).toEqual([]);
  });

  const wrong: readonly (readonly [unknown, string])[] = [
    [{ ...right, accountId: undefined }, 'accountId missing account-id'],
    [{ ...right, accountId: '12345678' }, 'accountId wrong-value account-id'],
    [{ ...right, accountId: 12_345_678 }, 'accountId wrong-type account-id'],
    [{ ...right, acountId: 'T12345678' }, 'acountId unknown-field known-field'],
    [{ ...right, client: { ...right.client, secret: '' } }, 'client.secret empty secret'],
    [{ ...right, client: { ...right.client, id: ' ' } }, 'client.id empty text'],
    [{ ...right, client: 'x' }, 'client wrong-type object'],
    [{ ...right, store: { ...right.store, id: 'o'.repeat(41) } }, 'store.id wrong-value identifier'],
    [{ ...right, store: { ...right.store, terminalId: 'T 1' } }, 'store.terminalId wrong-value identifier'],
    [{ ...right, currency: 'USD' }, 'currency wrong-value currency'],
    [
      { ...right, seller: { ...right.seller, organisationNumber: '923663488' } },
      'seller.organisationNumber wrong-value organisation-number',
    ],
    [
      { ...right, seller: { ...right.seller, vatRegistered: 'yes' } },
      'seller.vatRegistered wrong-type yes-no',
    ],
    [{ ...right, seller: { ...right.seller, address: [] } }, 'seller.address wrong-value text-list'],
    [{ ...right, seller: { ...right.seller, name: 'n'.repeat(81) } }, 'seller.name too-long text'],
    [{ ...right, dintero: { apiUrl: 'http://api.example.com' } }, 'dintero.apiUrl wrong-value address-https'],
    [{ ...right, dintero: { callbackUrl: 'nowhere' } }, 'dintero.callbackUrl wrong-value address-or-empty'],
    [{ ...right, operators: 'Kari' }, 'operators wrong-type list'],
    [
      { ...right, operators: [{ name: 'Ola', role: 'cashier', pin: '1234' }] },
      'operators wrong-value operator-manager',
    ],
    [
      {
        ...right,
        operators: [
          { name: 'Kari', role: 'manager', pin: '1234' },
          { name: ' kari', role: 'cashier', pin: '4321' },
        ],
      },
      'operators[1].name wrong-value operator-once',
    ],
    [
      { ...right, operators: [{ name: 'Kari', role: 'boss', pin: '1234' }] },
      'operators[0].role wrong-value operator-role',
    ],
    [
      { ...right, operators: [{ name: 'Kari', role: 'manager', pin: 1234 }] },
      'operators[0].pin wrong-type pin',
    ],
    [{ ...right, printer: { kind: 'laser' } }, 'printer.kind wrong-value printer-kind'],
    [{ ...right, printer: { kind: 'network' } }, 'printer.address missing printer-address'],
    [
      { ...right, printer: { kind: 'device', address: '/etc/passwd' } },
      'printer.address wrong-value printer-address',
    ],
    [{ ...right, printer: { kind: 'system', columns: 40 } }, 'printer.columns wrong-type paper-columns'],
    [{ ...right, catalogue: '' }, 'catalogue empty catalogue-file'],
    [{ ...right, language: 'de' }, 'language wrong-value language'],
  ];
  it.each(wrong)('names the mistake %#', (content, mistake) => {
    expect(mistakes(content)).toEqual([mistake]);
  });

  it('gets all its mistakes named at once, each in a sentence that names the field', () => {
    const checked = checkProvisioning({ ...right, accountId: 'x', store: { id: 'a b' }, extra: 1 });
    const found = checked.ok ? [] : checked.error;
    expect(found.map(({ path }) => path)).toEqual([
      'accountId',
      'store.id',
      'store.terminalId',
      'store.payoutDestinationId',
      'extra',
    ]);
    for (const language of ['nb', 'en'] as const) {
      const refusals = found.map((mistake) => ({ kind: 'field', mistake }) as const);
      const sentences = refusalSentences(refusals, wordsFor(language));
      expect(sentences).toHaveLength(found.length);
      found.forEach(({ path }, at) => expect(sentences[at]).toContain(path));
    }
  });

  it('takes plain http to this machine only', () => {
    for (const address of [
      'https://api.dintero.com/v1',
      'http://127.0.0.1:1/v1',
      'http://localhost',
      'http://[::1]:8',
    ]) {
      expect(isWebAddress(address), address).toBe(true);
    }
    for (const address of [
      'http://api.dintero.com',
      'http://127.0.0.1.example.com',
      'http://localhost.example.com',
      'https://user:word@api.dintero.com',
      'ftp://localhost',
      'api.dintero.com',
      '',
    ]) {
      expect(isWebAddress(address), address).toBe(false);
    }
  });

  it('knows an organisation number by its check digit', () => {
    expect(['923663487', '974760673', '999999999'].every(isOrganisationNumber)).toBe(true);
    expect(['923663486', '92366348', '9236634871', 'abcdefghi', ''].some(isOrganisationNumber)).toBe(false);
  });
});
