import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz } from './run.ts';

const usage = 'usage: npm run fuzz -- [--messages N] [--seed N]';

/** A number of the command line; null when it is none. */
function numberOf(text: string | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { messages: { type: 'string' }, seed: { type: 'string' } } });
  const messages = numberOf(values.messages, 100_000);
  const seed = numberOf(values.seed, randomInt(2 ** 31));
  if (messages === null || seed === null) {
    console.error(usage);
    return 2;
  }
  const began = performance.now();
  const { heard, done } = await fuzz(messages, seed);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${String(messages)} messages (seed ${String(seed)}) in ${String(seconds)} s: ${String(heard)} in their form, ${String(done)} done, no crash, no hang, none heard that is not in the contract`,
  );
  return 0;
}

process.exitCode = await main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  return 1;
});
