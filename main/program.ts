import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { TillView } from '../preload/contract/view.ts';
import type { Door } from './bridge/door.ts';
import { connectBridge } from './bridge/index.ts';
import type { FileSwitch, RestoreSwitch } from './install/arguments.ts';
import { type Refusal, refusalSentences } from './install/refusal.ts';
import { settingsIn } from './install/settings-file.ts';
import type { Log } from './log.ts';
import { customerView } from './counter/customer-view.ts';
import { createDisplay } from './shell/display-window.ts';
import { machineAbout } from './shell/about.ts';
import { removeDumps } from './shell/dumps.ts';
import { createKiosk } from './shell/kiosk.ts';
import { startAtLogin } from './shell/login-start.ts';
import { whatStaysAwake } from './machine/wakefulness.ts';
import { machineDesk } from './shell/desk.ts';
import { startHelper } from './shell/helper-process.ts';
import { machineKeyStore } from './shell/key-store.ts';
import { machineFetch } from './shell/network.ts';
import { pageAddressAfter } from './shell/page-file.ts';
import { machineUpdates } from './shell/update.ts';
import { createWaking, onWaking } from './shell/power.ts';
import type { Redactor } from './shell/redact.ts';
import { pageDrawn, showWhenDrawn } from './shell/window.ts';
import { languageOf, type Machine, openTill, type Opens, type PageAfter, type RunningTill } from './start.ts';
import type { Till } from './till-parts.ts';
import { wordsFor } from './words/index.ts';

/** What the shell knows before anything of the till is read from disk. */
export type Program = Pick<Machine, 'switchedLanguage' | 'languages'> & {
  /** The folder of what was built. */
  readonly out: string;
  /** The install's own folder. */
  readonly folder: string;
  readonly redactor: Redactor;
  readonly log: Log;
};

/** The till does not start: the sentences go to standard error, and the exit code is 2. */
export function refuseToStart(program: Program, refusals: readonly Refusal[]): void {
  const words = wordsFor(languageOf(program, null));
  const sentences = refusalSentences(refusals, words).map((one) => program.redactor.redact(one));
  process.stderr.write(`${sentences.join('\n')}\n`, () => app.exit(2));
}

/** Installs what the provisioning file says, before any window. False when the till does not start. */
export async function provisionProgram(program: Program, provision: FileSwitch): Promise<boolean> {
  const { provisionFromSwitch } = await import('./install/from-switch.ts');
  const { folder } = program;
  const provisioned = await provisionFromSwitch(provision, folder, settingsIn(folder), machineKeyStore);
  if (!provisioned.ok) refuseToStart(program, provisioned.error);
  return provisioned.ok;
}

/** Sets the till up from its second copy, before any window. False when the till does not start. */
export async function restoreProgram(
  program: Program,
  asked: Exclude<RestoreSwitch, { kind: 'absent' }>,
): Promise<boolean> {
  const { restoreTill } = await import('./install/restore.ts');
  const { folder, log } = program;
  const restored = restoreTill(asked, { folder, machine: hostname(), now: new Date().toISOString() });
  if (restored.ok) log.info('the till was restored from its second copy', { ...restored.value });
  else refuseToStart(program, [restored.error]);
  return restored.ok;
}

/** Says what the test of a provisioning file found, and ends: 0 nothing wrong, 1 something, 2 a file with mistakes. */
export async function checkProgram(program: Program, asked: FileSwitch): Promise<void> {
  const [{ checkProvision }, { checkWordsFor }] = await Promise.all([
    import('./shell/check-provision.ts'),
    import('./words/checks.ts'),
  ]);
  const words = checkWordsFor(languageOf(program, null));
  const checked = await checkProvision(asked, program.folder, app.getVersion(), words);
  if (!checked.ok) {
    refuseToStart(program, checked.error);
    return;
  }
  const { lines, code } = checked.value;
  const said = lines.map((line) => program.redactor.redact(line)).join('\n');
  process.stdout.write(`${said}\n`, () => app.exit(code));
}

type Shown = { readonly window: BrowserWindow; readonly door: Door };

/** Opens the till behind the window, and shows it. */
export async function runTill(program: Program, shown: Shown): Promise<void> {
  const { window } = shown;
  const behind = createBehind(program, shown);
  if ((await behind.open()) === null) return;
  closeInOrder(behind);
  showWhenDrawn(window);
  onWaking(() => behind.lookNow());
  await pageDrawn(window);
  behind.unlock();
  removeDumps(program.folder, program.log);
}

type Behind = {
  /** Null when the till does not start: why has been said. */
  readonly open: (opens?: Opens) => Promise<RunningTill | null>;
  readonly unlock: () => void;
  readonly lookNow: () => void;
  readonly close: () => Promise<void>;
};

/** The till behind a window that stays, while the till may be opened again: on another install, or on changed settings. */
function createBehind(program: Program, { window, door }: Shown): Behind {
  const { log, redactor } = program;
  const facesCustomer = customersDisplay(program, window);
  const livesOnCounter = counterLife(program, window);
  let running: RunningTill | null = null;
  let reopening: Promise<void> = Promise.resolve();
  let over = false;

  const machine: Machine = {
    ...program,
    version: app.getVersion(),
    demoCatalogue: join(program.out, '..', 'assets', 'demo-catalogue.csv'),
    desk: machineDesk(window),
    fetch: machineFetch(),
    updateEngine: machineUpdates(log),
    settingsIn,
    keyStore: machineKeyStore,
    startHelper: () => startHelper(program.out),
    name: hostname(),
    knowSecret: (secret) => redactor.know(secret),
    about: machineAbout(program.out, program.folder, redactor),
    reopen: (after, opens) => {
      reopening = reopening.then(() => reopen(after, opens));
    },
  };

  async function open(opens?: Opens): Promise<RunningTill | null> {
    const opened = await openTill(machine, opens);
    if (!opened.ok) {
      refuseToStart(program, [opened.error]);
      return null;
    }
    running = opened.value;
    const { till } = running;
    // Before the page sees anything of it: what was on the counter is on the counter.
    till.start();
    connectBridge(
      window,
      door,
      {
        handle: (name, asks) => till.handle(name, asks as never),
        say: (code, detail) => wordsFor(till.view().language).error(code, detail),
        log,
        newReference: () => randomBytes(3).toString('hex').toUpperCase(),
      },
      till,
    );
    facesCustomer(till);
    livesOnCounter(till);
    return running;
  }

  /** The page begins anew, so that nothing it remembers of the till before is left on it. */
  async function reopen(after: PageAfter, opens?: Opens): Promise<void> {
    if (over) return;
    door.hold();
    await running?.close();
    running = null;
    const opened = await open(opens);
    if (opened === null) return;
    await window.loadURL(pageAddressAfter(after)).catch((thrown: unknown) => {
      log.error('the page was not loaded again', { thrown });
    });
    opened.unlock();
  }

  return {
    open,
    unlock: () => running?.unlock(),
    lookNow: () => running?.till.lookNow(),
    close: async () => {
      over = true;
      await reopening;
      await running?.close();
    },
  };
}

/** Gives the customer's display its till, and another one when that takes its place. It ends with the till's window. */
function customersDisplay({ out, log }: Program, window: BrowserWindow): (till: Till) => void {
  const display = createDisplay(join(out, 'preload', 'display.cjs'), window, log);
  window.once('closed', display.close);
  return (till) => {
    const tell = (view: TillView): void => display.tell(till.display(), customerView(view));
    till.onView(tell);
    // Nothing is drawn for the customer before the cashier sees anything.
    if (window.isVisible()) tell(till.view());
    else window.once('show', () => tell(till.view()));
  };
}

/** The computer on the counter does as the shop set it, and does not sleep while money is on its way. */
function counterLife({ folder, log }: Program, window: BrowserWindow): (till: Till) => void {
  const kiosk = createKiosk(window);
  const waking = createWaking();
  let atLogin: boolean | null = null;
  return (till) => {
    const follow = (view: TillView): void => {
      waking(whatStaysAwake(view));
      const wanted = till.counterPc();
      kiosk(wanted.kiosk);
      // Training is the same install: what starts at log-in is the real till.
      if (view.training?.ofShop === true || wanted.startAtLogin === atLogin) return;
      atLogin = wanted.startAtLogin;
      startAtLogin(wanted.startAtLogin, view.tillId, folder, log);
    };
    till.onView(follow);
    if (window.isVisible()) follow(till.view());
    else window.once('show', () => follow(till.view()));
  };
}

/** The till's last entry is on disk before the program is gone. */
function closeInOrder(behind: Behind): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void behind.close().then(() => app.exit(0));
  });
  // Chromium would end at once when the session or its keeper asks.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}
