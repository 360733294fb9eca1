import type { BrowserWindow } from 'electron';
import type { z } from 'zod';
import { channels } from '../../preload/contract/api.ts';
import { exportProgressView } from '../../preload/contract/export.ts';
import { importProgressView, tillView } from '../../preload/contract/view.ts';
import type { Log } from '../log.ts';
import { createAnswer, type BridgeParts } from './answer.ts';
import type { Door } from './door.ts';

/** What the window is told without asking. */
export interface Telling {
  onView(listener: (view: unknown) => void): () => void;
  onImportProgress(listener: (progress: unknown) => void): () => void;
  onExportProgress(listener: (progress: unknown) => void): () => void;
}

/** Connects the till to its window: what the page asked before is answered now, and it is told what changes. */
export function connectBridge(
  window: BrowserWindow,
  door: Door,
  parts: Omit<BridgeParts, 'ours'>,
  telling: Telling,
): void {
  door.answerWith(createAnswer({ ...parts, ours: door.ours }));
  telling.onView(teller(window, channels.view, tillView, parts.log));
  telling.onExportProgress(teller(window, channels.exportProgress, exportProgressView, parts.log));
  telling.onImportProgress(teller(window, channels.importProgress, importProgressView, parts.log));
}

function teller(window: BrowserWindow, channel: string, form: z.ZodType, log: Log): (told: unknown) => void {
  return (told) => {
    if (window.isDestroyed()) return;
    const parsed = form.safeParse(told);
    if (parsed.success) window.webContents.send(channel, parsed.data);
    else log.error('the window was not told: wrong form', { channel, issues: parsed.error.issues });
  };
}
