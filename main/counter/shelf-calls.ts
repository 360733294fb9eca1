import type { ImportProgressView } from '../../preload/contract/view.ts';
import type { CatalogueImport } from '../catalogue/import.ts';
import type { Desk } from '../desk.ts';
import type { Journal } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { Words } from '../words/index.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';

export type ShelfCallParts = {
  readonly journal: Journal;
  readonly catalogueImport: CatalogueImport;
  readonly desk: Desk;
  readonly words: () => Words;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  readonly onProgress: (progress: ImportProgressView) => void;
  readonly onChange: () => void;
};

type ShelfCall = Extract<keyof Handlers, `catalogue.${string}`>;

/** What the window asks about the articles on the shelves, and how a new list of them gets in. */
export function shelfCalls(parts: ShelfCallParts): Pick<Handlers, ShelfCall> {
  const { journal, catalogueImport } = parts;
  const reading = (done: number, total: number): void => {
    parts.onProgress({ phase: 'reading', done, total });
  };
  const writing = (done: number, total: number): void => {
    parts.onProgress({ phase: 'writing', done, total });
  };

  return {
    'catalogue.groups': () => ok(journal.read.groups()),

    'catalogue.inGroup': ({ group, offset, limit }) => ok(journal.read.articlesInGroup(group, offset, limit)),

    'catalogue.search': ({ text, limit }) => ok(journal.read.searchArticles(text, limit)),

    'catalogue.chooseFile': async () => {
      const path = await parts.desk.chooseCatalogueFile();
      if (path === null) return ok(null);
      const staged = await catalogueImport.stage(path, reading);
      if (!staged.ok) return staged;
      const { problems, ...preview } = staged.value;
      return ok({
        ...preview,
        problems: problems.map(({ line, reason }) => ({
          line,
          sentence: parts.words().catalogueRow(reason),
        })),
      });
    },

    'catalogue.acceptImport': async ({ importId }) => {
      const refusal = parts.authorise({ kind: 'price-change', of: `import ${importId}` });
      if (refusal !== null) return { ok: false, error: refusal };
      const accepted = await catalogueImport.accept(importId, parts.operator(), writing);
      if (accepted.ok) parts.onChange();
      return accepted;
    },

    'catalogue.dropImport': ({ importId }) => {
      catalogueImport.drop(importId);
      return ok(null);
    },
  };
}
