import type { Logo } from '../../preload/contract/printer.ts';
import type { MailSettings } from '../../preload/contract/mail.ts';
import type { Language } from '../../preload/contract/view.ts';
import type { Clock } from '../clock.ts';
import type { Desk } from '../desk.ts';
import type { JournalReads } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { type MailFault, type Message, sendMessage } from '../mail/send.ts';
import { printable, receiptText } from '../receipt/index.ts';
import { electronic } from '../receipt/electronic.ts';
import { ok, type Result } from '../result.ts';
import { wordsFor } from '../words/index.ts';
import type { Handlers } from './calls.ts';
import { findReceipt, receiptFrom } from './found-receipt.ts';
import { type Printing, Uncertain } from './printing.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The password of the mail server, in the machine's key store. */
export type MailPassword = {
  read(): Promise<Result<string | null, string>>;
  write(password: string): Promise<Result<void, string>>;
};

export type MailingParts = {
  readonly read: JournalReads;
  readonly printing: Printing;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => MailSettings;
  readonly password: MailPassword;
  readonly tillId: string;
  readonly language: () => Language;
  readonly closing: () => string;
  readonly logo: () => Logo | null;
  readonly mayChange: () => Refusal | null;
};

/** Characters on a line of the message's text. */
const width = 42;

/** Waits (ms) before each further try. A message is harmless, so it is tried again; in the end it did not leave. */
const retries = [15_000, 60_000, 240_000] as const;

/** Receipts by e-mail. To whom one went is in no file: the address lives as long as the message is on its way. */
export function mailCalls(parts: MailingParts): Pick<Handlers, 'mail.setPassword' | 'receipt.mail'> {
  async function messageOf(receiptNumber: number, issue: 'original' | 'copy', to: string): Promise<Message> {
    const found = findReceipt(parts.read, receiptNumber);
    if (!found.ok) throw new Error(`Receipt ${String(receiptNumber)} is not in the journal`);
    const language = parts.language();
    const said = wordsFor(language).receipt;
    const receipt = electronic(receiptFrom(found.value, language, parts.closing(), issue), said);
    const { receiptHtml } = await import('../receipt/html.ts');
    const name = `${parts.tillId}-R${String(receiptNumber)}`;
    const host = parts.settings().from.split('@')[1] ?? 'kvitt.invalid';
    return {
      to,
      subject: printable(
        `${issue === 'copy' ? `${said.copy}: ` : ''}${said.receiptNumber} ${String(receiptNumber)}, ${receipt.seller[0] ?? ''}`,
      ),
      text: receiptText(receipt, width),
      fileName: `${name}.pdf`,
      pdf: await parts.desk.htmlToPdf(receiptHtml(receipt, { logo: parts.logo(), roll: 80 })),
      id: `<${name}-${issue}@${host}>`,
    };
  }

  async function send(message: Message): Promise<Result<void, MailFault>> {
    const password = await parts.password.read();
    const settings = parts.settings();
    return sendMessage(settings, password.ok ? password.value : null, message);
  }

  /** Tries until it has left, is refused, or nobody wants to wait. Throws when it did not leave. */
  async function deliver(
    message: Message,
    waits: (detail: string | null) => void,
    givenUp: Promise<void>,
  ): Promise<void> {
    let taken = false;
    for (const wait of [...retries, null]) {
      const text = taken
        ? `${wordsFor(parts.language()).printing.mailAgain}\n\n${message.text}`
        : message.text;
      const sent = await send({ ...message, text });
      if (sent.ok) return;
      taken ||= sent.error.kind === 'unknown';
      parts.log.warn('a receipt was not sent by e-mail', { kind: sent.error.kind });
      if (sent.error.kind === 'refused' || wait === null) throw ended(taken, sent.error.detail);
      waits(sent.error.detail);
      const stopped = await Promise.race([
        givenUp.then(() => true),
        new Promise<boolean>((resolve) => parts.clock.after(wait, () => resolve(false))),
      ]);
      if (stopped) throw ended(taken, sent.error.detail);
      waits(null);
    }
  }

  return {
    'mail.setPassword': async ({ password }) => {
      const refusal = parts.mayChange();
      if (refusal !== null) return { ok: false, error: refusal };
      const kept = await parts.password.write(password);
      return kept.ok ? ok(null) : refuse('MAIL-PASSWORD', { reason: kept.error });
    },

    'receipt.mail': ({ receiptNumber, address }) => {
      const { host, from } = parts.settings();
      if (host === '' || from === '') return refuse('MAIL-NONE');
      return new Promise((resolve) => {
        const issued = parts.printing.issue(receiptNumber, 'mail', async (issue, { waits, givenUp }) => {
          const tellsWhy = (detail: string | null): void => {
            waits(detail);
            if (detail !== null) resolve(ok({ sent: false }));
          };
          await deliver(await messageOf(receiptNumber, issue, address), tellsWhy, givenUp);
        });
        void issued.then((done) => {
          if (done.ok) resolve(ok({ sent: true }));
          else if (done.error.code !== 'PRINT-FAILED') resolve(done);
          else resolve(refuse('MAIL-FAILED', done.error.detail));
        });
      });
    },
  };
}

function ended(taken: boolean, detail: string): Error {
  return taken ? new Uncertain(detail) : new Error(detail);
}
