import type { Asks, CallName } from '../../preload/contract/calls.ts';
import { act, actOnce } from '../acts.ts';
import { chooseLine, closeQuestion } from '../place.ts';

/** Does what was answered and closes the dialog; it stays open, with all that was typed, when that went wrong. */
export async function answerWith<N extends CallName>(name: N, asks: Asks<N>): Promise<boolean> {
  const done = await actOnce(name, asks);
  if (done) closeQuestion();
  return done;
}

/** Rings up what was answered, chooses its line and closes the dialog; it stays open when that went wrong. */
export async function ringUpWith<N extends 'giftCard.sell' | 'sale.addArticle' | 'sale.addFreeAmount'>(
  name: N,
  asks: Asks<N>,
): Promise<void> {
  const line = await act(name, asks);
  if (line === null) return;
  chooseLine(line.lineId);
  closeQuestion();
}
