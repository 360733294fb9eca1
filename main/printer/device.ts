import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../result.ts';
import type { OpenLine } from './line.ts';

const run = promisify(execFile);

/**
 * A printer that the system shows as a device: `/dev/usb/lp0`, `/dev/ttyUSB0`, `\\.\COM3`. It is written to only, so it
 * says nothing about paper. Never makes a file, and never writes to one.
 */
export function deviceLine(path: string, baud: number): OpenLine {
  return async () => {
    const set = await setSpeed(path, baud);
    if (!set.ok) return set;
    const opened = await openDevice(path);
    if (!opened.ok) return opened;
    const device = opened.value;
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let last: Promise<unknown> = Promise.resolve();
    const close = async (): Promise<void> => {
      await last;
      await device.close().catch(() => undefined);
      end();
    };
    return ok({
      write: (bytes) => {
        const written = last.then(() => writeAll(device, bytes));
        last = written;
        return Promise.race([written, ended.then(() => err('the device was closed'))]);
      },
      onBytes: () => () => undefined,
      ended,
      close,
      drop: () => {
        // A write that the printer holds up ends when it goes on or is switched off; nobody waits for it.
        void close();
        end();
      },
    });
  };
}

async function openDevice(path: string): Promise<Result<FileHandle, string>> {
  try {
    const device = await open(path, constants.O_WRONLY);
    if (!(await device.stat()).isFile()) return ok(device);
    await device.close();
    return err(`${path} is a file and no printer`);
  } catch (thrown) {
    return err(words(thrown));
  }
}

async function writeAll(device: FileHandle, bytes: Uint8Array): Promise<Result<void, string>> {
  try {
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await device.write(bytes, at);
      at += bytesWritten;
    }
    return ok(undefined);
  } catch (thrown) {
    return err(words(thrown));
  }
}

/** Speed and eight plain bits for a serial port, by the system's own command; other devices have none. */
async function setSpeed(path: string, baud: number): Promise<Result<void, string>> {
  const port = /^\\\\\.\\(COM\d+)$/.exec(path)?.[1];
  const serial = /^\/dev\/(?:tty|cu|serial\/)/.test(path);
  if (port === undefined && !serial) return ok(undefined);
  try {
    if (port !== undefined) {
      await run('mode.com', [`${port}:`, `BAUD=${String(baud)}`, 'PARITY=N', 'DATA=8', 'STOP=1']);
    } else {
      await run('stty', [process.platform === 'darwin' ? '-f' : '-F', path, String(baud), 'raw', '-echo']);
    }
    return ok(undefined);
  } catch (thrown) {
    return err(words(thrown));
  }
}

function words(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
