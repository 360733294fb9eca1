/** What the till writes about its own workings, for the person who looks into a fault. It never holds money of record. */
export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

/** Small facts that go with a message. A thrown value may be given as it is; secrets are struck out where the log is written. */
export type LogFacts = Readonly<Record<string, unknown>>;
