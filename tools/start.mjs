import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { runToEnd } from './child.mjs';
import { withDisplay } from './display.mjs';
import { developmentSwitches, electronProgram } from './electron.mjs';
import { withKeyring } from './keyring.mjs';
import { keepScreenshot } from './screenshot.mjs';
import { cache, root } from './setup/process.mjs';

/**
 * Builds when needed and opens the till.
 * @param {string[]} args the application's own switches
 * @param {string} folder the folder that relative paths in them start from
 * @returns {Promise<number>} the application's exit code
 */
export async function start(args, folder) {
  if (!(await ensureBuilt())) return 1;
  return withDisplay((framebuffer) =>
    // Keys in the cache: a till that was provisioned here must find its secret again at the next start.
    withKeyring(path.join(cache, 'keyring'), async () => {
      const png = path.join(cache, 'screen.png');
      if (framebuffer !== undefined) {
        process.stderr.write(
          `No display here: the till runs on a private one. Screenshot every two seconds: ${png}\n`,
        );
      }
      const stop =
        framebuffer === undefined
          ? undefined
          : keepScreenshot(framebuffer, png, () => process.stderr.write(`The window is up: see ${png}\n`));
      try {
        return await runToEnd(electronProgram(), [...developmentSwitches(), root, ...args], { cwd: folder });
      } finally {
        await stop?.();
      }
    }),
  );
}
