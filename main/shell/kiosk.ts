import { app, type BrowserWindow } from 'electron';

/**
 * Lets the window fill the screen, and keeps it open: Alt+F4 and the like do nothing. The ways out are the till's own
 * settings, the end of the session, and whoever ends the program from outside.
 */
export function createKiosk(window: BrowserWindow): (on: boolean) => void {
  let kept = false;
  let leaving = false;
  app.on('before-quit', () => {
    leaving = true;
  });
  window.on('session-end', () => {
    leaving = true;
  });
  window.on('close', (event) => {
    if (kept && !leaving) event.preventDefault();
  });
  return (on) => {
    if (on === kept) return;
    kept = on;
    window.setKiosk(on);
  };
}
