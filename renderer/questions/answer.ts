import type { Asks, CallName } from '../../preload/contract/calls.ts';
import { actOnce } from '../acts.ts';
import { closeQuestion } from '../place.ts';

/** Does what was answered and closes the dialog; it stays open, with all that was typed, when that went wrong. */
export async function answerWith<N extends CallName>(name: N, asks: Asks<N>): Promise<void> {
  if (await actOnce(name, asks)) closeQuestion();
}
