import type { DinteroError, NotSentReason } from './error.ts';

/**
 * The codes that can only arise before the first byte of a request has left. A code that an open connection can also
 * end with (reset, closed, timed out, host unreachable, a TLS alert) is left out on purpose: it proves nothing.
 */
const neverLeft: ReadonlyMap<string, NotSentReason> = new Map<string, NotSentReason>([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EAI_FAIL', 'dns'],
  ['ERR_NAME_NOT_RESOLVED', 'dns'],
  ['ERR_NAME_RESOLUTION_FAILED', 'dns'],
  ['ERR_DNS_TIMED_OUT', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['ERR_CONNECTION_REFUSED', 'refused'],
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['ERR_SOCKS_CONNECTION_FAILED', 'proxy'],
  ['ERR_SOCKS_CONNECTION_HOST_UNREACHABLE', 'proxy'],
  ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy'],
  ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy'],
  ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
  ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls'],
  ['ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['ERR_INVALID_URL', 'address'],
  ['ERR_UNSAFE_PORT', 'address'],
]);

/** Codes of Chromium (`ERR_CERT_DATE_INVALID`) and of OpenSSL (`CERT_HAS_EXPIRED`): both end a handshake. */
const certificate = /^(ERR_)?CERT_[A-Z_]+$/;

const redirected = /redirect was cancelled|attempted to redirect|unexpected redirect/i;

/** Thrown by the size limit on answers. */
export class AnswerTooLarge extends Error {}

/** Sorts what the client threw. The thrown object itself, which holds headers and body, goes no further than here. */
export function errorFromThrown(thrown: unknown): DinteroError {
  const chain = causes(thrown);
  if (chain.some((link) => link instanceof AnswerTooLarge)) {
    return { kind: 'unreadable', status: null, looksLikeHtml: false, detail: 'the answer is too large' };
  }
  if (chain.some((link) => redirected.test(text(link, 'message')))) {
    return { kind: 'unreadable', status: null, looksLikeHtml: false, detail: 'the answer is a redirect' };
  }
  const codes = chain.map(codeOf).filter((code) => code !== '');
  const timedOut = codes.find((code) => /TIMED_?OUT|TIMEOUT/.test(code) && !neverLeft.has(code));
  if (timedOut !== undefined) return { kind: 'no-answer', reason: 'timeout', detail: timedOut };
  for (const code of codes) {
    const reason = certificate.test(code) ? 'tls' : neverLeft.get(code);
    if (reason !== undefined) return { kind: 'not-sent', reason, detail: code };
  }
  return { kind: 'no-answer', reason: 'cut', detail: codes.at(-1) ?? 'no code' };
}

/** The thrown value and what it names as its cause, a few steps deep. */
function causes(thrown: unknown): unknown[] {
  const chain: unknown[] = [];
  let link = thrown;
  while (link instanceof Error && chain.length < 5) {
    chain.push(link);
    link = link.cause;
  }
  return chain;
}

/** Node puts the code in `code`; Electron's net.fetch in the message, as `net::ERR_CONNECTION_REFUSED`. */
function codeOf(link: unknown): string {
  const inMessage = /\bnet::(ERR_[A-Z0-9_]+)/.exec(text(link, 'message'))?.[1];
  if (inMessage !== undefined) return inMessage;
  const code = text(link, 'code');
  return /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : '';
}

function text(link: unknown, key: 'message' | 'code'): string {
  const value =
    typeof link === 'object' && link !== null && key in link ? (link as Record<string, unknown>)[key] : '';
  return typeof value === 'string' ? value : '';
}
