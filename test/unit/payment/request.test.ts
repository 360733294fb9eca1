import { describe, expect, it } from 'vitest';
import { endingOfLostCreate } from '../../../main/payment/create-answer.ts';
import { sessionRequest } from '../../../main/payment/request.ts';
import { ore, thousandths, vatRate } from '../../../main/sale/money.ts';

const line = {
  lineId: '1',
  articleId: 'sku-1',
  description: 'Ost',
  group: '',
  unitPrice: ore(20_000),
  quantity: thousandths(750),
  vatRate: vatRate(1_500),
  discount: null,
  reduction: ore(0),
  amount: ore(15_000),
  vatAmount: ore(1_957),
} as const;

const payable = {
  saleId: 'TEST22-1',
  attemptId: 'TEST22-1-1',
  amount: ore(15_000),
  currency: 'NOK',
  lines: [line],
} as const;

const choices = [true, false];
const combinations = choices.flatMap((sendSeitatechBlock) =>
  choices.flatMap((publishToTerminal) =>
    ['', 'https://shop.example.com/called'].map((callbackUrl) => ({
      sendSeitatechBlock,
      publishToTerminal,
      callbackUrl,
    })),
  ),
);

describe('The request for a session', () => {
  it.each(combinations)('sends just what the install is set to: %j', (chosen) => {
    const request = sessionRequest(
      {
        profileId: 'T12345678.inperson',
        store: { id: 'oslo-center', terminalId: 'T0292', payoutDestinationId: 'seller-1' },
        dintero: { returnUrl: 'https://example.com/return', ...chosen },
      },
      payable,
    );
    const configuration = {
      ...(chosen.sendSeitatechBlock && {
        seitatech: { type: 'payment_type', in_person: { type: 'payment_product_type', enabled: true } },
      }),
      ...(chosen.publishToTerminal && { publish: [{ channel: 'push', type: 'terminal' }] }),
    };
    expect(request).toEqual({
      profile_id: 'T12345678.inperson',
      url: {
        return_url: 'https://example.com/return',
        ...(chosen.callbackUrl !== '' && { callback_url: chosen.callbackUrl }),
      },
      order: {
        amount: 15_000,
        currency: 'NOK',
        merchant_reference: 'TEST22-1-1',
        items: [
          {
            id: 'sku-1',
            line_id: '1',
            description: 'Ost',
            quantity: 0.75,
            amount: 15_000,
            vat_amount: 1_957,
            vat: 15,
          },
        ],
        store: { id: 'oslo-center', terminal_id: 'T0292', payout_destination_id: 'seller-1' },
      },
      ...(Object.keys(configuration).length > 0 && { configuration }),
      metadata: { ext_sale_id: 'TEST22-1', ext_attempt_id: 'TEST22-1-1' },
    });
  });
});

describe('A request that went wrong', () => {
  it.each([
    [{ kind: 'no-answer', reason: 'timeout', detail: '' } as const],
    [{ kind: 'no-answer', reason: 'cut', detail: '' } as const],
    [{ kind: 'server', status: 500 } as const],
    [{ kind: 'unreadable', status: 200, looksLikeHtml: true, detail: '' } as const],
  ])('may have put the amount on the terminal all the same: %j', (error) => {
    expect(endingOfLostCreate(error).kind).toBe('lost');
  });

  it.each([
    ['not-sent', { kind: 'not-sent', reason: 'dns', detail: '' } as const],
    ['refused', { kind: 'refused', status: 400, message: 'Store not found' } as const],
    ['terminal-busy', { kind: 'refused', status: 409, message: 'Conflict' } as const],
    ['terminal-busy', { kind: 'refused', status: 400, message: 'Terminal T0292 is busy' } as const],
    ['terminal-offline', { kind: 'refused', status: 400, message: 'Terminal T0292 is offline' } as const],
  ])('certainly did nothing (%s): %j', (code, error) => {
    expect(endingOfLostCreate(error)).toMatchObject({ kind: 'never-happened', code });
  });
});
