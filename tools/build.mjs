import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from './child.mjs';
import { modules, root, run, till24 } from './setup/process.mjs';

const sources = [
  'main',
  'preload',
  'renderer',
  'assets',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = path.join(root, 'out', 'built-from');
const builder = [path.join(modules, 'electron-vite', 'bin', 'electron-vite.js'), 'build'];

/**
 * Names the state of the sources without reading them.
 * @returns {string}
 */
function state() {
  const hash = createHash('sha256');
  /** @param {string} place */
  const add = (place) => {
    const found = statSync(place);
    if (found.isDirectory()) for (const name of readdirSync(place).sort()) add(path.join(place, name));
    else hash.update(`${path.relative(root, place)} ${String(found.size)} ${String(found.mtimeMs)}\n`);
  };
  for (const source of sources) if (existsSync(path.join(root, source))) add(path.join(root, source));
  return hash.digest('hex');
}

/** @param {string} built */
function remember(built) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, built);
}

/**
 * Builds the application into out/.
 * @returns {Promise<number>} exit code
 */
export async function build() {
  const from = state();
  const code = await runToEnd(till24(), builder, { cwd: root });
  if (code === 0) remember(from);
  return code;
}

/**
 * Builds when a source changed since the last build, in silence when that goes well.
 * @returns {Promise<boolean>}
 */
export async function ensureBuilt() {
  const from = state();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return true;
  const { code, output } = await run(till24(), builder);
  if (code === 0) remember(from);
  else process.stderr.write(output);
  return code === 0;
}
