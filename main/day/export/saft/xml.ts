import { createHash } from 'node:crypto';

// What XML 1.0 cannot hold, lone halves of a surrogate pair among it.
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Characters as XML counts them: code points. */
function characters(value: string): string[] {
  return Array.from(value);
}

const special = /[&<>\r]/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Text as it stands between two tags, cut to `limit` characters. */
export function text(value: string, limit: number): string {
  const clean = value.replace(unprintable, ' ');
  // A string's length counts halves of pairs: never less than its characters.
  const cut = clean.length <= limit ? clean : characters(clean).slice(0, limit).join('');
  return cut.replace(special, (sign) => escapes[sign] ?? '');
}

/** One element around text that is ready to stand there. */
export function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

const idLimit = 35;
const digestLength = 10;

/**
 * A text as an identifier of at most 35 characters. One that is too long ends in a part of its SHA-256, so that two
 * different texts never become one identifier.
 */
export function id(value: string): string {
  const clean = value.replace(unprintable, ' ');
  const whole = clean === value && characters(clean).length <= idLimit;
  if (whole) return text(clean, idLimit);
  const digest = createHash('sha256').update(value).digest('hex').slice(0, digestLength);
  const begin = characters(clean)
    .slice(0, idLimit - digestLength - 1)
    .join('');
  return text(`${begin}~${digest}`, idLimit);
}
