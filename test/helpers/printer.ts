import { createServer, type Server, type Socket } from 'node:net';
import { Interpreter, type Printed } from './escpos.ts';
import { ownPort } from './own-port.ts';

/** A receipt printer on the network, as real as loopback allows: it can run out of paper, be switched off, stand still. */
export type FakePrinter = {
  /** `127.0.0.1:port`, the same when it is switched on again. */
  readonly address: string;
  /** What came out of it since it was bought. */
  readonly paper: () => readonly Printed[];
  /** The same as lines of text. */
  readonly text: () => string;
  /** How often the drawer was opened. */
  readonly kicks: () => number;
  /** Lines left on the roll; the rest of a print comes out when a new roll is in. */
  readonly loadPaper: (lines: number) => void;
  readonly coverOpen: (open: boolean) => void;
  readonly drawerOpen: (open: boolean) => void;
  /** Switched off: connections break, and what was not printed is forgotten. */
  readonly switchOff: () => Promise<void>;
  readonly switchOn: () => Promise<void>;
  /** Resolves when what is asked for has come out. */
  readonly until: (what: string, holds: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type FakePrinterOptions = {
  /** A cheap printer never says anything. */
  readonly mute?: boolean;
  /** Answers what it is asked at once, but never says when it has printed. */
  readonly neverDone?: boolean;
};

/** Switches a printer on, with a full roll. */
export async function fakePrinter(options: FakePrinterOptions = {}): Promise<FakePrinter> {
  const interpreter = new Interpreter();
  const made: Printed[] = [];
  const sockets = new Set<Socket>();
  const watching = new Set<() => void>();
  let buffer: number[] = [];
  let lines = Number.POSITIVE_INFINITY;
  let cover = false;
  let drawer = false;
  let server: Server | null = null;
  const port = await ownPort();

  const outOfPaper = (): boolean => lines <= 0;
  const standsStill = (): boolean => cover || outOfPaper();

  function say(byte: number): void {
    if (options.mute === true) return;
    for (const socket of sockets) socket.write(Uint8Array.of(byte));
  }

  /** DLE EOT, as the manuals give it. */
  function status(which: number): number {
    if (which === 1) return 0x12 | (cover || outOfPaper() ? 0x08 : 0) | (drawer ? 0x04 : 0);
    if (which === 2) return 0x12 | (cover ? 0x04 : 0) | (outOfPaper() ? 0x20 : 0);
    return 0x12 | (outOfPaper() ? 0x60 : 0);
  }

  /** Prints byte by byte, so that paper can end in the middle. */
  function print(): void {
    while (buffer.length > 0 && !standsStill()) {
      for (const one of interpreter.take(Uint8Array.of(buffer.shift() ?? 0))) {
        if (one.kind === 'ask-printed') {
          if (options.neverDone !== true) say(outOfPaper() ? 0x0c : 0x00);
          continue;
        }
        made.push(one);
        if (one.kind === 'line') lines -= 1;
      }
    }
    for (const look of watching) look();
  }

  /** What a printer obeys at once, whatever waits in its buffer. */
  function receive(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] === 0x10 && bytes[at + 1] === 0x04) {
        say(status(bytes[at + 2] ?? 0));
        at += 2;
      } else if (bytes[at] === 0x10 && bytes[at + 1] === 0x14) {
        made.push({ kind: 'kick', pin: bytes[at + 3] ?? 0 });
        at += 4;
      } else buffer.push(bytes[at] ?? 0);
    }
    print();
  }

  function listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      const opened = createServer((socket) => {
        sockets.add(socket);
        socket.on('data', receive);
        socket.on('error', () => undefined);
        socket.on('close', () => sockets.delete(socket));
      });
      opened.once('error', reject);
      opened.listen(port, '127.0.0.1', () => {
        server = opened;
        resolve();
      });
    });
  }

  async function switchOff(): Promise<void> {
    const closing = server;
    server = null;
    buffer = [];
    interpreter.reset();
    for (const socket of sockets) socket.destroy();
    if (closing !== null) await new Promise<void>((resolve) => closing.close(() => resolve()));
  }

  await listen();
  return {
    address: `127.0.0.1:${String(port)}`,
    paper: () => made,
    text: () => made.map((one) => (one.kind === 'line' ? `${one.text}\n` : '')).join(''),
    kicks: () => made.filter(({ kind }) => kind === 'kick').length,
    loadPaper: (left) => {
      lines = left;
      print();
    },
    coverOpen: (open) => {
      cover = open;
      print();
    },
    drawerOpen: (open) => {
      drawer = open;
    },
    switchOff,
    switchOn: listen,
    until: (what, holds) =>
      new Promise((resolve, reject) => {
        const patience = setTimeout(() => {
          watching.delete(look);
          reject(new Error(`Waited in vain for ${what}; the paper: ${JSON.stringify(made)}`));
        }, 120_000);
        const look = (): void => {
          if (!holds()) return;
          clearTimeout(patience);
          watching.delete(look);
          resolve();
        };
        watching.add(look);
        look();
      }),
    close: switchOff,
  };
}
