import type { Desk } from '../../main/desk.ts';
import type { Log } from '../../main/log.ts';
import { ok } from '../../main/result.ts';

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A desk without a machine around it: nothing is chosen, printed or kept. */
export const desk: Desk = {
  chooseCatalogueFile: () => Promise.resolve(null),
  chooseSavePath: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  choosePicture: () => Promise.resolve(null),
  htmlToPdf: () => Promise.resolve(Buffer.alloc(0)),
  documentToPdf: () => Promise.resolve(Buffer.alloc(0)),
  quit: () => undefined,
  printHtml: () => Promise.resolve(ok(undefined)),
  keepLanguage: () => undefined,
  keepOperators: () => ok(undefined),
  readFile: () => Promise.resolve(Buffer.alloc(0)),
  writeFile: () => Promise.resolve(),
};
