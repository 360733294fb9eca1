import { calls } from '../preload/contract/calls.ts';
import type { TillView } from '../preload/contract/view.ts';
import { type StoppedParts, stoppedView } from './stopped-view.ts';
import type { Till } from './till-parts.ts';
import { wordsFor } from './words/index.ts';

/** A till whose journal cannot be opened: it says so on the screen, and does nothing else. */
export function createStoppedTill(parts: StoppedParts): Till {
  const { error } = parts;
  const words = wordsFor(parts.language);
  const view = (): TillView => stoppedView(parts);
  const nothing = (): void => undefined;
  const refused = { ok: false, error: { code: error.code, sentence: words.error(error.code) } } as const;
  return {
    view,
    display: () => ({ on: false, screen: 0 }),
    handle: (name) =>
      Promise.resolve(
        name === 'till.view' ? { ok: true, value: calls[name].answers.parse(view()) as never } : refused,
      ),
    counterPc: () => ({ kiosk: false, startAtLogin: false }),
    onView: () => nothing,
    onImportProgress: () => nothing,
    onExportProgress: () => nothing,
    start: nothing,
    lookNow: nothing,
    stop: () => Promise.resolve(),
  };
}
