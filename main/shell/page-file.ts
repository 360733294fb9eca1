import { extname, resolve, sep } from 'node:path';

/** The page's own address. Its origin is what the bridge listens to. */
export const pageScheme = 'app';
export const pageOrigin = 'app://till';
export const pageAddress = `${pageOrigin}/index.html`;

/** The page's address after the till behind it was opened again; the page says then what was done. */
export function pageAddressAfter(what: string): string {
  return `${pageAddress}?after=${encodeURIComponent(what)}`;
}

/** Nothing but the page's own files, and nowhere to send anything. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export type PageRequest =
  | { readonly ok: true; readonly path: string; readonly type: string }
  | { readonly ok: false; readonly status: 400 | 404 | 405 };

/** Which file of the page's folder a request means. Nothing outside the folder can be said. */
export function pageFile(folder: string, method: string, address: string): PageRequest {
  if (method !== 'GET') return { ok: false, status: 405 };
  if (!URL.canParse(address)) return { ok: false, status: 400 };
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== pageOrigin) return { ok: false, status: 400 };
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return { ok: false, status: 400 };
  }
  if (name.includes('\0') || name.includes('\\')) return { ok: false, status: 400 };
  const path = resolve(folder, `.${name}`);
  const type = types[extname(path)];
  if (!isInside(folder, path) || type === undefined) return { ok: false, status: 404 };
  return { ok: true, path, type };
}

/** Whether a path lies below a folder; both absolute, links already followed where that matters. */
export function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
