import type { PrinterSettings } from '../../preload/contract/printer.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Machine } from './machine.ts';

export type DrawerParts = {
  readonly machine: Machine;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => PrinterSettings;
  /** In training the drawer stays shut. */
  readonly training: boolean;
  readonly onChange: () => void;
};

/** `stuck`: it was to open and the printer could not be told. */
export type DrawerState = 'nothing' | 'open' | 'stuck';

/** The cash drawer on the printer's socket. Who opens it has written that down first. */
export type Drawer = {
  /** Whether there is one that the till can open. */
  readonly isThere: () => boolean;
  /** Opens it now or not at all: a drawer never opens by itself later. */
  readonly open: () => void;
  readonly state: () => DrawerState;
  readonly stop: () => void;
};

/** Between two looks (ms) at an open drawer, and how many there are before nobody looks any more. */
const looking = { everyMs: 1_500, times: 200 } as const;

export function createDrawer(parts: DrawerParts): Drawer {
  const { machine, clock, settings } = parts;
  let state: DrawerState = 'nothing';
  let callOff: () => void = () => undefined;
  let over = false;

  function become(next: DrawerState): void {
    if (state === next || over) return;
    state = next;
    parts.onChange();
  }

  /** Follows it until it is shut, where the printer tells. */
  function follow(left: number): void {
    callOff = clock.after(looking.everyMs, () => {
      void machine.drawer().then((level) => {
        if (over) return;
        const open = level !== null && level === settings().drawerOpenAt;
        become(open ? 'open' : 'nothing');
        if (open && left > 0) follow(left - 1);
      });
    });
  }

  async function kicked(): Promise<void> {
    const told = await machine.kick();
    if (!told.ok) parts.log.warn('the drawer could not be opened', { code: told.error });
    become(told.ok ? 'nothing' : 'stuck');
    if (told.ok && settings().drawerOpenAt !== 'unknown') follow(looking.times);
  }

  const isThere = (): boolean => {
    const { kind, drawer } = settings();
    return !parts.training && drawer !== 'none' && (kind === 'network' || kind === 'device');
  };

  return {
    isThere,
    open: () => {
      if (over || !isThere()) return;
      callOff();
      void kicked();
    },
    state: () => state,
    stop: () => {
      over = true;
      callOff();
    },
  };
}
