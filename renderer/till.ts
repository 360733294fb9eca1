import { create } from 'zustand';
import type { TillView } from '../preload/contract/view.ts';
import { keepSame } from './same.ts';
import { rememberLast } from './last.ts';
import { answerManager } from './manager.ts';
import { sayInfo } from './notices.ts';
import { cameFromSettings, go, settle } from './place.ts';
import { play, soundOf } from './sound.ts';
import { stringsFor } from './strings/index.ts';

interface Told {
  /** What the till last told; null until it has told anything. */
  readonly view: TillView | null;
  /** Why it has not, when it could not. */
  readonly silence: string | null;
}

const useTold = create<Told>(() => ({ view: null, silence: null }));

function accept(next: TillView): void {
  const { view } = useTold.getState();
  // The answer to the first question may arrive after a newer push.
  if (view !== null && next.revision < view.revision) return;
  if (view !== null) {
    settle(view, next);
    const sound = next.sounds ? soundOf(view, next) : null;
    if (sound !== null) play(sound);
  }
  if (next.access.kind === 'locked' && view?.access.kind !== 'locked') {
    // What was being asked was asked of somebody else.
    answerManager(false);
    go('counter');
  }
  if (next.counter.kind === 'done') rememberLast(next.counter.receipt);
  useTold.setState({ view: keepSame(view, next) });
}

/** Starts listening to the till, and asks once for what it knows. */
export function listen(): void {
  window.till.onView(accept);
  const changed = cameFromSettings();
  void window.till.call('till.view', {}).then((reply) => {
    if (reply.ok) {
      accept(reply.value);
      if (changed) sayInfo(stringsFor(reply.value.language).settings.saved);
    } else useTold.setState({ silence: reply.error.sentence });
  });
}

/** What the till last told, or null before that; for handlers outside of React. */
export function tillNow(): TillView | null {
  return useTold.getState().view;
}

/** The whole view; null until the till has told anything. */
export function useView(): TillView | null {
  return useTold((told) => told.view);
}

/** Why the till could not tell anything; null while it may still. */
export function useSilence(): string | null {
  return useTold((told) => told.silence);
}

/** A part of the view. Only for what is drawn inside the frame, which waits for the first view. */
export function useTill<T>(part: (view: TillView) => T): T {
  return useTold((told) => {
    if (told.view === null) throw new Error('The till has not told anything yet');
    return part(told.view);
  });
}
