import { z } from 'zod';
import type { Expected } from '../words/words.ts';

/** A text field of a form that can be written down, which says, as its zod message, what it expected. */
export function textField(expected: Expected, form: RegExp) {
  return z.string({ error: expected }).regex(form, { error: expected });
}

/** A choice among words. */
export function choiceField<const T extends readonly [string, ...string[]]>(expected: Expected, choices: T) {
  return z.enum(choices, { error: expected });
}

/** A group of fields; a key that it does not know is a mistake. */
export function groupField<T extends z.core.$ZodLooseShape>(shape: T) {
  // An unknown key keeps zod's own message, which names it.
  return z.strictObject(shape, { error: (issue) => (issue.code === 'invalid_type' ? 'object' : undefined) });
}

/** Something a person can read, of at most `limit` characters, without control characters. */
export function readableText(limit: number, expected: Expected = 'text') {
  return z
    .string({ error: expected })
    .min(1, { error: expected })
    .max(limit, { error: expected })
    .refine((text) => text.trim() !== '' && !/\p{Cc}/u.test(text), { error: expected });
}

/** What an operator is called in the journal, on reports and in the tax authority's file. */
export const operatorName = readableText(40);

export const pin = textField('pin', /^\d{4,8}$/);

/** Store, terminal and payout destination ids (reference of Dintero's stores API). */
export const shortId = textField('identifier', /^[A-Za-z0-9_-]{1,40}$/);

export const yesOrNo = z.boolean({ error: 'yes-no' });

export const webAddress = z
  .string({ error: 'address-https' })
  .refine(isWebAddress, { error: 'address-https' })
  .meta({ format: 'uri', pattern: '^https?://' });

export const webAddressOrNothing = z
  .string({ error: 'address-or-empty' })
  .refine((text) => text === '' || isWebAddress(text), { error: 'address-or-empty' })
  .meta({ pattern: '^(https?://.*)?$' });

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** https to anywhere, http to this machine only; no user name, password or fragment that could hide something. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHost.test(url.hostname));
}

/** Nine digits, the last of which is the modulus 11 check digit of the Norwegian register of entities. */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const weights = [3, 2, 7, 6, 5, 4, 3, 2];
  const total = weights.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0);
  const check = (11 - (total % 11)) % 11;
  return check === Number(text[8]);
}
