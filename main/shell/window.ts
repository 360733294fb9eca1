import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow, Menu, nativeTheme } from 'electron';
import { pageAddress } from './page-file.ts';

/** The page's own background in light and dark, so that nothing flashes before the first paint. */
export const background = { light: '#e9e6de', dark: '#111513' } as const;

const drawn = new WeakSet<BrowserWindow>();

/** Opens the till's window, unseen, and begins to load the page. */
export function openWindow(preload: string): BrowserWindow {
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
      // A payment's state must reach the screen at once, also behind another window.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => drawn.add(window));
  void window.loadURL(pageAddress);
  return window;
}

/** How long (ms) the page has after its first paint to fetch and draw its articles. */
const drawingMs = 150;
/** A page that has not drawn anything by then (ms) holds nothing up any longer. */
const patienceMs = 3_000;

/** Comes when the page has drawn what it opens with. */
export async function pageDrawn(window: BrowserWindow): Promise<void> {
  if (!drawn.has(window)) {
    const painted = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()));
    await Promise.race([painted, pause(patienceMs)]);
  }
  await pause(drawingMs);
}

/** Shows the window as soon as there is something on it: at once, if its first paint has been. */
export function showWhenDrawn(window: BrowserWindow): void {
  if (drawn.has(window)) window.show();
  else window.once('ready-to-show', () => window.show());
}
