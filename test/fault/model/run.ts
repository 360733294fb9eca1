import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { attemptFrom, isFinal } from '../../../main/payment/attempt.ts';
import { openForReading } from '../../../main/journal/open.ts';
import { verify } from '../../../main/journal/verify/index.ts';
import { anything, resolveOpen } from './commands.ts';
import { makeTemplate, type ModelShop, openModelShop } from './shop.ts';

export type ModelRun = {
  /** How many sequences are played. */
  readonly sequences: number;
  readonly seed: number;
  /** Where in the seed's sequences to begin, as a failure's report names it. */
  readonly path?: string;
  readonly onProgress?: (played: number) => void;
};

/** One in so many sequences goes on for two days, and has its whole journal verified. */
const longEvery = 50;

/**
 * Plays random sequences of what may happen to payments, and checks the laws after every step and at the end of each.
 * Gives null, or what fast-check says of the shortest sequence that breaks a law.
 */
export async function runModel({ sequences, seed, path, onProgress }: ModelRun): Promise<string | null> {
  const template = await makeTemplate();
  let played = 0;
  try {
    const anythings = fc.commands(anything, { size: '+1', maxCommands: 30 });
    const sequence = fc.asyncProperty(anythings, fc.nat(longEvery - 1), async (commands, goesOn) => {
      const shop = openModelShop(template);
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: shop }), commands);
        await settle(shop, goesOn === longEvery - 1);
        played += 1;
        if (played % 500 === 0) onProgress?.(played);
      } finally {
        await shop.close();
      }
    });
    const result = await fc.check(sequence, {
      numRuns: sequences,
      seed,
      ...(path !== undefined && { path }),
    });
    return result.failed ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result) ?? ''}` : null;
  } finally {
    rmSync(template.folder, { recursive: true, force: true });
  }
}

/** Everything heals, and time passes: in the end the till must know all that Dintero knows. */
async function settle(shop: ModelShop, long: boolean): Promise<void> {
  const { clock, control, network } = shop;
  if (!shop.powerIsOn()) await shop.restart();
  shop.cutPowerAtWrite(Infinity, 'before');
  network.down = false;
  network.mishaps.clear();
  // Prompts run out, late taps come, and what the till waits for is read.
  await clock.advance(400_000);
  resolveOpen(shop, 'CAPTURED');
  await clock.advance(10_000);
  shop.lookNow();
  await clock.advance(1_000);
  const broken = [...shop.brokenLaws('settled'), ...unsettled(shop)];
  if (long) {
    await clock.advance(49 * 3_600_000);
    broken.push(...shop.brokenLaws('settled'), ...stillWatched(shop), ...verified(shop));
  }
  if (broken.length > 0) {
    const said = control.books().transactions.map((one) => `${one.merchant_reference} ${one.status}`);
    throw new Error(`${broken.join('; ')} [${said.join(', ')}]`);
  }
}

/** Attempts that are not final although Dintero has an end for them. */
function unsettled({ journal, control }: ModelShop): string[] {
  const { read } = journal();
  const { transactions, sessions } = control.books();
  return read.unfinishedAttempts().flatMap(({ attemptId }) => {
    const attempt = attemptFrom(read.attemptEntries(attemptId));
    if (attempt === null) return [`${attemptId} cannot be read`];
    if (isFinal(attempt)) return [`${attemptId} is ${attempt.state} and its sale is not completed`];
    if (!sessions.some((one) => one.order.merchant_reference === attemptId)) return [];
    const transaction = transactions.find((one) => one.merchant_reference === attemptId);
    const misfit = transaction !== undefined && transaction.amount !== attempt.amount;
    return misfit
      ? []
      : [`${attemptId} is still ${attempt.state}, Dintero says ${transaction?.status ?? '-'}`];
  });
}

function stillWatched({ journal }: ModelShop): string[] {
  const { read } = journal();
  return [...read.watchedAttempts(), ...read.uncapturedAttempts()].map(
    ({ attemptId }) => `${attemptId} is watched after two days`,
  );
}

function verified({ file }: ModelShop): string[] {
  const db = openForReading(file);
  if (!db.ok) return [db.error.detail];
  try {
    const { wrong } = verify(db.value);
    return wrong === null ? [] : [wrong];
  } finally {
    db.value.close();
  }
}
