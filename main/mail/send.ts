import type { MailSettings } from '../../preload/contract/mail.ts';
import { err, ok, type Result } from '../result.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly fileName: string;
  readonly pdf: Uint8Array;
  /** The same for every try: mail programs show a message that came twice once. */
  readonly id: string;
}

/**
 * Why a message did not leave. `refused` is the server's last word about it, `later` may end well another time, and of
 * one that is `unknown` nobody can say: the connection broke when the server had all of it.
 */
export type MailFault = { readonly kind: 'refused' | 'later' | 'unknown'; readonly detail: string };

/** How long (ms) a mail server has for each of its answers. */
const patienceMs = 20_000;

/** Sends one message. What speaks to mail servers is read from disk when the first one is sent. */
export async function sendMessage(
  { host, port, security, user, from }: MailSettings,
  password: string | null,
  message: Message,
): Promise<Result<void, MailFault>> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== '' && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // A message is made of what is given here and of nothing that it names.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: message.to,
      subject: message.subject,
      text: message.text,
      messageId: message.id,
      attachments: [
        { filename: message.fileName, content: Buffer.from(message.pdf), contentType: 'application/pdf' },
      ],
    });
    return ok(undefined);
  } catch (thrown) {
    return err(faultOf(thrown));
  } finally {
    transport.close();
  }
}

/** What happened before the server had anything of the message; anything else may have happened after it had all of it. */
const before: readonly unknown[] = ['EDNS', 'ETLS', 'EPROXY'];

function faultOf(thrown: unknown): MailFault {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const { code, syscall, responseCode } = thrown as {
    code?: unknown;
    syscall?: unknown;
    responseCode?: unknown;
  };
  // The server spoke: 4xx is for now, 5xx for good.
  if (typeof responseCode === 'number') return { kind: responseCode >= 500 ? 'refused' : 'later', detail };
  // Said without asking the server: no password, or no address that could be one.
  if (code === 'EAUTH' || code === 'EENVELOPE') return { kind: 'refused', detail };
  return { kind: syscall === 'connect' || before.includes(code) ? 'later' : 'unknown', detail };
}
