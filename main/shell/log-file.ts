import { join } from 'node:path';
import electronLog from 'electron-log/main.js';
import type { Log } from '../log.ts';
import { logLine } from './log-line.ts';
import type { Redactor } from './redact.ts';

/** Two files of this size are kept: the one that is written and the one before it. */
const limitBytes = 2 * 1024 * 1024;

/** A log in `folder`. Every line passes the redactor last of all, so that nothing can go around it. */
export function openLog(folder: string, redactor: Redactor, name = 'till'): Log {
  const logger = electronLog.create({ logId: name });
  logger.transports.console.level = false;
  logger.transports.ipc.level = false;
  logger.transports.file.level = 'info';
  logger.transports.file.maxSize = limitBytes;
  logger.transports.file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] [{level}] {text}';
  logger.transports.file.resolvePathFn = () => join(folder, 'logs', `${name}.log`);
  logger.hooks.push((message) => ({
    ...message,
    data: message.data.map((part: unknown) => redactor.redact(String(part))),
  }));
  return {
    info: (message, facts) => logger.info(logLine(message, facts)),
    warn: (message, facts) => logger.warn(logLine(message, facts)),
    error: (message, facts) => logger.error(logLine(message, facts)),
  };
}
