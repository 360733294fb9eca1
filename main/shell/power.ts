import { powerMonitor, powerSaveBlocker } from 'electron';
import type { Awake } from '../machine/wakefulness.ts';

/** Calls `look` when the machine wakes up: what was polled slept with it. */
export function onWaking(look: () => void): void {
  powerMonitor.on('resume', look);
  powerMonitor.on('unlock-screen', look);
}

/** Keeps awake what is told, until something else is. */
export function createWaking(): (awake: Awake) => void {
  let kept: Awake = 'nothing';
  let blocker: number | null = null;
  return (awake) => {
    if (awake === kept) return;
    if (blocker !== null) powerSaveBlocker.stop(blocker);
    kept = awake;
    blocker =
      awake === 'nothing'
        ? null
        : powerSaveBlocker.start(awake === 'screen' ? 'prevent-display-sleep' : 'prevent-app-suspension');
  };
}
