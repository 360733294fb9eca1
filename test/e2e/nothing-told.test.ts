import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reply } from '../../preload/contract/api.ts';
import type { Answers, Asks, CallName } from '../../preload/contract/calls.ts';
import { mail } from '../../preload/contract/mail.ts';
import { demoMerchant, startSimulator } from '../../main/simulator/index.ts';
import { provisioningFor, removeFolder, temporaryFolder, writeProvisioning } from '../helpers/app.ts';
import { startEchoingGateway } from '../helpers/echo.ts';
import { filesUnder, holding, holds, unpacked } from '../helpers/secrets.ts';
import { fakeMailServer } from '../helpers/smtp.ts';
import { today } from '../helpers/today.ts';
import { entries, expect, expectReceipt, expectState, press, ringUp, type Till, test } from './till.ts';

const planted = {
  clientSecret: 'Vr7+hemmelig/kX2mQ9zLw4=',
  wrongSecret: 'Wrong-hemmelig-77aQpXz1',
  mailPassword: 'Post-hemmelig-3Lk9#"Qw',
  pin: '73914826',
  newPin: '60718293',
  wrongPin: '19283746',
};

/** Presses something as the page does, where a native dialog or many keys would stand in the way. */
async function ask<N extends CallName>(till: Till, name: N, asks: Asks<N>): Promise<Answers<N> | string> {
  const reply = await till
    .page()
    .evaluate<Reply<N>>(`window.till.call(${JSON.stringify(name)}, ${JSON.stringify(asks)})`);
  return reply.ok ? reply.value : reply.error.code;
}

/** What the program says on either stream, from the moment it is let go. */
function listen(till: Till): () => string {
  let said = '';
  const child = till.electron().process();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said += part.toString();
    });
  return () => said;
}

test.describe('a till with secrets that cannot be mistaken', () => {
  test.use({ starts: false });

  test('writes and says none of them, whatever goes wrong', async ({ till }) => {
    const simulator = await startSimulator({
      merchant: { ...demoMerchant, clientSecret: planted.clientSecret },
      rules: { answerAfterMs: 100 },
    });
    const gateway = await startEchoingGateway(simulator.baseUrl);
    const post = await fakeMailServer('another password than the shop’s');
    const [stick, books] = [temporaryFolder(), temporaryFolder()];
    // The owner's own: its PINs stay in it.
    const office = temporaryFolder();
    try {
      const file = writeProvisioning(
        office,
        provisioningFor(simulator, {
          dintero: {
            checkoutUrl: gateway.url,
            apiUrl: gateway.url,
            returnUrl: 'https://example.com/return',
            callbackUrl: '',
          },
          operators: [{ name: 'Kari', role: 'manager', pin: planted.pin }],
        }),
      );
      const firstDay = today();
      await till.start(`--provision=${file}`);
      const said = [listen(till)];
      const choose = (chosen: string): Promise<void> =>
        till.electron().evaluate(({ dialog }, to) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [to] });
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: to });
        }, chosen);

      await test.step('PINs: wrong, right, new', async () => {
        expect(await ask(till, 'operator.logIn', { name: 'Kari', pin: planted.wrongPin })).toBe('PIN-WRONG');
        expect(await ask(till, 'operator.logIn', { name: 'Kari', pin: planted.pin })).toBeNull();
        await ask(till, 'operator.add', { name: 'Ola', role: 'cashier', pin: planted.newPin });
        expect(await ask(till, 'operator.setPin', { name: 'Kari', pin: planted.newPin })).toBeNull();
      });

      await test.step('a second copy, and a payment', async () => {
        await choose(stick);
        await ask(till, 'copy.choosePlace', {});
        await ringUp(till, 'coffee');
        await press(till, 'Pay by card');
        await expectReceipt(till, 1);
        await press(till, 'New sale');
      });

      await test.step('Dintero’s errors quote what they were asked with: payment, refund, token, secret', async () => {
        gateway.refuse('/sessions-profile', 400);
        await ringUp(till, 'bun');
        await press(till, 'Pay by card');
        await expectState(till, 'Failed');
        gateway.refuse('/sessions-profile', 401);
        await till.page().getByRole('main').getByRole('button', { name: 'Pay by card' }).click();
        await expect.poll(() => entries(till.folder, 'attempt.not-paid').length).toBe(2);
        await press(till, 'Back to sale');
        gateway.refuse('/refund', 403);
        const begun = await ask(till, 'refund.begin', {
          receiptNumber: 1,
          wanted: { kind: 'all' },
          how: 'as-paid',
          reason: 'Angret',
          left: 19_950,
        });
        expect(begun).toHaveProperty('refundId');
        await expect.poll(() => entries(till.folder, 'refund.refused').length).toBe(1);
        gateway.refuse('/auth/token', 401);
        expect(await ask(till, 'secret.replace', { secret: planted.wrongSecret })).toBe('SECRET-REFUSED');
        gateway.refuse(null);
        expect(await ask(till, 'secret.replace', { secret: planted.wrongSecret })).toBe('SECRET-REFUSED');
        expect(await ask(till, 'secret.replace', { secret: planted.clientSecret })).toBeNull();
        expect(gateway.refused()).toBeGreaterThan(3);
      });

      await test.step('a mail server that quotes the password', async () => {
        const value = mail.parse({
          host: '127.0.0.1',
          port: post.port,
          security: 'none',
          user: 'shop',
          from: 'kvittering@kaffe.example',
        });
        expect(await ask(till, 'settings.change', { section: 'mail', value })).toBeNull();
        expect(await ask(till, 'mail.setPassword', { password: planted.mailPassword })).toBeNull();
        const sent = await ask(till, 'receipt.mail', { receiptNumber: 1, address: 'kunde@example.com' });
        expect(sent).toBe('MAIL-FAILED');
        expect(post.refusedPasswords()).toContain(planted.mailPassword);
      });

      await test.step('the page dies, the main process meets what nobody foresaw', async () => {
        const again = till.page().waitForEvent('load');
        await till.electron().evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
        });
        await again.catch(() => undefined);
        const died = new Promise((resolve) => till.electron().process().once('exit', resolve));
        await till
          .electron()
          .evaluate(
            ({ app }, secrets) => {
              app.relaunch = () => undefined;
              setTimeout(() => {
                throw new Error(`Not foreseen: ${secrets.join(' ')}`);
              }, 0);
            },
            [planted.clientSecret, planted.mailPassword],
          )
          .catch(() => undefined);
        await died;
        await till.start();
        said.push(listen(till));
      });

      await test.step('books in every form, and the support file', async () => {
        expect(await ask(till, 'operator.logIn', { name: 'Kari', pin: planted.newPin })).toBeNull();
        await choose(books);
        const period = { from: firstDay, to: today() };
        for (const format of ['saft', 'csv', 'jsonl', 'voucher'] as const)
          expect(await ask(till, 'export.start', { format, ...period })).toHaveProperty('files');
        await choose(path.join(books, 'support.zip'));
        expect(await ask(till, 'support.save', {})).toEqual({ saved: true });
      });
      await till.close();

      const log = readFileSync(path.join(till.folder, 'logs', 'till.log'), 'utf8');
      expect(log).toContain('the page died');
      expect(log).toContain('Not foreseen: [struck out] [struck out]');
      const support = [...unpacked(path.join(books, 'support.zip')).values()].join('\n');
      expect(support).toContain('Not foreseen');
      const names = [...filesUnder(till.folder), ...filesUnder(stick), ...filesUnder(books)].map((name) =>
        path.basename(name),
      );
      for (const one of [
        'secrets.bin',
        'journal.sqlite',
        'settings.json',
        'till.log',
        'copy.json',
        'support.zip',
      ])
        expect(names).toContain(one);
      expect(names.filter((name) => name.endsWith('.dmp'))).toEqual([]);

      const tokens = gateway.tokens();
      expect(tokens.length).toBeGreaterThan(1);
      const basic = `${demoMerchant.clientId}:${planted.clientSecret}`;
      const spoken = Buffer.from([...said.map((one) => one()), support].join('\n'));
      for (const secret of [...Object.values(planted), basic, ...tokens]) {
        expect([till.folder, stick, books].flatMap((folder) => holding(folder, secret))).toEqual([]);
        expect(holds(spoken, secret)).toBe(false);
      }
    } finally {
      await gateway.close();
      await post.close();
      await simulator.close();
      for (const folder of [stick, books, office]) removeFolder(folder);
    }
  });
});
