import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { mail as mailSection, type MailSettings } from '../../../preload/contract/mail.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { type FakeMailServer, fakeMailServer } from '../../helpers/smtp.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const customer = 'kunde@example.com';

/** A shop that has sold something, with a mail server of its own. */
async function shopWithMail(
  change: Partial<MailSettings> = {},
  password: string | null = null,
): Promise<{ shop: Shop; server: FakeMailServer }> {
  const server = await fakeMailServer(password);
  // A minute's wait before the next try is a moment here.
  const shop = await openShop({ times: 200 });
  closing.push(shop.close, server.close, () => {
    expect(wrongIn(shop.journalPath)).toBeNull();
    return Promise.resolve();
  });
  await shop.ask('settings.change', {
    section: 'mail',
    value: mailSection.parse({
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      from: 'kvittering@kaffe.example',
      ...change,
    }),
  });
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.cash', { total: 3900, given: 5000 });
  return { shop, server };
}

function kinds(shop: Shop): string[] {
  return entriesIn(shop.journalPath).map(({ kind }) => kind);
}

const send = { receiptNumber: 1, address: customer } as const;

it('sends the receipt as text and PDF, counts it as issued, and keeps nobody’s address', async () => {
  const { shop, server } = await shopWithMail();
  expect(shop.view().printing.mail).toBe(true);
  expect(await shop.ask('receipt.mail', send)).toEqual({ sent: true });
  expect(server.recipients()).toEqual([customer]);
  const [message = ''] = server.messages();
  expect(message).toMatch(/^From: kvittering@kaffe\.example$/m);
  expect(message).toMatch(/^Subject: .*Receipt_no/m);
  expect(message).toContain('Electronic sales receipt');
  expect(message).toContain('TEST22-R1.pdf');
  expect(kinds(shop)).toContain('receipt.mailed');
  expect(readFileSync(shop.journalPath).includes('kunde')).toBe(false);
  // The next one, on paper, is the copy.
  await shop.ask('receipt.print', { receiptNumber: 1 });
  expect(await shop.refused('receipt.mail', send)).toBe('COPY-MADE');
});

it('says that an address is refused, and the try does not count', async () => {
  const { shop, server } = await shopWithMail();
  server.next('unknown-recipient');
  expect(await shop.refused('receipt.mail', send)).toBe('MAIL-FAILED');
  expect(kinds(shop)).not.toContain('receipt.mailed');
  expect(JSON.stringify(entriesIn(shop.journalPath))).not.toContain('kunde');
  expect(await shop.ask('receipt.mail', send)).toEqual({ sent: true });
  expect(server.messages().some((message) => message.includes('COPY'))).toBe(false);
});

it('tries again by itself when the server is busy', async () => {
  const { shop, server } = await shopWithMail();
  server.next('busy');
  expect(await shop.ask('receipt.mail', send)).toEqual({ sent: false });
  await shop.until('the mail', () => kinds(shop).includes('receipt.mailed'));
  expect(server.messages()).toHaveLength(1);
});

it('says in the next try that the message may have come before, when its answer was lost', async () => {
  const { shop, server } = await shopWithMail();
  server.next('break-after-text');
  expect(await shop.ask('receipt.mail', send)).toEqual({ sent: false });
  await shop.until('the mail', () => kinds(shop).includes('receipt.mailed'));
  const [first = '', second = ''] = server.messages();
  expect(first).not.toContain('more than once');
  expect(second).toContain('more than once');
  const id = (message: string) => /^Message-ID: (.*)$/im.exec(message)?.[1];
  expect(id(second)).toBe(id(first));
});

it('stops when nobody wants to wait, and the receipt is as it was', async () => {
  const { shop, server } = await shopWithMail();
  await server.close();
  closing.splice(1, 1);
  expect(await shop.ask('receipt.mail', send)).toEqual({ sent: false });
  const { printing } = await shop.until('what waits', (view) => view.printing.prints.length > 0);
  expect(printing.prints[0]).toMatchObject({ state: 'waiting', onto: 'mail' });
  expect(await shop.refused('receipt.print', { receiptNumber: 1 })).toBe('PRINT-WAITING');
  await shop.ask('print.skip', { print: printing.prints[0]?.print ?? 0 });
  await shop.until('nothing', (view) => view.printing.prints.length === 0);
  expect(kinds(shop)).not.toContain('receipt.mailed');
});

it('logs in with the password that the key store keeps', async () => {
  const { shop, server } = await shopWithMail({ user: 'shop' }, 'hemmelig');
  expect(await shop.refused('receipt.mail', send)).toBe('MAIL-FAILED');
  await shop.ask('mail.setPassword', { password: 'hemmelig' });
  expect(await shop.ask('receipt.mail', send)).toEqual({ sent: true });
  expect(server.messages()).toHaveLength(1);
  expect(readFileSync(shop.journalPath).includes('hemmelig')).toBe(false);
});

it('sends nothing for a shop without a mail server', async () => {
  const { shop } = await shopWithMail({ host: '' });
  expect(shop.view().printing.mail).toBe(false);
  expect(await shop.refused('receipt.mail', send)).toBe('MAIL-NONE');
});

it('lets a message go unprotected to a server on this machine only', () => {
  const set = (host: string, security: string) => mailSection.safeParse({ host, security }).success;
  expect(set('smtp.example.com', 'none')).toBe(false);
  expect(set('127.0.0.1', 'none')).toBe(true);
  expect(set('smtp.example.com', 'starttls')).toBe(true);
  expect(set('smtp.example.com; rm', 'tls')).toBe(false);
});
