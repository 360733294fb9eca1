/** What `--provision` says on the command line: nothing, a file, or the switch without one. */
export type ProvisionSwitch =
  { readonly kind: 'absent' } | { readonly kind: 'file'; readonly file: string } | { readonly kind: 'empty' };

/** Reads `--provision=FILE` and `--provision FILE` from the command line. */
export function provisionSwitch(argv: readonly string[]): ProvisionSwitch {
  const at = argv.findIndex((one) => one === '--provision' || one.startsWith('--provision='));
  const found = argv[at];
  if (found === undefined) return { kind: 'absent' };
  const file = found.startsWith('--provision=') ? found.slice('--provision='.length) : (argv[at + 1] ?? '');
  return file === '' || file.startsWith('--') ? { kind: 'empty' } : { kind: 'file', file };
}

/** Switches that let another program look into the till, or drive it. None is obeyed in a shipped till. */
const openDoors = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
];

/** The first switch that a shipped till does not start with; null when all is well. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return openDoors.find(hasSwitch) ?? null;
}
