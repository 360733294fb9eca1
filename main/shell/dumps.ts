import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.ts';

/** Takes away what a crash may have left of the program's memory: it can hold what must never lie on a disk. */
export function removeDumps(folder: string, log: Log): void {
  for (const name of ['Crashpad', 'Crash Reports']) {
    try {
      const dumps = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.dmp'),
      );
      for (const dump of dumps) rmSync(join(folder, name, dump), { force: true });
      if (dumps.length > 0) log.info('dumps of crashes were removed', { dumps: dumps.length });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') log.warn('dumps were not removed', { thrown });
    }
  }
}
