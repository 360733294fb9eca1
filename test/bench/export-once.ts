// Exports a journal as SAF-T in a process of its own, whose memory is then its own as well: FILE TO FOLDER.
import { setImmediate } from 'node:timers/promises';
import { exportJournal } from '../../main/day/export/index.ts';
import { openSource } from '../../main/journal/source.ts';
import { accounts } from '../../preload/contract/books.ts';

const [file = '', to = '', folder = ''] = process.argv.slice(2);
const source = openSource(file);
if (!source.ok) throw new Error(source.error.detail);
const begun = performance.now();
const made = await exportJournal(
  {
    format: 'saft',
    period: { from: '2026-01-01', to },
    folder,
    accounts: accounts.parse({}),
    createdAt: new Date().toISOString(),
  },
  {
    source: source.value,
    isCancelled: () => false,
    pause: () => setImmediate(),
    onProgress: () => undefined,
  },
);
if (!made.ok) throw new Error(made.error.detail);
const seconds = (performance.now() - begun) / 1000;
// maxRSS is in kilobytes.
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
