import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop's server for updates on loopback, whose files a test changes as it likes. */
export type UpdateServer = {
  readonly address: string;
  readonly publicKey: string;
  readonly files: Map<string, Buffer>;
  /** What was asked for, in order. */
  readonly asked: string[];
  /** Puts a new version up, signed as the maker signs it. */
  readonly publish: (version: string, program: string, key?: KeyObject) => void;
  readonly close: () => Promise<void>;
};

/** Starts the server. */
export async function startUpdateServer(): Promise<UpdateServer> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '', 'http://here').pathname.slice(1));
    asked.push(name);
    const content = files.get(name);
    if (content === undefined) response.writeHead(404).end();
    else response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    files,
    asked,
    publish: (version, program, key = privateKey) => {
      const name = `Kvitt-${version}.AppImage`;
      const content = Buffer.from(program);
      const sha512 = createHash('sha512').update(content).digest('base64');
      const list = Buffer.from(
        [
          `version: ${version}`,
          'files:',
          `  - url: ${name}`,
          `    sha512: ${sha512}`,
          `    size: ${String(content.length)}`,
          `path: ${name}`,
          `sha512: ${sha512}`,
          "releaseDate: '2026-11-22T12:00:00.000Z'",
          '',
        ].join('\n'),
      );
      files.set(name, content);
      files.set('latest-linux.yml', list);
      files.set('latest-linux.yml.sig', Buffer.from(sign(null, list, key).toString('base64')));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
