// What everything is measured against: an Electron window with nothing in it.
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { reportUse } from '../report.mjs';

reportUse('true');
app.on('window-all-closed', () => app.quit());
// Not awaited here: Electron is ready only after this file has run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } });
  return window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
