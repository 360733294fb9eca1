import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { openBridge } from './bridge/index.ts';
import { provisionSwitch, refusedSwitch } from './install/arguments.ts';
import { type Refusal, refusalSentences } from './install/refusal.ts';
import { endOnFaults, revivePage } from './shell/faults.ts';
import { machineDesk } from './shell/desk.ts';
import { machineKeyStore } from './shell/key-store.ts';
import { openLog } from './shell/log-file.ts';
import { denyNavigation } from './shell/navigation.ts';
import { machineFetch, speakPlainHttp } from './shell/network.ts';
import { isOnlyInstance } from './shell/one-instance.ts';
import { declarePage, servePage } from './shell/page.ts';
import { denyPermissions } from './shell/permissions.ts';
import { onWaking } from './shell/power.ts';
import { prepareProfile } from './shell/profile.ts';
import { createRedactor } from './shell/redact.ts';
import { blockRequests } from './shell/requests.ts';
import { settingsIn } from './shell/settings-store.ts';
import { openWindow, showWhenDrawn } from './shell/window.ts';
import { languageOf, type Machine, openTill, type RunningTill } from './start.ts';
import { provisionFromSwitch } from './install/from-switch.ts';
import { wordsFor } from './words/index.ts';

const out = join(import.meta.dirname, '..');
const folder = prepareProfile();
const redactor = createRedactor();
const log = openLog(folder, redactor);
const switches = {
  switchedLanguage: app.commandLine.getSwitchValue('lang'),
  languages: app.getPreferredSystemLanguages(),
};
let window: BrowserWindow | null = null;

/** The till does not start: the sentences go to standard error, before any window. */
function refuse(refusals: readonly Refusal[]): void {
  const words = wordsFor(languageOf(switches, null));
  const sentences = refusalSentences(refusals, words).map((one) => redactor.redact(one));
  process.stderr.write(`${sentences.join('\n')}\n`, () => app.exit(2));
}

async function run(): Promise<void> {
  const provisioned = await provisionFromSwitch(provision, folder, settingsIn(folder), machineKeyStore);
  if (!provisioned.ok) {
    refuse(provisioned.error);
    return;
  }

  denyPermissions(session.defaultSession);
  blockRequests(session.defaultSession);
  servePage(join(out, 'renderer'));
  const shown = openWindow(join(out, 'preload', 'index.cjs'));
  window = shown;
  revivePage(shown, log);
  const connect = openBridge(shown);

  const machine: Machine = {
    ...switches,
    folder,
    version: app.getVersion(),
    demoCatalogue: join(out, '..', 'assets', 'demo-catalogue.csv'),
    desk: machineDesk(shown),
    fetch: machineFetch(),
    log,
    settingsIn,
    keyStore: machineKeyStore,
    knowSecret: (secret) => redactor.know(secret),
  };
  const opened = await openTill(machine);
  if (!opened.ok) {
    refuse([opened.error]);
    return;
  }
  const { till, ready } = opened.value;
  connect(
    {
      handle: (name, asks) => till.handle(name, asks as never),
      say: (code, detail) => wordsFor(till.view().language).error(code, detail),
      log,
      newReference: () => randomBytes(3).toString('hex').toUpperCase(),
    },
    till,
  );
  closeInOrder(opened.value);
  showWhenDrawn(shown);
  await ready;
  till.start();
  onWaking(() => till.lookNow());
}

/** The till's last entry is on disk before the program is gone. */
function closeInOrder(running: RunningTill): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void running.close().then(() => app.exit(0));
  });
}

endOnFaults(log, redactor);
const provision = provisionSwitch(process.argv);
const refusedBy = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null;
if (refusedBy !== null) {
  refuse([{ kind: 'switch-refused', name: refusedBy }]);
} else if (!isOnlyInstance(() => window)) {
  if (provision.kind === 'absent') app.exit(0);
  else refuse([{ kind: 'already-running', folder }]);
} else {
  // Chromium ends at once when it is told both; a developer who runs as root must turn the sandbox off by hand.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declarePage();
  speakPlainHttp();
  denyNavigation();
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(run);
}
