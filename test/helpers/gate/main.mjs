// The till's program, held back until the test has hold of it: a window that opens while Playwright is still
// connecting is sometimes never let go again.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const root = path.resolve(import.meta.dirname, '../../..');
const about = /** @type {{ productName: string, version: string, main: string }} */ (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
);
const host =
  /** @type {Electron.App & { setAppPath(folder: string): void, setVersion(version: string): void }} */ (app);
host.setAppPath(root);
host.setVersion(about.version);
host.setName(about.productName);

const ready = app.whenReady();
/** @type {() => void} */
let open = () => undefined;
/** @type {Promise<void>} */
const opened = new Promise((resolve) => {
  open = resolve;
});
app.whenReady = () => opened;
// Playwright calls this by name when it is connected.
Object.assign(globalThis, { __playwright_run: () => void ready.then(open) });

await import(pathToFileURL(path.join(root, about.main)).href);
