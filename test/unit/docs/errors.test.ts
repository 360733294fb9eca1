import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../preload/contract/errors.ts';

const manual = readFileSync(path.resolve(import.meta.dirname, '../../../docs/errors.md'), 'utf8');
const explained = [...manual.matchAll(/^### (.+)$/gm)].flatMap(([, heading = '']) => heading.split(', '));

describe('The manual', () => {
  it('explains every error code, once, and none that does not exist', () => {
    expect(explained.toSorted()).toEqual([...errorCodes].toSorted());
  });
});
