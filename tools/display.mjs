import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { end } from './child.mjs';

/** @returns {boolean} whether windows need a screen of our own making */
export function displayMissing() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/**
 * Runs `work` with a screen: the one that is there, else a private Xvfb that ends with it.
 * @template T
 * @param {(framebuffer: string | undefined) => Promise<T>} work is given the file that holds the private screen's pixels
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (!displayMissing()) return work(undefined);
  const folder = await mkdtemp(path.join(tmpdir(), 'kvitt-screen-'));
  // Xvfb takes the first free number itself and writes it to file descriptor 3.
  const screen = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-fbdir', folder];
  // Detached: Ctrl-C is for the till, which still needs its screen to end well.
  const xvfb = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  try {
    const number = await firstLine('Xvfb', xvfb, xvfb.stdio[3]);
    process.env['DISPLAY'] = `:${number}`;
    return await work(path.join(folder, 'Xvfb_screen0'));
  } finally {
    delete process.env['DISPLAY'];
    await end(xvfb);
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The first line a helper says, or an error when it ends without one.
 * @param {string} name
 * @param {import('node:child_process').ChildProcess} child
 * @param {unknown} stream
 * @returns {Promise<string>}
 */
export async function firstLine(name, child, stream) {
  const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (stream) });
  const spoken = once(lines, 'line').then(([line]) => String(line));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it was ready.`);
  });
  try {
    return await Promise.race([spoken, ended]);
  } finally {
    lines.close();
    spoken.catch(() => undefined);
    ended.catch(() => undefined);
  }
}
