import type { LogFacts } from '../log.ts';

/** One line for the log: the message and its facts as JSON. A thrown value keeps its stack and its causes. */
export function logLine(message: string, facts?: LogFacts): string {
  if (facts === undefined) return message;
  const seen = new WeakSet();
  const json = JSON.stringify(facts, (_key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return '[again]';
    seen.add(value);
    if (!(value instanceof Error)) return value;
    return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
  });
  return `${message} ${json}`;
}
