import { app, type BrowserWindow } from 'electron';

/**
 * One till per folder: two would share a journal and a terminal. False when another one has the folder; it is brought
 * to the front.
 */
export function isOnlyInstance(window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const shown = window();
    if (shown === null) return;
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  return true;
}
