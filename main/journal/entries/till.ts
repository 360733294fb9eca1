import { z } from 'zod';
import { attemptIdField, instantField, oreField, vatRateField } from './fields.ts';

export const articleField = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Including VAT. */
  price: oreField,
  vatRate: vatRateField,
  group: z.string(),
  barcode: z.string().nullable(),
  /** How old (years) the buyer must be. */
  ageLimit: z.int().positive().optional(),
  /** Deposit on each piece's bottle or can, in øre. */
  deposit: oreField.optional(),
});

export const exportFormats = ['saft', 'csv', 'jsonl', 'voucher'] as const;

export const tillEntries = {
  'till.started': z.strictObject({
    tillId: z.string(),
    version: z.string(),
    mode: z.enum(['live', 'training']),
    storeId: z.string(),
    terminalId: z.string(),
    platform: z.string(),
  }),
  'till.stopped': z.strictObject({}),
  /** First use of another version of the program (SAF-T event 13007). */
  'till.updated': z.strictObject({ from: z.string(), to: z.string() }),
  /** `from` is the time it was, as far as the till can tell: of the entry before at a start, else by counting on. */
  'till.clock-jumped': z.strictObject({ from: instantField, to: instantField }),
  /** The journal can be written to again after it could not since `since`: this entry is the proof. */
  'till.journal-writable': z.strictObject({ code: z.string(), detail: z.string(), since: instantField }),
  /** The till was switched to training: what follows until it ended stands in a journal of its own (SAF-T event 13023). */
  'till.training-started': z.strictObject({}),
  /** The till is real again (SAF-T event 13024): a person switched, the program was started anew, or training did not open. */
  'till.training-ended': z.strictObject({ why: z.enum(['switched', 'restarted', 'not-opened']) }),
  /** A new signing key; `publicKey` is PEM (SPKI), so that the chain can be checked by anybody. */
  'till.signing-key': z.strictObject({ keyVersion: z.string(), publicKey: z.string() }),
  /** Something readable could be saved from a damaged file; this journal goes on from there. */
  'till.journal-recovered': z.strictObject({
    setAside: z.string(),
    lastGoodSeq: z.int(),
    lostFromSeq: z.int().nullable(),
    reason: z.string(),
    /** The highest numbers that anything readable in the damaged file had taken: the series go on after them. */
    taken: z.strictObject({
      sale: z.int().nonnegative(),
      receipt: z.int().nonnegative(),
      alarm: z.int().nonnegative(),
      z: z.int().nonnegative(),
    }),
  }),
  /**
   * This journal was restored from the second copy, and this install goes on with it. `copiedTo` is the last entry that
   * the copy held; what the old install did after it is in no journal.
   */
  'till.restored': z.strictObject({
    machine: z.string(),
    copiedFrom: z.string(),
    copiedTo: z.int().nonnegative(),
    copiedAt: instantField.nullable(),
    /** Whether the old install had been closed in good order, so that nothing can be missing. */
    closed: z.boolean(),
    /**
     * The series go on after these. Sales, attempts and refunds leave room for what the old install may have used since,
     * so that no reference is ever sent to Dintero twice; receipts go on where they were.
     */
    taken: z.strictObject({
      sale: z.int().nonnegative(),
      attempt: z.int().nonnegative(),
      refund: z.int().nonnegative(),
      receipt: z.int().nonnegative(),
    }),
  }),
  /** Dintero knows these attempts of this till and the journal does not: its last entries were lost. None is named so again. */
  'till.attempts-lost': z.strictObject({
    attemptIds: z.array(attemptIdField).min(1),
    /** The last entry that was there when the till started; zero when there was none. The lost ones came after it. */
    afterSeq: z.int().nonnegative(),
  }),
  'catalogue.imported': z.strictObject({
    importId: z.string(),
    fileName: z.string(),
    sha256: z.string(),
    /** How many articles the file gave, how many of them were new or changed, and how many rows were left out. */
    articles: z.int(),
    changed: z.int(),
    rejected: z.int(),
  }),
  /** New and changed articles of an import, at most 1,000 an entry; the price's time is the entry's. */
  'catalogue.articles': z.strictObject({
    importId: z.string(),
    articles: z.array(articleField).min(1).max(1000),
  }),
  /** A person changed one article, or made a new one. */
  'article.changed': z.strictObject({ article: articleField }),
  /** A copy of a period was handed out, in whole days of the shop's zone; `files` are whole and lie where they were asked for. */
  'journal.exported': z.strictObject({
    format: z.enum(exportFormats),
    from: z.iso.date(),
    to: z.iso.date(),
    files: z
      .array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string() }))
      .min(1),
  }),
  'receipt.printed': z.strictObject({ receiptNumber: z.int().positive(), how: z.enum(['pdf', 'printer']) }),
} as const;

export type ExportFormat = (typeof exportFormats)[number];
export type Article = z.infer<typeof articleField>;
