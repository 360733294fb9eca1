import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openForReading } from '../../../main/journal/open.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { folder, open, openSale, value } from './shop.ts';

it('has every acknowledged commit, and whole transactions only, after the till was killed in the middle', async () => {
  const file = path.join(folder(), 'journal.sqlite');
  open(file).close();
  let last = 0;
  for (const commits of [1, 40, 173]) {
    const acknowledged = await killAfter(file, commits);
    expect(acknowledged).toBeGreaterThan(last);

    const journal = open(file);
    last = journal.read.lastEntry()?.seq ?? 0;
    expect(last).toBeGreaterThanOrEqual(acknowledged);
    expect(last % 3).toBe(0);
    expect(journal.read.currentSaleId()).toBeNull();
    journal.close();
    const db = value(openForReading(file));
    expect(verify(db)).toMatchObject({ entries: last, wrong: null });
    db.close();
  }
  expect(openSale(open(file))).toBe(`K7F3QD-${last / 3 + 1}`);
});

/** Runs a till on the file, kills it after some commits and gives back the last entry it acknowledged. */
async function killAfter(file: string, commits: number): Promise<number> {
  const till = spawn(process.execPath, [path.join(import.meta.dirname, 'killed-till.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  till.stdout.setEncoding('utf8');
  till.stdout.on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > commits) till.kill('SIGKILL');
  });
  await once(till, 'close');
  expect(till.signalCode).toBe('SIGKILL');
  // The last piece may be half a line: only whole lines were acknowledged.
  return Number(said.split('\n').at(-2));
}
