import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { checkExport, kindOfExport } from '../../../../main/day/export/check/file.ts';
import { exportFormats } from '../../../../main/journal/entries/till.ts';
import type { Shop } from '../../../helpers/shop.ts';
import { taken, validated } from './take.ts';

/** Takes the books out in every form, and has each checked; SAF-T against its schema as well. Gives the SAF-T files. */
export async function handedOver(shop: Pick<Shop, 'folder' | 'journalPath'>): Promise<string[]> {
  const saft: string[] = [];
  const out = path.join(shop.folder, 'out');
  mkdirSync(out);
  const now = new Date().toISOString().slice(0, 10);
  const period = { from: '2020-01-01', to: `${String(Number(now.slice(0, 4)) + 1)}-12-31` };
  for (const format of exportFormats) {
    for (const file of await taken(shop.journalPath, out, format, { period })) {
      const kind = kindOfExport(file);
      if (kind === null) throw new Error(`${file} is no export`);
      expect(checkExport(file, kind).wrong, file).toEqual([]);
      if (kind !== 'saft') continue;
      expect(validated(file)).toBe(`${file} validates`);
      saft.push(file);
    }
  }
  return saft;
}
