/** Why a whole file is refused: goes with the code IMPORT-FILE, and chooses its sentence. */
export type FileReason =
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  /** Pictures, spreadsheets and the like: bytes that are no text. */
  | 'binary'
  /** The first line does not name the columns. */
  | 'no-header';

/** Bytes a catalogue file may have. */
export const mostBytes = 64 * 1024 * 1024;

/** Articles a catalogue file may have. */
export const mostRows = 100_000;
