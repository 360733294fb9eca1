import { verify } from 'node:crypto';

/**
 * Whether the list of what an update consists of was signed with the key that this program trusts: Ed25519 over the
 * list's bytes. The list holds the SHA-512 of every file it names, so that its signature covers them.
 */
export function isSigned(list: string, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature.trim(), 'base64');
  // Ed25519 signatures have this length; anything else is not looked into.
  if (bytes.length !== 64) return false;
  return verify(null, Buffer.from(list, 'utf8'), publicKey, bytes);
}
