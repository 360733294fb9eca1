/** What a switch that names a file says on the command line: nothing, a file, or the switch without one. */
export type FileSwitch =
  { readonly kind: 'absent' } | { readonly kind: 'file'; readonly file: string } | { readonly kind: 'empty' };

/** Reads `--provision=FILE` and `--provision FILE` from the command line, or another switch of that kind. */
export function fileSwitch(
  argv: readonly string[],
  name: '--provision' | '--check-provision' | '--restore',
): FileSwitch {
  const at = argv.findIndex((one) => one === name || one.startsWith(`${name}=`));
  const found = argv[at];
  if (found === undefined) return { kind: 'absent' };
  const file = found === name ? (argv[at + 1] ?? '') : found.slice(name.length + 1);
  return file === '' || file.startsWith('--') ? { kind: 'empty' } : { kind: 'file', file };
}

/** What the command line says of restoring the till from its second copy. */
export type RestoreSwitch =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'restore';
      readonly folder: string;
      /** Also when a till was restored from this copy before. */
      readonly again: boolean;
      /** The number of the old till's last receipt, when a person has looked. */
      readonly lastReceipt: number | null;
    }
  | { readonly kind: 'wrong-number'; readonly text: string };

/** Reads `--restore=FOLDER`, `--restore-again` and `--last-receipt=N`. */
export function restoreSwitch(argv: readonly string[]): RestoreSwitch {
  const asked = fileSwitch(argv, '--restore');
  if (asked.kind !== 'file') return asked;
  const given = argv.find((one) => one.startsWith('--last-receipt='))?.slice('--last-receipt='.length);
  if (given !== undefined && !/^\d{1,9}$/.test(given)) return { kind: 'wrong-number', text: given };
  return {
    kind: 'restore',
    folder: asked.file,
    again: argv.includes('--restore-again'),
    lastReceipt: given === undefined ? null : Number(given),
  };
}

/** Switches that let another program look into the till or drive it, or that take its guards away. */
const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'no-sandbox',
  'no-zygote',
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'enable-blink-features',
  'load-extension',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'ssl-key-log-file',
  'log-net-log',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
];

/** The first switch that a shipped till does not start with; null when all is well. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return refusedSwitches.find(hasSwitch) ?? null;
}
