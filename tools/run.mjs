// Every npm script comes through here: set up what is missing, then do the task under the till's own Node.
import path from 'node:path';
import { setUp } from './setup.mjs';
import { modules, root, till24 } from './setup/process.mjs';
import { runToEnd } from './child.mjs';

if (await setUp()) {
  const env = {
    ...process.env,
    PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
  const tasks = path.join(root, 'tools', 'tasks.mjs');
  process.exitCode = await runToEnd(till24(), [tasks, ...process.argv.slice(2)], { env });
} else {
  process.exitCode = 1;
}
