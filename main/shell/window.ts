import { app, BrowserWindow, Menu, nativeTheme } from 'electron';
import { pageAddress } from './page-file.ts';

/** The page's own background in light and dark, so that nothing flashes before the first paint. */
const background = { light: '#e9e6de', dark: '#111513' } as const;

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

/** Shows the window as soon as there is something on it: at once, if its first paint has been. */
export function showWhenDrawn(window: BrowserWindow): void {
  if (drawn.has(window)) window.show();
  else window.once('ready-to-show', () => window.show());
}
