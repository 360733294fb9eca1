import fc from 'fast-check';
import type { z } from 'zod';

/** What zod says a schema is made of, as far as the contract uses it. */
type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
};

const words = fc.oneof(
  fc.constantFrom(
    '1001',
    '1',
    'TEST22-1',
    'TEST22-1-1',
    'R1',
    '3*1001',
    '2026-11-22',
    'customer',
    'Kari',
    '1234',
    '',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const numbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 10, 100, 1000, 2000, 3900, 39_000, 1_000_000),
  fc.integer(),
  fc.nat(500),
);

/** Values that fit a schema of the contract, or nearly: a limit or a pattern that it also has may be missed. */
export function fitting(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = schema.def as unknown as Def;
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape ?? {}).map(([name, field]) => [name, fitting(field)] as const);
      return fc.record(Object.fromEntries(fields));
    }
    case 'array':
      return fc.array(inner(def.element), { maxLength: 3 });
    case 'string':
      return words;
    case 'number':
    case 'int':
      return numbers;
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'union':
      return fc.oneof(...(def.options ?? []).map(fitting));
    case 'nullable':
      return fc.oneof(fc.constant(null), inner(def.innerType));
    case 'optional':
      return fc.oneof(fc.constant(undefined), inner(def.innerType));
    case 'default':
    case 'prefault':
    case 'readonly':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    default:
      throw new Error(`The fuzzer does not know the schema "${def.type}": teach it.`);
  }
}

function inner(schema: z.ZodType | undefined): fc.Arbitrary<unknown> {
  if (schema === undefined) throw new Error('A schema without what it should hold');
  return fitting(schema);
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    '',
    0,
    -1,
    0.5,
    NaN,
    Infinity,
    2 ** 53,
    10n,
    [],
    {},
    '__proto__',
  ),
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withTypedArray: true, withSparseArray: true }),
);

/** One thing about a value is made wrong: a field is gone, another is there, or something stands where it should not. */
function spoilt(value: unknown, at: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  const copy: Record<string, unknown> = { ...value };
  if (key === undefined || at % 5 === 0) return { ...copy, [at % 2 === 0 ? 'price' : 'constructor']: by };
  if (at % 5 === 1) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  copy[key] = at % 5 === 2 ? spoilt(copy[key], Math.floor(at / 5), by) : by;
  return copy;
}

/** Messages for one schema: some fit, most are one step from it, some are anything. */
export function near(schema: z.ZodType): fc.Arbitrary<unknown> {
  const fits = fitting(schema);
  return fc.oneof(
    { weight: 2, arbitrary: fits },
    {
      weight: 6,
      arbitrary: fc.tuple(fits, fc.nat(1000), junk).map(([value, at, by]) => spoilt(value, at, by)),
    },
    { weight: 2, arbitrary: junk },
  );
}
