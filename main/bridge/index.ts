import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { channels } from '../../preload/contract/api.ts';
import { exportProgressView } from '../../preload/contract/export.ts';
import { importProgressView, tillView } from '../../preload/contract/view.ts';
import type { Log } from '../log.ts';
import { createAnswer, type BridgeParts, type Caller } from './answer.ts';

/** What the window is told without asking. */
export interface Telling {
  onView(listener: (view: unknown) => void): () => void;
  onImportProgress(listener: (progress: unknown) => void): () => void;
  onExportProgress(listener: (progress: unknown) => void): () => void;
}

/**
 * Opens the one channel before there is a till behind it: the page may ask at once and is answered when the till is
 * there. Give the parts when they are.
 */
export function openBridge(
  window: BrowserWindow,
): (parts: Omit<BridgeParts, 'ours'>, telling: Telling) => void {
  const ours: Caller = { contentsId: window.webContents.id, mainFrame: true, origin: 'app://till' };
  let connect: (answer: ReturnType<typeof createAnswer>) => void;
  const answering = new Promise<ReturnType<typeof createAnswer>>((resolve) => {
    connect = resolve;
  });
  ipcMain.handle(channels.call, async (event, name: unknown, asks: unknown) =>
    (await answering)(callerOf(event), name, asks),
  );
  return (parts, telling) => {
    connect(createAnswer({ ...parts, ours }));
    telling.onView(teller(window, channels.view, tillView, parts.log));
    telling.onExportProgress(teller(window, channels.exportProgress, exportProgressView, parts.log));
    telling.onImportProgress(teller(window, channels.importProgress, importProgressView, parts.log));
  };
}

function callerOf(event: IpcMainInvokeEvent): Caller | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { contentsId: event.sender.id, mainFrame: frame.parent === null, origin: frame.origin };
}

function teller(window: BrowserWindow, channel: string, form: z.ZodType, log: Log): (told: unknown) => void {
  return (told) => {
    if (window.isDestroyed()) return;
    const parsed = form.safeParse(told);
    if (parsed.success) window.webContents.send(channel, parsed.data);
    else log.error('the window was not told: wrong form', { channel, issues: parsed.error.issues });
  };
}
