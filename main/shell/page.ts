import { readFile, realpath } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentSecurityPolicy, isInside, pageFile, pageScheme } from './page-file.ts';

/** Makes `app:` an origin like https. Must come before Electron is ready. */
export function declarePage(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true } },
  ]);
}

/** What the page has got, each resolved once: its document, and the program that it then is busy with. */
export type Served = { readonly document: Promise<void>; readonly program: Promise<void> };

/** Serves the page's files from `folder`, and nothing else, to the window. */
export function servePage(folder: string): Served {
  const document = createMoment();
  const program = createMoment();
  protocol.handle(pageScheme, async ({ method, url }) => {
    const wanted = pageFile(folder, method, url);
    if (!wanted.ok) return new Response(null, { status: wanted.status });
    try {
      // A link inside the folder must not lead out of it.
      if (!isInside(await realpath(folder), await realpath(wanted.path)))
        return new Response(null, { status: 404 });
      const content = await readFile(wanted.path);
      if (wanted.path.endsWith('.html')) document.come();
      if (wanted.path.endsWith('.js')) program.come();
      return new Response(content, {
        headers: {
          'Content-Type': wanted.type,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      });
    } catch {
      // A page that is not there must not keep the till from opening: payments are taken up all the same.
      document.come();
      program.come();
      return new Response(null, { status: 404 });
    }
  });
  return { document: document.moment, program: program.moment };
}

/** A moment that comes a turn after it is called, when the answer that is being made has left. */
function createMoment(): { readonly moment: Promise<void>; readonly come: () => void } {
  let resolve: () => void = () => undefined;
  const moment = new Promise<void>((done) => {
    resolve = done;
  });
  return { moment, come: () => void setTimeout(resolve, 2) };
}
