// What an Electron without an app does with `electron FOLDER`: become the app in that folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const about = /** @type {{ name: string, productName?: string, version: string, main: string }} */ (
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
);
// Electron's own default app uses these two as well; its types leave them out.
const host =
  /** @type {Electron.App & { setAppPath(folder: string): void, setVersion(version: string): void }} */ (app);
host.setAppPath(folder);
host.setVersion(about.version);
host.setName(about.productName ?? about.name);
// Awaited, so that an app written as ES modules has run its first lines before `ready`.
await import(pathToFileURL(path.resolve(folder, about.main)).href);
