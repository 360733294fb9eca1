import { createServer, type Socket } from 'node:net';

/** A mail server on loopback that keeps what it is given, and can refuse, break off, or ask for a password. */
export type FakeMailServer = {
  readonly port: number;
  /** Whole messages that it took, headers and all. */
  readonly messages: () => readonly string[];
  readonly recipients: () => readonly string[];
  /** The passwords that it did not take. */
  readonly refusedPasswords: () => readonly string[];
  /** What happens to the next messages, one each; then all is well. */
  readonly next: (...answers: readonly ('busy' | 'unknown-recipient' | 'break-after-text')[]) => void;
  readonly close: () => Promise<void>;
};

/** Starts it. With `password` it asks for that of the user `shop`, and quotes another one when it refuses it. */
export async function fakeMailServer(password: string | null = null): Promise<FakeMailServer> {
  const messages: string[] = [];
  const recipients: string[] = [];
  const refusedPasswords: string[] = [];
  const sockets = new Set<Socket>();
  let plan: ('busy' | 'unknown-recipient' | 'break-after-text')[] = [];

  function talk(socket: Socket): void {
    let held = '';
    let text: string | null = null;
    let allowed = password === null;
    let answer: (typeof plan)[number] | null = null;
    const say = (line: string): void => void socket.write(`${line}\r\n`);

    function command(line: string): void {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') say(password === null ? '250 loopback' : '250-loopback\r\n250 AUTH PLAIN');
      else if (verb === 'AUTH') {
        const given = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('utf8');
        allowed = given === `\0shop\0${password ?? ''}`;
        const [, , typed = ''] = given.split('\0');
        if (!allowed) refusedPasswords.push(typed);
        say(allowed ? '235 welcome' : `535 ${typed} is not the password (${line})`);
      } else if (verb === 'MAIL') {
        answer = plan.shift() ?? null;
        say(!allowed ? '530 who are you' : answer === 'busy' ? '451 try again later' : '250 ok');
      } else if (verb === 'RCPT') {
        const to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        if (answer === 'unknown-recipient') say(`550 <${to}> is not known here`);
        else {
          recipients.push(to);
          say('250 ok');
        }
      } else if (verb === 'DATA') {
        text = '';
        say('354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }

    socket.on('data', (bytes) => {
      held += bytes.toString('latin1');
      for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
        const line = held.slice(0, end);
        held = held.slice(end + 2);
        if (text === null) command(line);
        else if (line !== '.') text += `${line}\n`;
        else {
          messages.push(text);
          text = null;
          if (answer === 'break-after-text') socket.destroy();
          else say('250 taken');
        }
      }
    });
    socket.on('error', () => undefined);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    say('220 loopback');
  }

  const server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    messages: () => messages,
    recipients: () => recipients,
    refusedPasswords: () => refusedPasswords,
    next: (...answers) => {
      plan = [...answers];
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
