import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ErrorCode } from '../../preload/contract/errors.ts';
import type { EntryBody } from '../journal/entries/index.ts';
import type { Article } from '../journal/entries/till.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import { compare } from './compare.ts';
import type { OnProgress } from './csv.ts';
import type { FileReason } from './file-problem.ts';
import type { BadRow } from './row.ts';
import { nextTurn } from './turn.ts';

/** Articles in one entry; the entry's schema takes no more. */
const articlesAnEntry = 1000;

/** Bad rows that a preview names; `bad` counts them all. */
const mostProblems = 500;

/** What a file would do, for a person to accept or drop. Nothing of it is in the till yet. */
export interface ImportPreview {
  readonly importId: string;
  readonly fileName: string;
  readonly good: number;
  /** Good rows that are new or differ from what the till has. */
  readonly changed: number;
  readonly bad: number;
  /** The first bad rows, at most 500. */
  readonly problems: readonly BadRow[];
}

/** Why an import goes no further; `detail` is for the sentence. */
export interface ImportRefusal {
  readonly code: ErrorCode;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export interface CatalogueImportParts {
  readonly journal: Journal;
  readonly readFile: (path: string) => Promise<Result<Uint8Array, FileReason>>;
  readonly newId: () => string;
}

export interface CatalogueImport {
  /**
   * Reads a file and keeps what it would do, in the place of a file staged before. Refuses with IMPORT-FILE, or
   * NOT-ALLOWED-NOW while another file is being read or written.
   */
  stage(path: string, onProgress: OnProgress): Promise<Result<ImportPreview, ImportRefusal>>;
  /**
   * Writes the good rows of the staged file down; `operator` is who accepted it. They count from the last entry on, all
   * at once: when the writing breaks off before, nothing has changed, and the file is to be chosen again. Refuses with
   * IMPORT-GONE, NOT-ALLOWED-NOW or the journal's code.
   */
  accept(
    importId: string,
    operator: string | null,
    onProgress: OnProgress,
  ): Promise<Result<{ readonly changed: number }, ImportRefusal>>;
  /** Forgets the staged file; one that is not staged is forgotten already. */
  drop(importId: string): void;
}

interface Staged {
  readonly imported: EntryBody<'catalogue.imported'>;
  readonly changed: readonly Article[];
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'staged'; readonly staged: Staged };

function journalRefusal(error: JournalError): ImportRefusal {
  return { code: error.code, detail: { reason: error.detail } };
}

async function write(
  journal: Journal,
  { imported, changed }: Staged,
  operator: string | null,
  onProgress: OnProgress,
): Promise<Result<{ readonly changed: number }, ImportRefusal>> {
  const { importId } = imported;
  for (let from = 0; from < changed.length; from += articlesAnEntry) {
    const articles = changed.slice(from, from + articlesAnEntry);
    const written = journal.write(operator, (tx) => tx.append('catalogue.articles', { importId, articles }));
    if (!written.ok) return err(journalRefusal(written.error));
    onProgress(from + articles.length, changed.length);
    await nextTurn();
  }
  const last = journal.write(operator, (tx) => tx.append('catalogue.imported', imported));
  return last.ok ? ok({ changed: imported.changed }) : err(journalRefusal(last.error));
}

/** The till's catalogue import: one file at a time, previewed, then accepted or dropped. It adds and updates, and removes nothing. */
export function createCatalogueImport({ journal, readFile, newId }: CatalogueImportParts): CatalogueImport {
  let state: State = { kind: 'idle' };

  async function read(
    path: string,
    onProgress: OnProgress,
  ): Promise<Result<[Staged, ImportPreview], ImportRefusal>> {
    const fileName = basename(path);
    const bytes = await readFile(path);
    if (!bytes.ok) return err({ code: 'IMPORT-FILE', detail: { reason: bytes.error, file: fileName } });
    const { readCatalogue } = await import('./csv.ts');
    const file = await readCatalogue(bytes.value, onProgress);
    if (!file.ok) return err({ code: 'IMPORT-FILE', detail: { reason: file.error, file: fileName } });
    const { good, changed, bad } = await compare(file.value, journal.read);

    const importId = newId();
    const sha256 = createHash('sha256').update(bytes.value).digest('hex');
    const counts = { articles: good, changed: changed.length, rejected: bad.length };
    return ok([
      { imported: { importId, fileName, sha256, ...counts }, changed },
      {
        importId,
        fileName,
        good,
        changed: changed.length,
        bad: bad.length,
        problems: bad.slice(0, mostProblems),
      },
    ]);
  }

  return {
    async stage(path, onProgress) {
      if (state.kind === 'busy') return err({ code: 'NOT-ALLOWED-NOW' });
      state = { kind: 'busy' };
      let next: State = { kind: 'idle' };
      try {
        const done = await read(path, onProgress);
        if (!done.ok) return done;
        const [staged, preview] = done.value;
        next = { kind: 'staged', staged };
        return ok(preview);
      } finally {
        state = next;
      }
    },

    async accept(importId, operator, onProgress) {
      if (state.kind === 'busy') return err({ code: 'NOT-ALLOWED-NOW' });
      if (state.kind === 'idle' || state.staged.imported.importId !== importId)
        return err({ code: 'IMPORT-GONE' });
      const { staged } = state;
      state = { kind: 'busy' };
      try {
        return await write(journal, staged, operator, onProgress);
      } finally {
        state = { kind: 'idle' };
      }
    },

    drop(importId) {
      if (state.kind === 'staged' && state.staged.imported.importId === importId) state = { kind: 'idle' };
    },
  };
}
