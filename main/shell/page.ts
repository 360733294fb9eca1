import { readFile, realpath } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentSecurityPolicy, isInside, pageFile, pageScheme } from './page-file.ts';

/** Makes `app:` an origin like https. Must come before Electron is ready. */
export function declarePage(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the page's files from `folder`, and nothing else, to the window. */
export function servePage(folder: string): void {
  protocol.handle(pageScheme, async ({ method, url }) => {
    const wanted = pageFile(folder, method, url);
    if (!wanted.ok) return new Response(null, { status: wanted.status });
    try {
      // A link inside the folder must not lead out of it.
      if (!isInside(await realpath(folder), await realpath(wanted.path)))
        return new Response(null, { status: 404 });
      return new Response(await readFile(wanted.path), {
        headers: {
          'Content-Type': wanted.type,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
