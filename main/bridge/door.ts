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
};

/** Opens the channel: the page may ask at once and is answered when the till is there. */
export function openDoor(window: BrowserWindow): Door {
  let answerWith: (answer: Answer) => void = () => undefined;
  const answering = new Promise<Answer>((resolve) => {
    answerWith = resolve;
  });
  ipcMain.handle(channels.call, async (event, name: unknown, asks: unknown) =>
    (await answering)(callerOf(event), name, asks),
  );
  return {
    ours: { contentsId: window.webContents.id, mainFrame: true, origin: 'app://till' },
    answerWith: (answer) => {
      answerWith(answer);
    },
  };
}

function callerOf(event: IpcMainInvokeEvent): Caller | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { contentsId: event.sender.id, mainFrame: frame.parent === null, origin: frame.origin };
}
