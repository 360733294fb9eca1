import { readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkProvisioning, provisioningFile } from '../../../main/install/provisioning.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const page = readFileSync(path.join(docs, 'provisioning.md'), 'utf8');

/** Every field of a JSON Schema, as `store.id`; a list's fields without an index. */
function fieldsOf(schema: z.core.JSONSchema.JSONSchema, before = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return [];
    const here = before === '' ? name : `${before}.${name}`;
    return field.properties === undefined ? [here] : fieldsOf(field, here);
  });
}

describe('docs/provisioning.schema.json', () => {
  it('is the schema that the till checks a file by', async () => {
    const schema = z.toJSONSchema(provisioningFile, { io: 'input' });
    const titled = { title: 'Provisioning file of a Kvitt till', ...schema };
    const text = await prettier.format(JSON.stringify(titled), { parser: 'json', printWidth: 110 });
    await expect(text).toMatchFileSnapshot(path.join(docs, 'provisioning.schema.json'));
  });

  it('has each of its fields in the table of the page', () => {
    const described = [...page.matchAll(/^\| `([A-Za-z.]+)` \|/gm)].map(([, name = '']) => name);
    expect(described.toSorted()).toEqual(fieldsOf(z.toJSONSchema(provisioningFile)).toSorted());
  });
});

describe('the example on the page', () => {
  it('is a right file', () => {
    const [, example = ''] = /```json\n(\{[\s\S]*?\n\})\n```/.exec(page) ?? [];
    expect(checkProvisioning(JSON.parse(example))).toMatchObject({ ok: true });
  });
});
