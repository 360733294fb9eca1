import type { Session } from 'electron';
import { pageOrigin } from './page-file.ts';

/** The page reaches its own files and nothing else, whatever it holds. Downloads end before they begin. */
export function blockRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }));
  session.on('will-download', (event) => event.preventDefault());
}

function isOwn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  // A data: image was let through by the page's policy and goes nowhere.
  return `${protocol}//${host}` === pageOrigin || protocol === 'data:';
}
