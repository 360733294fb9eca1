import { z } from 'zod';
import { staffProblems } from '../operator/staff.ts';
import { err, ok, type Result } from '../result.ts';
import type { Expected, MistakeProblem, ProvisioningMistake } from '../words/words.ts';
import { isAddressOf, paperColumns, printerKinds } from '../../preload/contract/printer.ts';
import {
  choiceField,
  groupField,
  operatorName,
  pin,
  readableText,
  webAddressOrNothing,
  yesOrNo,
} from './fields.ts';
import {
  accountId,
  clientId,
  currency,
  dintero,
  language,
  profileId,
  role,
  seller,
  store,
} from './settings.ts';

/** The provisioning file, as docs/provisioning.md and docs/provisioning.schema.json describe it. The secret may be missing: it was struck out before. */
export const provisioningFile = groupField({
  accountId,
  client: groupField({ id: clientId, secret: readableText(500, 'secret').optional() }),
  profileId,
  store,
  currency,
  seller,
  dintero: dintero.prefault({}),
  /** Left out: those that the till has. */
  operators: z
    .array(groupField({ name: operatorName, role, pin }), { error: 'list' })
    .superRefine((named, context) => {
      for (const problem of staffProblems(named)) {
        const path = problem.at === null ? [] : [problem.at, 'name'];
        context.addIssue({ code: 'custom', path, message: problem.expected });
      }
    })
    .optional(),
  /** What else there is to say of the printer is said in the till's settings. Left out: what the till has. */
  printer: groupField({
    kind: choiceField('printer-kind', printerKinds),
    address: z.string({ error: 'printer-address' }).optional(),
    columns: z.literal(paperColumns, { error: 'paper-columns' }).optional(),
    afterSale: yesOrNo.optional(),
  })
    .refine(({ kind, address }) => isAddressOf(kind, address ?? ''), {
      path: ['address'],
      error: 'printer-address',
    })
    .optional(),
  catalogue: readableText(1000, 'catalogue-file').optional(),
  language: language.optional(),
  updateUrl: webAddressOrNothing.optional(),
});

export type Provisioning = z.infer<typeof provisioningFile>;

/** Checks the whole content of a provisioning file and names every mistake in it. */
export function checkProvisioning(content: unknown): Result<Provisioning, readonly ProvisioningMistake[]> {
  const parsed = provisioningFile.safeParse(content);
  if (parsed.success) return ok(parsed.data);
  const mistakes = parsed.error.issues.flatMap((issue) => mistakesOf(issue, valueAt(content, issue.path)));
  const seen = new Set<string>();
  return err(mistakes.filter(({ path }) => !seen.has(path) && seen.add(path)));
}

function mistakesOf(issue: z.core.$ZodIssue, value: unknown): ProvisioningMistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: fieldPath([...issue.path, key]),
      problem: 'unknown-field',
      expected: 'known-field',
    }));
  }
  // Every field of the schema says what it expected as its message.
  const expected = issue.message as Expected;
  return [{ path: fieldPath(issue.path), problem: problemOf(issue, value), expected }];
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): MistakeProblem {
  if (value === undefined) return 'missing';
  if (typeof value === 'string' && value.trim() === '') return 'empty';
  if (issue.code === 'invalid_type') return 'wrong-type';
  if (issue.code === 'invalid_value' && typeof value !== 'string') return 'wrong-type';
  if (issue.code === 'too_big' && typeof value === 'string') return 'too-long';
  return 'wrong-value';
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );
}

/** `operators[0].pin`, as a person would point at it. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, key) => {
    if (typeof key === 'number') return `${before}[${key}]`;
    return before === '' ? String(key) : `${before}.${String(key)}`;
  }, '');
}
