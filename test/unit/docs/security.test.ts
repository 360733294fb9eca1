import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(root, 'docs/security.md'), 'utf8');
const claims = [...page.matchAll(/`([\w./-]+)` has `([^`]+)`/g)].map(([, file = '', words = '']) => ({
  file,
  words,
}));

/** All that the program is made of, as text. */
function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|html|css)$/.test(entry.name))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
  );
}

describe('docs/security.md', () => {
  it('goes through all twenty points', () => {
    const points = [...page.matchAll(/^\| (\d+) \| /gm)].map(([, number]) => Number(number));
    expect(points).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1));
    expect(claims.length).toBeGreaterThan(50);
  });

  it.each(claims)('names $file for $words, which is there', ({ file, words }) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toContain(words);
  });

  it('says with right what the program does not do', () => {
    const all = sources('main', 'preload', 'renderer');
    for (const never of [
      /openExternal/,
      /experimentalFeatures/,
      /enableBlinkFeatures:/,
      /webSecurity:/,
      /allowRunningInsecureContent:/,
      /crashReporter\.start/,
      /rejectUnauthorized/,
      /setCertificateVerifyProc/,
      /dangerouslySetInnerHTML/,
      /unsafe-(inline|eval)/,
    ]) {
      expect(
        all.filter((text) => never.test(text)),
        String(never),
      ).toEqual([]);
    }
  });

  it('has the sandbox and the isolation in every window that is opened', () => {
    for (const text of sources('main').filter((one) => one.includes('new BrowserWindow('))) {
      const windows = text.split('new BrowserWindow(').slice(1);
      for (const window of windows) {
        const options = window.slice(0, window.indexOf('});'));
        expect(options).toContain('sandbox: true');
        expect(options).toContain('contextIsolation: true');
        expect(options).toMatch(/devTools: (false|!app\.isPackaged)/);
      }
    }
  });
});
