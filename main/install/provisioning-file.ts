import { readFileSync, realpathSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../result.ts';
import { diskWords, replaceFile } from './file.ts';
import type { Refusal } from './refusal.ts';

/** Far more than any provisioning file; a wrongly named file is not read whole. */
const limitBytes = 1024 * 1024;

/** Reads a provisioning file as JSON. `file` may be relative to the working folder. */
export function readProvisioningFile(file: string): Result<Record<string, unknown>, Refusal> {
  let text: string;
  try {
    if (statSync(file).size > limitBytes) return err({ kind: 'file-not-json', file });
    text = readFileSync(file, 'utf8');
  } catch (thrown) {
    return err({ kind: 'file-unreadable', file, detail: diskWords(thrown) });
  }
  const content = jsonObject(text);
  return content === null ? err({ kind: 'file-not-json', file }) : ok(content);
}

/** The client secret that stands in the file, if any: how a till without a key store gets at it. */
export function secretIn(file: string): Result<string | null, Refusal> {
  const content = readProvisioningFile(file);
  return content.ok ? ok(secretOf(content.value)) : content;
}

/**
 * Takes the secret out of the file. A file that is gone, or that holds another secret by now, is left alone: somebody
 * else has seen to it.
 */
export function strikeOut(file: string, secret: string): Result<void, Refusal> {
  const content = readProvisioningFile(file);
  if (!content.ok) {
    return content.error.kind === 'file-unreadable' && isGone(file) ? ok(undefined) : content;
  }
  if (secretOf(content.value) !== secret) return ok(undefined);
  const { secret: _struck, ...client } = content.value['client'] as Record<string, unknown>;
  const text = `${JSON.stringify({ ...content.value, client }, null, 2)}\n`;
  // Through a link the real file must lose the secret, not the link its target.
  const real = realpathSync(file);
  const written = replaceFile(real, text, statSync(real).mode & 0o777);
  return written.ok ? written : err({ kind: 'secret-still-in-file', file, detail: written.error });
}

function secretOf(content: Readonly<Record<string, unknown>>): string | null {
  const client = content['client'];
  if (typeof client !== 'object' || client === null) return null;
  const secret = (client as Record<string, unknown>)['secret'];
  return typeof secret === 'string' && secret !== '' ? secret : null;
}

function isGone(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) === undefined;
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
    return isObject ? (content as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
