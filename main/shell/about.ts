import { readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { app, screen } from 'electron';
import type { About } from '../about/about.ts';
import type { Redactor } from './redact.ts';

/** The rules take it in Norwegian or English (kassasystemforskrifta § 2-4). */
const description = { en: 'docs/system-description.md', nb: 'docs/systembeskrivelse.md' } as const;

const logs = ['till.log', 'till.old.log', 'keeper.log', 'keeper.old.log'];
/** So much of the end (bytes) of each log says what there is to say. */
const logBytes = 2 * 1024 * 1024;

/** `out`: the folder of what was built. `folder`: the profile's, where the logs are. */
export function machineAbout(out: string, folder: string, redactor: Redactor): About {
  return {
    parts: [
      { name: 'Electron', version: process.versions.electron },
      { name: 'Chromium', version: process.versions.chrome },
      { name: 'Node.js', version: process.versions.node },
    ],
    text: (text, language) =>
      text === 'licences'
        ? readText(join(process.resourcesPath, 'THIRD-PARTY-LICENCES.txt'))
        : readText(join(out, '..', description[language === 'en' ? 'en' : 'nb'])),
    facts: () => ({
      platform: `${os.type()} ${os.release()}`,
      arch: process.arch,
      locale: app.getLocale(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      processors: os.cpus().length,
      memoryMB: Math.floor(os.totalmem() / 1_000_000),
      freeMemoryMB: Math.floor(os.freemem() / 1_000_000),
      machineUpMinutes: Math.floor(os.uptime() / 60),
      tillUpMinutes: Math.floor(process.uptime() / 60),
      screens: screen
        .getAllDisplays()
        .map(({ size, scaleFactor }) => `${size.width}x${size.height}@${scaleFactor}`)
        .join(', '),
    }),
    logs: async () => {
      const read = await Promise.all(
        logs.map(async (name) => ({ name, text: await readEnd(join(folder, 'logs', name)) })),
      );
      return read.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]));
    },
    redact: (text) => redactor.redact(text),
  };
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

async function readEnd(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    const content = await readFile(path);
    return content.subarray(Math.max(0, size - logBytes)).toString('utf8');
  } catch {
    return null;
  }
}
