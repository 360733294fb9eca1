/** How the till is started when somebody logs in on the computer. */
export interface LoginStart {
  readonly program: string;
  readonly args: readonly string[];
}

/** A file for the folder `autostart` of a Linux desktop (Desktop Entry Specification 1.5). */
export function autostartEntry(name: string, { program, args }: LoginStart): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${[program, ...args].map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** An argument as the specification has it: quoted, its special characters marked, and the marks marked for the file. */
function quoted(argument: string): string {
  const marked = argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${marked.replaceAll('\\', '\\\\')}"`;
}

/** What belongs to one start only: setting the till up, once. */
const onceOnly = ['--provision', '--restore', '--restore-again', '--last-receipt'];

/** The arguments of a program that is started again. */
export function argumentsAgain(args: readonly string[]): string[] {
  const again: string[] = [];
  let valueFollows = false;
  for (const one of args) {
    const skipped = valueFollows && !one.startsWith('--');
    valueFollows = one === '--provision' || one === '--restore';
    if (!skipped && !onceOnly.some((name) => one === name || one.startsWith(`${name}=`))) again.push(one);
  }
  return again;
}
