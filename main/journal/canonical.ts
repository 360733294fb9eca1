/**
 * The one way to write a value as JSON: keys sorted by UTF-16 code unit, no spaces, so that equal values are equal
 * text and the hash over it can be made again by anybody. Throws for what JSON cannot hold.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`Not a number that can be written down: ${value}`);
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(canonical).join(',')}]` : canonicalObject(value);
    default:
      throw new TypeError(`A ${typeof value} cannot be written down`);
  }
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('Only plain objects can be written down');
  }
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  // The default order of sort() is by UTF-16 code unit.
  for (const key of Object.keys(fields).sort()) {
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(fields[key])}`;
  }
  return `{${text}}`;
}
