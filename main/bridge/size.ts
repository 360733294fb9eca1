/** Far more than any message of the window's: the longest holds a reason of 200 characters. */
export const messageLimit = 64 * 1024;

/**
 * Whether a message is small enough to be looked into: its text, keys and values counted roughly as bytes. Stops as
 * soon as it is too large, so that a value that contains itself ends too.
 */
export function isSmall(message: unknown, limit = messageLimit): boolean {
  let left = limit;
  const open: unknown[] = [message];
  while (open.length > 0) {
    const value = open.pop();
    left -= typeof value === 'string' ? value.length + 8 : 8;
    if (left < 0) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      left -= value.byteLength;
      continue;
    }
    // A sparse array of a million holes has no keys worth waiting for.
    if (Array.isArray(value) && value.length > left) return false;
    for (const [key, inside] of Object.entries(value)) {
      left -= key.length;
      open.push(inside);
      if (left < 0) return false;
    }
  }
  return left >= 0;
}
