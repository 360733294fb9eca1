import { call } from './acts.ts';
import { tillNow } from './till.ts';

const tellEvery = 10_000;

/** Tells the till that somebody is there, so that it does not lock itself under their hands. */
export function tellPresence(): void {
  let told = -Infinity;
  const here = (event: Event): void => {
    if (event.timeStamp - told < tellEvery || tillNow()?.access.kind !== 'logged-in') return;
    told = event.timeStamp;
    void call('operator.here', {});
  };
  window.addEventListener('pointerdown', here, { capture: true });
  window.addEventListener('keydown', here, { capture: true });
}
