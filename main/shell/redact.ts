/** Secrets that the till holds at this moment: whatever text they turn up in, they are struck out. */
export interface Redactor {
  know(secret: string): void;
  redact(text: string): string;
}

const struck = '[struck out]';

/** Names whose values are never written down, in JSON, in a query or in a header. */
const secretField =
  /((?:["']?)(?:client[_-]?secret|secret|access[_-]?token|refresh[_-]?token|token|password|pin|private[_-]?key(?:pem)?|signing[_-]?key)(?:["']?)\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;&}]+)/gi;
const authorization = /\b(authorization["']?\s*[:=]\s*["']?)(?:(?:basic|bearer)\s+)?[^\s"',}]+/gi;
const scheme = /\b(basic|bearer)\s+[A-Za-z0-9+/_.~=-]{8,}/gi;
const jsonWebToken = /\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?/g;
const pem = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const addressLogin = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;
/** 13 to 19 digits, alone or in groups: as a card number is printed. */
const cardNumber = /(?<![\dA-Za-z])\d(?:[ -]?\d){12,18}(?![\dA-Za-z])/g;

/** Makes the one thing that every line goes through on its way to the log, a dialog or standard error. */
export function createRedactor(): Redactor {
  const known = new Set<string>();
  return {
    know: (secret) => {
      // Anything shorter would strike out ordinary words.
      if (secret.length < 6) return;
      known.add(secret);
      known.add(encodeURIComponent(secret));
      known.add(JSON.stringify(secret).slice(1, -1));
    },
    redact: (text) => {
      let clean = text;
      for (const secret of known) clean = clean.replaceAll(secret, struck);
      return clean
        .replace(pem, struck)
        .replace(authorization, `$1${struck}`)
        .replace(scheme, `$1 ${struck}`)
        .replace(jsonWebToken, struck)
        .replace(secretField, `$1${struck}`)
        .replace(addressLogin, `$1${struck}@`)
        .replace(cardNumber, (digits) => (isCardNumber(digits) ? `[card …${digits.slice(-4)}]` : digits));
    },
  };
}

function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (let at = 1; at <= digits.length; at += 1) {
    const value = Number(digits.at(-at)) * (at % 2 === 1 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
