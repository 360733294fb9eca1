import { readFile, writeFile } from 'node:fs/promises';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Desk } from '../desk.ts';
import { documentToPdf, htmlToPdf, printHtml } from './paper.ts';
import { readPicture } from './picture.ts';

/** The machine as the till sees it, with its dialogs over the till's window. */
export function machineDesk(window: BrowserWindow): Omit<Desk, 'keepLanguage' | 'keepOperators'> {
  return {
    chooseCatalogueFile: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [{ name: 'CSV', extensions: ['csv', 'txt'] }],
      });
      return filePaths[0] ?? null;
    },
    chooseSavePath: async (suggestedName) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName });
      return canceled || filePath === '' ? null : filePath;
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
    choosePicture: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [{ name: 'PNG, JPEG', extensions: ['png', 'jpg', 'jpeg'] }],
      });
      return filePaths[0] === undefined ? null : readPicture(filePaths[0]);
    },
    htmlToPdf,
    documentToPdf,
    quit: () => app.quit(),
    printHtml,
    readFile,
    writeFile: (path, bytes) => writeFile(path, bytes),
  };
}
