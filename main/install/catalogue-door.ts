import { createCatalogueImport } from '../catalogue/import.ts';
import { readCatalogue } from '../catalogue/csv.ts';
import { readCatalogueFile } from '../catalogue/read-file.ts';
import type { BadRow } from '../catalogue/row.ts';
import type { FileReason } from '../catalogue/file-problem.ts';
import type { Journal } from '../journal/index.ts';
import type { CatalogueDoor } from './provision.ts';
import type { Refusal } from './refusal.ts';

const unwatched = (): void => undefined;

/** The catalogue as provisioning needs it: every row good, or nothing. `journal` is opened for the import only. */
export function createCatalogueDoor(
  useJournal: (work: (journal: Journal) => Promise<readonly Refusal[]>) => Promise<readonly Refusal[]>,
  newId: () => string,
): CatalogueDoor {
  return {
    check: async (path) => {
      const bytes = await readCatalogueFile(path);
      if (!bytes.ok) return [{ kind: 'catalogue-file', file: path, reason: bytes.error }];
      const file = await readCatalogue(bytes.value, unwatched);
      if (!file.ok) return [{ kind: 'catalogue-file', file: path, reason: file.error }];
      return file.value.bad.map((row) => badRow(path, row));
    },
    import: (path) => useJournal((journal) => importWhole(journal, path, newId)),
  };
}

/** Imports a file if every row of it is good; one that changes nothing leaves no entry. */
export async function importWhole(
  journal: Journal,
  path: string,
  newId: () => string,
): Promise<readonly Refusal[]> {
  const catalogue = createCatalogueImport({ journal, readFile: readCatalogueFile, newId });
  const staged = await catalogue.stage(path, unwatched);
  if (!staged.ok) {
    const reason = (staged.error.detail?.['reason'] ?? 'unreadable') as FileReason;
    return [{ kind: 'catalogue-file', file: path, reason }];
  }
  if (staged.value.bad > 0) return staged.value.problems.map((row) => badRow(path, row));
  if (staged.value.changed === 0) return [];
  const accepted = await catalogue.accept(staged.value.importId, null, unwatched);
  if (accepted.ok) return [];
  return [{ kind: 'not-kept', detail: String(accepted.error.detail?.['reason'] ?? accepted.error.code) }];
}

function badRow(file: string, { line, reason }: BadRow): Refusal {
  return { kind: 'catalogue-row', file, line, problem: reason };
}
