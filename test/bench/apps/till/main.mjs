// The built till, with a word on standard output when it can be used.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { reportUse } from '../report.mjs';

const root = path.resolve(import.meta.dirname, '../../../..');
const about = /** @type {{ productName: string, main: string }} */ (
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
);
const host = /** @type {Electron.App & { setAppPath(folder: string): void }} */ (app);
host.setAppPath(root);
host.setName(about.productName);

// The field that everything is scanned into, and the articles to press.
reportUse(`document.querySelector('main input') && document.querySelector('[role=tabpanel] button')`);
await import(pathToFileURL(path.join(root, about.main)).href);
