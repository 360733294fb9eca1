import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channels } from '../../preload/contract/api.ts';
import type { Caller } from './answer.ts';

type Answer = (caller: Caller | null, name: unknown, asks: unknown) => Promise<unknown>;

/** The one channel of a window, open before there is a till behind it. */
export type Door = {
  /** The window's page, and nobody else. */
  readonly ours: Caller;
  /** From now on, and for what was asked already, this answers. */
  readonly answerWith: (answer: Answer) => void;
  /** What is asked from now on waits for the next till. */
  readonly hold: () => void;
};

/** Opens the channel: the page may ask at once and is answered when the till is there. */
export function openDoor(window: BrowserWindow): Door {
  let answering = createWait();
  ipcMain.handle(channels.call, async (event, name: unknown, asks: unknown) =>
    (await answering.answer)(callerOf(event), name, asks),
  );
  return {
    ours: { contentsId: window.webContents.id, mainFrame: true, origin: 'app://till' },
    answerWith: (answer) => answering.come(answer),
    hold: () => {
      answering = createWait();
    },
  };
}

function createWait(): { readonly answer: Promise<Answer>; readonly come: (answer: Answer) => void } {
  let come: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => {
    come = resolve;
  });
  return { answer, come };
}

function callerOf(event: IpcMainInvokeEvent): Caller | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { contentsId: event.sender.id, mainFrame: frame.parent === null, origin: frame.origin };
}
