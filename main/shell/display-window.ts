import { app, BrowserWindow, type Display, nativeTheme, screen } from 'electron';
import { type CustomerView, customerView, type DisplaySettings } from '../../preload/contract/customer.ts';
import { customerChannel } from '../../preload/contract/customer-channel.ts';
import type { Log } from '../log.ts';
import { background } from './window.ts';
import { pageOrigin } from './page-file.ts';

/** The customer's display, opened and closed as the shop has it. */
export type CustomerDisplay = {
  readonly tell: (settings: DisplaySettings, view: CustomerView) => void;
  readonly close: () => void;
};

/** `till` is the window that the cashier has: the display is never on top of it where there is another screen. */
export function createDisplay(preload: string, till: BrowserWindow, log: Log): CustomerDisplay {
  let window: BrowserWindow | null = null;
  let on: number | null = null;
  let last: CustomerView | null = null;

  function send(): void {
    if (window === null || window.isDestroyed() || last === null) return;
    const told = customerView.safeParse(last);
    if (told.success) window.webContents.send(customerChannel, told.data);
    else log.error('the customer’s display was not told: wrong form', { issues: told.error.issues });
  }

  /** Fills the screen it was given; in a window of its own where the machine has only one. */
  function place(wanted: number): void {
    if (window === null || window.isDestroyed()) return;
    const mine = screen.getDisplayMatching(till.getBounds());
    const other = screenFor(wanted, screen.getAllDisplays(), mine);
    window.setFullScreen(false);
    if (other !== null) {
      window.setBounds(other.bounds);
      window.setFullScreen(true);
    }
  }

  function open(wanted: number): void {
    const made = new BrowserWindow({
      width: 1024,
      height: 600,
      show: false,
      // The scanner and the keys belong to the till.
      focusable: false,
      skipTaskbar: true,
      title: 'Kvitt',
      backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: !app.isPackaged,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    window = made;
    made.webContents.on('did-finish-load', send);
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      log.warn('the customer’s display went away', { reason });
      // The next thing that the till says opens it again.
      made.destroy();
    });
    made.once('closed', () => {
      if (window === made) window = null;
    });
    made.once('ready-to-show', () => {
      place(wanted);
      made.showInactive();
    });
    void made.loadURL(`${pageOrigin}/display.html`);
  }

  const again = (): void => {
    if (on !== null) place(on);
  };
  screen.on('display-added', again);
  screen.on('display-removed', again);

  function close(): void {
    on = null;
    window?.destroy();
    window = null;
  }

  return {
    tell: (settings, view) => {
      last = view;
      if (!settings.on) {
        if (window !== null) close();
        return;
      }
      if (window === null) open(settings.screen);
      else if (on !== settings.screen) place(settings.screen);
      on = settings.screen;
      send();
    },
    close,
  };
}

/** The screen that was chosen, counted from one; 0 is the first that the till is not on. Null for the till's own. */
function screenFor(wanted: number, all: readonly Display[], mine: Display): Display | null {
  const chosen = wanted === 0 ? all.find(({ id }) => id !== mine.id) : all[wanted - 1];
  return chosen === undefined || chosen.id === mine.id ? null : chosen;
}
