import path from 'node:path';
import { err, ok } from '../../main/result.ts';
import type { Machine } from '../../main/start.ts';
import { aboutTest } from './about.ts';
import { helperHere } from './copies.ts';

/** A machine on which nothing is installed: a till on it starts in training. Nobody sits at its dialogs. */
export function bareMachine(folder: string): Machine {
  const nothing = (): never => {
    throw new Error('Nobody asked for this');
  };
  return {
    folder,
    version: '0.0.0',
    demoCatalogue: path.resolve(import.meta.dirname, '../../assets/demo-catalogue.csv'),
    updateEngine: { none: 'development' },
    switchedLanguage: 'en',
    languages: ['en'],
    desk: {
      chooseCatalogueFile: nothing,
      chooseSavePath: nothing,
      chooseFolder: nothing,
      choosePicture: nothing,
      htmlToPdf: nothing,
      documentToPdf: nothing,
      quit: nothing,
      printHtml: nothing,
      readFile: nothing,
      writeFile: nothing,
    },
    fetch,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    settingsIn: (of) => ({
      path: path.join(of, 'settings.json'),
      read: () => ok(null),
      write: () => err('not here'),
    }),
    keyStore: () => Promise.resolve({ kind: 'none' }),
    startHelper: helperHere,
    about: aboutTest,
    name: 'kassa-1',
    knowSecret: () => undefined,
    reopen: nothing,
  };
}
