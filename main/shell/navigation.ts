import { app, type WebContents } from 'electron';

/** No page but the one it was opened with: no links, no dropped files, no new windows, no page within the page. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => deny(contents));
}

function deny(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
