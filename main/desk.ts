import type { Language } from '../preload/contract/view.ts';
import type { Picture } from './printer/logo.ts';
import type { InstallSettings } from './install/settings.ts';
import type { Roll } from './receipt/roll.ts';
import type { Result } from './result.ts';

/** What the till needs of the machine it stands on: dialogs, paper, files. The shell gives it. */
export interface Desk {
  /** The path of the file the person chose; null when the dialog was closed. */
  chooseCatalogueFile(): Promise<string | null>;
  /** Where the person wants the file; null when the dialog was closed. */
  chooseSavePath(suggestedName: string): Promise<string | null>;
  /** The folder the person chose; null when the dialog was closed. */
  chooseFolder(): Promise<string | null>;
  /** The picture the person chose, read; null when the dialog was closed, an error when it is no picture. */
  choosePicture(): Promise<Result<Picture, string> | null>;
  /** A PDF of an 80 mm receipt, as long as its content. Rejects when the page could not be drawn. */
  htmlToPdf(html: string): Promise<Uint8Array>;
  /** A PDF of a document on A4. Rejects when the page could not be drawn. */
  documentToPdf(html: string): Promise<Uint8Array>;
  /** Ends the till in good order. */
  quit(): void;
  /** Prints on the machine's usual printer. The error says why not, in the printing system's own words. */
  printHtml(html: string, roll: Roll): Promise<Result<void, string>>;
  /** Remembers the language for the next start. */
  keepLanguage(language: Language): void;
  /** Remembers who may log in. The error is what the disk said. */
  keepOperators(operators: InstallSettings['operators']): Result<void, string>;
  /** Rejects as node:fs does. */
  readFile(path: string): Promise<Uint8Array>;
  /** Rejects as node:fs does. */
  writeFile(path: string, bytes: Uint8Array | string): Promise<void>;
}
