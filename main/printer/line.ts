import type { Result } from '../result.ts';

/** An open way to a printer. Nothing in it throws; an error is the machine's own words. */
export interface Line {
  /** Resolves when the system has taken all of it, or cannot. */
  write(bytes: Uint8Array): Promise<Result<void, string>>;
  /** Calls back with what the printer says. Returns a function that ends it. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** Resolves when the line is no more, whoever ended it. */
  readonly ended: Promise<void>;
  /** Lets everything that was written leave, and ends. */
  close(): Promise<void>;
  /** Ends at once. */
  drop(): void;
}

/** How a printer is reached. */
export type OpenLine = () => Promise<Result<Line, string>>;
