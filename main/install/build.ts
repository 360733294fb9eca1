import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run package` wrote into the application about itself. */
export type Build = {
  /** Made to be driven by tests, and never handed out. */
  readonly testing: boolean;
  /** The public key (PEM) that updates must be signed with; null for a program that takes none. */
  readonly updateKey: string | null;
};

/** Reads the build from the application's own folder; a program that was not packaged says nothing. */
export function readBuild(folder: string): Build {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<Build>;
  return { testing: about.testing === true, updateKey: about.updateKey ?? null };
}
