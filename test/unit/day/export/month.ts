import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { completeSale, type Issuer } from '../../../../main/counter/completion.ts';
import { cashExpected, dayReport } from '../../../../main/day/report.ts';
import type { PaidBack } from '../../../../main/journal/entries/refund.ts';
import type { BasketLine, CompletedSale, Discount, Payment } from '../../../../main/journal/entries/sale.ts';
import {
  createSigner,
  type Journal,
  type JournalWriter,
  makeSigningKey,
  openJournal,
} from '../../../../main/journal/index.ts';
import { linesLeft, whatGoesBack } from '../../../../main/refund/returnable.ts';
import type { Result } from '../../../../main/result.ts';
import { ore, sum, thousandths, vatRate } from '../../../../main/sale/money.ts';
import { priceSale } from '../../../../main/sale/price.ts';
import { cashAmount } from '../../../../main/sale/rounding.ts';
import { applyToSale, type Sale } from '../../../../main/sale/sale.ts';
import { vatSums } from '../../../../main/sale/vat.ts';
import { shopTime } from '../../../../main/clock.ts';

const key = await makeSigningKey();

export const tillId = 'K7F3QD';

export const issuer: Issuer = {
  follow: () => undefined,
  tillId,
  training: false,
  seller: {
    name: 'Kaffe & Kaker <Oslo> AS',
    organisationNumber: '923609016',
    vatRegistered: true,
    address: ['Storgata 1', '0155 Oslo'],
  },
  signer: createSigner({ privateKeyPem: key.privateKeyPem, keyVersion: 'a1b2c3d4e5f60718' }),
};

type Article = Omit<BasketLine, 'lineId' | 'quantity' | 'discount'>;

const article = (
  articleId: string | null,
  description: string,
  group: string,
  price: number,
  rate: number,
): Article => ({
  articleId,
  description,
  group,
  unitPrice: ore(price),
  vatRate: vatRate(rate),
});

const longId = 'artikkel-med-et-nummer-som-er-lengre-enn-trettifem-tegn';

const articles: readonly Article[] = [
  article('1001', 'Kanelbolle', 'Bakevarer', 3290, 1500),
  article('1002', 'Kopp "Bergen"; blå & hvit', 'Kjøkken', 12990, 2500),
  article('1003', 'Bok', 'Bøker', 29900, 0),
  article('1004', 'Kinobillett', 'Billetter', 14500, 1200),
  article('1005', '=SUM(A1:A9)', 'Bakevarer', 1990, 1500),
  article(
    longId,
    'Kaffe, hele bønner',
    'En varegruppe med et navn som er lengre enn trettifem tegn',
    18950,
    1500,
  ),
  article(null, 'Diverse', '', 4550, 2500),
];

const operators = ['Kari Nordmann', 'Ola', null, 'Per'.padEnd(60, ' Hansen')] as const;

/** A folder that is gone after the test. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'export-test-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

export function value<T>(result: Result<T, { readonly code: string; readonly detail?: unknown }>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${JSON.stringify(result.error.detail)}`);
  return result.value;
}

/** A shop's journal whose clock a test sets. */
export interface Shop {
  readonly file: string;
  readonly journal: Journal;
  setClock(at: string): void;
  write<T>(operator: string | null, work: (tx: JournalWriter) => T): T;
}

/** A new journal in a file; each transaction is ten seconds after the one before. */
export function newShop(file: string, at: string): Shop {
  let now = Date.parse(at);
  const journal = value(openJournal({ path: file, now: () => (now += 10_000) }));
  return {
    file,
    journal,
    setClock: (to) => {
      now = Date.parse(to);
    },
    write: (operator, work) => value(journal.write(operator, work)),
  };
}

export function start(shop: Shop): void {
  shop.write(null, (tx) => {
    tx.append('till.started', {
      tillId,
      version: '0.1.0',
      mode: 'live',
      storeId: 'oslo-center',
      terminalId: 'T0292',
      platform: 'linux',
    });
    tx.append('till.signing-key', {
      keyVersion: issuer.signer.keyVersion,
      publicKey: issuer.signer.publicKeyPem,
    });
  });
}

export interface Basket {
  readonly lines: readonly {
    readonly article: number;
    readonly quantity?: number;
    readonly discount?: Discount;
  }[];
  readonly discount?: Discount;
}

function rungUp(shop: Shop, saleId: string): Sale {
  const sale = shop.journal.read.saleEntries(saleId).reduce<Sale | null>(applyToSale, null);
  if (sale === null) throw new Error(`There is no sale ${saleId}`);
  return sale;
}

/** Opens a sale and rings up its lines; gives its id. */
export function ringUp(shop: Shop, operator: string | null, basket: Basket): string {
  const saleId = shop.write(operator, (tx) => {
    const number = tx.read.nextSaleNumber();
    tx.append('sale.opened', { saleId: `${tillId}-${number}`, number, currency: 'NOK' });
    return `${tillId}-${number}`;
  });
  basket.lines.forEach((given, index) => {
    const sold = articles[given.article];
    if (sold === undefined) throw new Error(`There is no article ${given.article}`);
    shop.write(operator, (tx) =>
      tx.append('sale.line-added', {
        saleId,
        line: {
          ...sold,
          lineId: String(index + 1),
          quantity: thousandths(given.quantity ?? 1000),
          discount: given.discount ?? null,
        },
      }),
    );
  });
  const { discount } = basket;
  if (discount !== undefined) {
    shop.write(operator, (tx) => tx.append('sale.discounted', { saleId, lineId: null, discount }));
  }
  return saleId;
}

const card = { brand: 'BankAxept', maskedPan: '************1234', entryMethod: 'NFC', customerReceipt: null };

/** Pays: all by card, all in cash, or 50 kroner by card and the rest in cash. Gives the receipt. */
export function pay(
  shop: Shop,
  operator: string | null,
  saleId: string,
  how: 'card' | 'cash' | 'mixed',
): CompletedSale {
  const sale = rungUp(shop, saleId);
  const { total } = priceSale(sale);
  const byCard = how === 'card' ? total : how === 'mixed' ? ore(Math.min(5000, total)) : ore(0);
  const inCash = ore(total - byCard);
  const payments: Payment[] = [];
  if (byCard > 0) {
    const attemptId = `${saleId}-1`;
    prepareAttempt(shop, operator, saleId, attemptId, byCard);
    payments.push({ kind: 'card', amount: byCard, attemptId, transactionId: `T-${attemptId}`, card });
  }
  if (inCash > 0) {
    const paid = cashAmount(inCash);
    const given = ore(paid + 5000);
    payments.push({ kind: 'cash', amount: inCash, rounding: ore(paid - inCash), given, change: ore(5000) });
  }
  return shop.write(operator, (tx) => {
    const entry = completeSale(tx, issuer, sale, payments);
    if (entry.kind !== 'sale.completed') throw new Error('No sale was completed');
    return entry.body;
  });
}

function prepareAttempt(
  shop: Shop,
  operator: string | null,
  saleId: string,
  attemptId: string,
  amount: ReturnType<typeof ore>,
): void {
  shop.write(operator, (tx) => {
    const body = {
      attemptId,
      saleId,
      number: 1,
      amount,
      currency: 'NOK',
      terminalId: 'T0292',
      request: {},
    } as const;
    tx.append('attempt.prepared', body);
    tx.append('attempt.creating', { attemptId });
    tx.append('attempt.waiting', { attemptId, sessionId: `S-${attemptId}`, found: 'answer' });
    tx.append('attempt.approved', {
      attemptId,
      transaction: {
        transactionId: `T-${attemptId}`,
        status: 'CAPTURED',
        amount,
        currency: 'NOK',
        reference: attemptId,
        captured: true,
        card,
      },
    });
  });
}

let refunds = 0;

/** Gives back pieces of the first line of a sale, or a part of its price, in cash. */
export function giveBack(
  shop: Shop,
  operator: string | null,
  sale: CompletedSale,
  wanted: { readonly quantity: number } | { readonly amount: number },
): void {
  const left = linesLeft(sale.lines, [], () => ore(0));
  const first = sale.lines[0]?.lineId ?? '';
  const back = whatGoesBack(
    left,
    'amount' in wanted
      ? { kind: 'amount', amount: wanted.amount }
      : { kind: 'lines', lines: [{ lineId: first, quantity: wanted.quantity }] },
  );
  if (!back.ok) throw new Error(back.error.code);
  const lines = back.value;
  const total = sum(lines.map(({ amount }) => amount));
  const rounding = ore(cashAmount(total) - total);
  const vat = vatSums(lines);
  refunds += 1;
  const refundId = `${tillId}-F${refunds}`;
  const of = { tillId, saleId: sale.saleId, receiptNumber: sale.receiptNumber };
  const reason = 'Angret kjøp';
  shop.write(operator, (tx) => {
    const cash = { amount: ore(0 - total), rounding: ore(0 - rounding) };
    const amount = ore(0 - total);
    tx.append('refund.prepared', {
      refundId,
      number: refunds,
      of,
      lines,
      amount,
      currency: 'NOK',
      reason,
      card: null,
      cash,
    });
    const receiptNumber = tx.read.nextReceiptNumber();
    const payments: PaidBack[] = [{ kind: 'cash', amount: total, rounding }];
    const { date, time } = shopTime(tx.at);
    const signature = issuer.signer.sign({
      previous: tx.read.lastSignature(),
      date,
      time,
      nr: String(receiptNumber),
      amountIncludingVat: total,
      amountExcludingVat: sum(vat.map(({ net }) => net)),
    });
    const { training, seller } = issuer;
    const head = { refundId, receiptNumber, of, reason, tillId, training, seller, currency: 'NOK' } as const;
    tx.append('sale.returned', { ...head, lines, vat, total, rounding, payments, signature });
  });
}

function report(shop: Shop, tx: JournalWriter) {
  const { training, seller } = issuer;
  const lastSeq = tx.read.lastEntry()?.seq ?? 1;
  return dayReport(shop.journal.read.openDay(), {
    seller,
    tillId,
    training,
    currency: 'NOK',
    to: tx.at,
    lastSeq,
  });
}

/** Counts the drawer, ten kroner short, and closes the day. */
export function closeDay(shop: Shop, operator: string | null): void {
  shop.write(operator, (tx) => tx.append('report.x', { report: report(shop, tx) }));
  const expected = cashExpected(shop.journal.read.openDay().figures);
  const counted = ore(expected - 1000);
  const count = {
    counts: [{ denomination: ore(100), count: counted / 100 }],
    expected,
    counted,
    difference: ore(-1000),
  };
  shop.write(operator, (tx) => tx.append('day.counted', count));
  shop.write(operator, (tx) =>
    tx.append('report.z', {
      number: shop.journal.read.openDay().number,
      report: report(shop, tx),
      count: { ...count, reason: 'Feil veksel' },
      match: { kind: 'not-available', code: 'offline' },
      uncaptured: { number: 0, amount: ore(0) },
    }),
  );
}

/** One day with something of everything that a till does, at nine in the morning by Greenwich. */
export function day(shop: Shop, date: string, salt: number): void {
  const who = (index: number): string | null => operators[(index + salt) % operators.length] ?? null;
  shop.setClock(`${date}T09:00:00.000Z`);
  start(shop);
  shop.write(who(0), (tx) => tx.append('cash.float', { amount: ore(200_000), reason: null }));

  const first = pay(
    shop,
    who(0),
    ringUp(shop, who(0), { lines: [{ article: 0, quantity: 2000 }, { article: 1 }] }),
    'card',
  );
  shop.write(who(0), (tx) =>
    tx.append('receipt.printed', { receiptNumber: first.receiptNumber, how: 'pdf' }),
  );
  shop.write(who(0), (tx) =>
    tx.append('receipt.printed', { receiptNumber: first.receiptNumber, how: 'pdf' }),
  );

  const discounted = ringUp(shop, who(1), {
    lines: [
      { article: 4, quantity: 3000, discount: { kind: 'percent', rate: vatRate(1000) } },
      { article: 3 },
      { article: 6 },
    ],
    discount: { kind: 'amount', amount: ore(1337) },
  });
  shop.write(who(1), (tx) => tx.append('sale.parked', { saleId: discounted, name: 'Bord 4' }));
  shop.write(who(2), (tx) => tx.append('sale.resumed', { saleId: discounted }));
  const mixed = pay(shop, who(1), discounted, 'mixed');

  const corrected = ringUp(shop, who(2), {
    lines: [{ article: 5, quantity: 250 }, { article: 0, quantity: 4000 }, { article: 2 }],
  });
  shop.write(who(2), (tx) =>
    tx.append('sale.line-removed', { saleId: corrected, lineId: '3', reason: 'Feil vare' }),
  );
  shop.write(who(2), (tx) =>
    tx.append('sale.line-quantity', {
      saleId: corrected,
      lineId: '2',
      quantity: thousandths(1000),
      reason: 'For mange',
    }),
  );
  const cash = pay(shop, who(2), corrected, 'cash');
  shop.write(who(2), (tx) =>
    tx.append('receipt.printed', { receiptNumber: cash.receiptNumber, how: 'printer' }),
  );

  const aborted = ringUp(shop, who(3), { lines: [{ article: salt % articles.length }] });
  shop.write(who(3), (tx) =>
    tx.append('sale.aborted', { saleId: aborted, reason: 'Kunden gikk', total: ore(3290) }),
  );

  giveBack(shop, who(3), first, { quantity: 1000 });
  giveBack(shop, who(3), mixed, { amount: 1000 });
  shop.write(who(3), (tx) => tx.append('drawer.opened', { why: 'Veksle' }));
  shop.write(who(0), (tx) =>
    tx.append('cash.moved', { kind: 'pay-in', amount: ore(10_000), reason: 'Mynt' }),
  );
  shop.write(who(0), (tx) =>
    tx.append('cash.moved', { kind: 'pay-out', amount: ore(4_500), reason: 'Melk' }),
  );
  shop.write(who(0), (tx) => tx.append('cash.moved', { kind: 'drop', amount: ore(100_000), reason: 'Safe' }));
  closeDay(shop, who(0));
}

/** March 2026: the clock goes forward on the 29th. Also a sale each side of the hour that is left out. */
export function month(file: string): void {
  const shop = newShop(file, '2026-03-01T07:00:00.000Z');
  refunds = 0;
  for (let date = 1; date <= 31; date += 1) {
    const text = `2026-03-${String(date).padStart(2, '0')}`;
    if (date === 29) {
      for (const at of ['2026-03-29T00:59:00.000Z', '2026-03-29T01:00:00.000Z']) {
        shop.setClock(at);
        pay(shop, 'Ola', ringUp(shop, 'Ola', { lines: [{ article: 2 }] }), 'card');
      }
    }
    day(shop, text, date);
    shop.write(null, (tx) => tx.append('till.stopped', {}));
  }
  shop.journal.close();
}
