import { createHash } from 'node:crypto';

/** The policy of a page that is drawn for paper: its own style and pictures within it, no script, nothing from anywhere. */
export function paperPolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; img-src data:; style-src 'sha256-${hash}'`;
}
