import { powerMonitor } from 'electron';

/** Calls `look` when the machine wakes up: what was polled slept with it. */
export function onWaking(look: () => void): void {
  powerMonitor.on('resume', look);
  powerMonitor.on('unlock-screen', look);
}
