import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** What a command of the manual begins with. */
const program =
  /^(?:npm|npx|node|kvitt|openssl|cd|mv|cp|rm|chmod|sudo|apt|apt-get|systemctl|loginctl|reg|msiexec|powershell|defaults|xattr|git|sqlite3|xmllint|sha256sum) \S/;

/** The pages that a shop, an inspector or a maker of releases reads. */
export function pages(): string[] {
  return ['README.md', ...readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'))].sort();
}

/**
 * Every command that a page gives, once each: in a block of its own, line by line or as one script, and in a sentence
 * between backticks.
 */
export function commandsOf(page: string): string[] {
  const text = readFileSync(path.join(root, page === 'README.md' ? '' : 'docs', page), 'utf8');
  const found: string[] = [];
  const prose = text.replace(/^```([a-z0-9]*)\n(.*?)^```/gms, (_block, language: string, body: string) => {
    if (language === 'json') return '';
    const lines = body.trim().split('\n');
    // What a command does stands beside it, some spaces away.
    if (lines.every((line) => program.test(line)))
      found.push(...lines.map((line) => line.split('   ')[0] ?? ''));
    else found.push(body.trim());
    return '';
  });
  for (const [, span = ''] of prose.matchAll(/`([^`\n]+)`/g)) if (program.test(span)) found.push(span);
  return [...new Set(found)];
}
