import type { About, Install } from '../../main/about/about.ts';

/** What a till in a test knows of its program and its machine. */
export const aboutTest: About = {
  parts: [{ name: 'Node.js', version: process.versions.node }],
  text: () => Promise.resolve('# Description\n\nWhat it does.'),
  facts: () => ({ platform: 'test' }),
  logs: () => Promise.resolve([]),
  redact: (text) => text,
};

export const installTest: Install = { installId: 'TESTTESTTEST', installedAt: '2026-01-02T08:00:00.000Z' };
