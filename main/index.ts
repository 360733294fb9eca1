import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { type Door, openDoor } from './bridge/door.ts';
import { fileSwitch, refusedSwitch, restoreSwitch } from './install/arguments.ts';
import { readBuild } from './install/build.ts';
import type { Refusal } from './install/refusal.ts';
import type { Program } from './program.ts';
import { endOnFaults, revivePage } from './shell/faults.ts';
import { openLog } from './shell/log-file.ts';
import { writeDayFirst } from './shell/day-first.ts';
import { denyNavigation } from './shell/navigation.ts';
import { isOnlyInstance } from './shell/one-instance.ts';
import { declarePage, type Served, servePage } from './shell/page.ts';
import { denyPermissions } from './shell/permissions.ts';
import { speakPlainHttp } from './shell/plain-http.ts';
import { keeperProfile, passingProfile, prepareProfile } from './shell/profile.ts';
import { createRedactor } from './shell/redact.ts';
import { blockRequests } from './shell/requests.ts';
import { openWindow } from './shell/window.ts';

const out = join(import.meta.dirname, '..');
const checking = fileSwitch(process.argv, '--check-provision');
const passing = checking.kind === 'absent' ? null : passingProfile();
const keeping = app.commandLine.hasSwitch('keep-running');
const folder = passing?.folder ?? (keeping ? keeperProfile() : prepareProfile());
const redactor = createRedactor();
const log = openLog(keeping ? folder : app.getPath('userData'), redactor, keeping ? 'keeper' : 'till');
let window: BrowserWindow | null = null;

const program: Program = {
  out,
  folder,
  redactor,
  log,
  switchedLanguage: app.commandLine.getSwitchValue('lang'),
  languages: app.getPreferredSystemLanguages(),
};

type Shown = { readonly window: BrowserWindow; readonly door: Door; readonly served: Served };

/** The window, unseen until there is a till behind it. Chromium loads the page meanwhile. */
function open(): Shown {
  denyPermissions(session.defaultSession);
  blockRequests(session.defaultSession);
  const served = servePage(join(out, 'renderer'));
  window = openWindow(join(out, 'preload', 'index.cjs'));
  revivePage(window, log);
  return { window, door: openDoor(window), served };
}

/**
 * All but the shell is read from disk only when the window is on its way: this file decides how soon that is. Half of
 * the till is read while the page looks through its document, and half while it is busy with its program; reading holds
 * this process, which is who gives the page what it asks for.
 */
async function run(): Promise<void> {
  const shown = installs ? null : open();
  await shown?.served.document;
  await import('./journal/index.ts');
  await shown?.served.program;
  const { provisionProgram, restoreProgram, runTill } = await import('./program.ts');
  if (restore.kind !== 'absent' && !(await restoreProgram(program, restore))) return;
  if (provision.kind !== 'absent' && !(await provisionProgram(program, provision))) return;
  await runTill(program, shown ?? open());
}

/** Tests a provisioning file and ends, without a window. */
async function check(): Promise<void> {
  const { checkProgram } = await import('./program.ts');
  await checkProgram(program, checking);
}

/** Runs the till as another process, for as long as it takes. */
async function keep(): Promise<void> {
  const { keepRunning } = await import('./shell/keep-running.ts');
  keepRunning(log);
}

async function refuse(refusal: Refusal): Promise<void> {
  const { refuseToStart } = await import('./program.ts');
  refuseToStart(program, [refusal]);
}

endOnFaults(log, redactor, folder);
const provision = fileSwitch(process.argv, '--provision');
const restore = restoreSwitch(process.argv);
const installs = provision.kind !== 'absent' || restore.kind !== 'absent';
const refusedBy = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null;
if (refusedBy !== null && !readBuild(app.getAppPath()).testing) {
  void refuse({ kind: 'switch-refused', name: refusedBy });
} else if (keeping) {
  void keep();
} else if (passing !== null) {
  process.on('exit', passing.end);
  speakPlainHttp();
  void app.whenReady().then(check);
} else if (!isOnlyInstance(() => window)) {
  if (installs) void refuse({ kind: 'already-running', folder });
  else app.exit(0);
} else {
  // Chromium ends at once when it is told both; a developer who runs as root must turn the sandbox off by hand.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declarePage();
  writeDayFirst();
  speakPlainHttp();
  denyNavigation();
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(run);
}
