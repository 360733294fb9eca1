import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { readIdentity, installIdOf } from '../../main/install/identity.ts';
import { copyFolder, createCopyKeeper } from '../../main/journal/copy/index.ts';
import type { Simulator } from '../../main/simulator/index.ts';
import { developmentSwitches, electronProgram } from '../../tools/electron.mjs';
import { provisioningFor, removeFolder, temporaryFolder, writeProvisioning } from '../helpers/app.ts';
import { commandsOf, pages } from '../helpers/commands.ts';
import { day, newShop } from '../unit/day/export/month.ts';
import { entries, expect, test, verifyJournal } from './till.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Commands that a test of their own runs: that of the page, or of what they do. */
const elsewhere: Readonly<Record<string, string>> = {
  'npm run package -- --testing': 'test/e2e/packaged.test.ts',
  'npm run package -- --linux --update-key=update-key.pem': 'test/unit/docs/updates.test.ts',
  'npm run package': 'test/e2e/packaged.test.ts',
  'openssl genpkey -algorithm ed25519 -out update-key.pem': 'test/unit/docs/updates.test.ts',
  "cd linux-unpacked && grep -v 'app.asar/' ../Kvitt-testing.sha256 | sha256sum --quiet --check":
    'test/e2e/packaged.test.ts',
  'npm run -s journal -- verify journal.sqlite': 'test/unit/docs/updates.test.ts',
  "npm run -s journal -- show journal.sqlite | grep -E 'till.(started|updated)'":
    'test/unit/docs/updates.test.ts',
  'mv Kvitt.AppImage.before Kvitt.AppImage': 'test/e2e/update.test.ts',
};

/** A page whose scripts are all run by one test, which counts them. */
const scriptsElsewhere: Readonly<Record<string, string>> = {
  'inspector.md': 'test/unit/docs/inspector.test.ts',
};

/** Commands that no test can run, and what stands in for it. */
const notHere: Readonly<Record<string, string>> = {
  'npm test': 'it is what runs this',
  'npm audit': 'it asks a registry on the internet',
  'npm run icons': 'it writes into the sources; test/unit/package looks at what it wrote and how',
};

/** What takes minutes is asked for wrongly here, so that it says how it is asked; the named tests do what it does. */
const usageOnly: Readonly<
  Record<string, { readonly wrong: string; readonly says: RegExp; readonly by: string[] }>
> = {
  'npm run demo -- --out DIR': {
    wrong: 'npm run demo',
    says: /^Usage: npm run demo -- --out DIR$/m,
    by: ['test/e2e/screens.test.ts'],
  },
  'npm run bench -- --json FILE': {
    wrong: 'npm run bench',
    says: /^Usage: npm run bench -- --json FILE /m,
    by: [],
  },
  'npm run fault -- --kills N': {
    wrong: 'npm run fault -- --kills many',
    says: /^Usage: npm run fault -- \[--kills N\]/m,
    by: ['test/unit/payment/faults.test.ts', 'test/unit/payment/kill.test.ts'],
  },
  'npm run fault': {
    wrong: 'npm run fault -- --no',
    says: /^Usage: npm run fault -- \[--kills N\]/m,
    by: ['test/unit/payment/faults.test.ts', 'test/unit/payment/model.test.ts'],
  },
};

type Desk = {
  readonly simulator: Simulator;
  /** Where the person stands: files have the names that the manual gives them. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
};

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** The words of a command as a person types it, with npm sent to the till's own folder and `kvitt` being the program. */
function typed(command: string, names: Readonly<Record<string, string>> = {}): [string, string[]] {
  const [program = '', ...given] = command
    .split(' ')
    .map((word) => Object.entries(names).reduce((at, [name, real]) => at.replace(name, real), word));
  if (program === 'npm') return ['npm', ['--prefix', root, ...given]];
  if (program === 'kvitt') return [electronProgram(), [...developmentSwitches(), root, ...given]];
  throw new Error(`This is no command of the till: ${command}`);
}

function begin(desk: Desk, command: string, names?: Readonly<Record<string, string>>): ChildProcess {
  const [program, args] = typed(command, names);
  return spawn(program, args, { cwd: desk.folder, env: desk.env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function run(desk: Desk, command: string, names?: Readonly<Record<string, string>>): Promise<Ended> {
  const child = begin(desk, command, names);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  if (child.stdout === null || child.stderr === null) throw new Error('It was started without its streams');
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  // npm's own remarks about how a machine has set it up are not the command's.
  return { code, out, err: err.replaceAll(/^npm warn .*\n/gm, '') };
}

const journalIn = (folder: string): string => path.join(folder, 'journal.sqlite');
const count = (folder: string, kind: string): number =>
  existsSync(journalIn(folder)) ? entries(folder, kind).length : 0;

/** Opens a till with a command, waits until it stands on its journal, and ends it as a machine that is shut down does. */
async function opens(
  desk: Desk,
  command: string,
  home: string,
  names?: Readonly<Record<string, string>>,
): Promise<void> {
  // Each start gives its key; a till that stands is one start ahead.
  const starts = (): number => count(home, 'till.signing-key');
  const ends = (): number => count(home, 'till.stopped');
  const child = begin(desk, command, names);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => said.push(part.toString()));
  const gone = once(child, 'exit');
  try {
    await expect.poll(() => starts() > ends(), { message: said.join('') }).toBe(true);
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
  await expect.poll(() => starts() === ends()).toBe(true);
  verifyJournal(home);
}

/** Starts a till on a folder with a provisioning file, and tells it as the manual does: `/srv/kvitt/till-1`. */
async function provisions(desk: Desk, command: string): Promise<void> {
  const home = temporaryFolder();
  const file = writeProvisioning(desk.folder, provisioningFor(desk.simulator));
  copyFileSync(file, path.join(desk.folder, 'till-1.json'));
  await opens(desk, command, home, { '/srv/kvitt/till-1': home });
  expect(readFileSync(path.join(desk.folder, 'till-1.json'), 'utf8')).not.toContain('"secret"');
  expect(entries(home, 'till.started')[0]?.body['mode']).toBe('live');
  removeFolder(home);
}

/** Tests the provisioning file that lies on the desk, and installs nothing. */
async function checks(desk: Desk, command: string): Promise<void> {
  const file = writeProvisioning(desk.folder, provisioningFor(desk.simulator));
  copyFileSync(file, path.join(desk.folder, 'till-1.json'));
  const { code, out, err } = await run(desk, `${command} --lang=en`);
  expect([code, out.trim().split('\n').at(-1)], err).toEqual([0, 'Nothing wrong was found.']);
  expect(out).toContain('ok: Terminal T0292 stands in the store and is ACTIVE.');
}

/** A journal with a day in it, as `journal.sqlite` on the desk. */
function layJournal(desk: Desk): string {
  const file = journalIn(desk.folder);
  if (existsSync(file)) return file;
  const shop = newShop(file, '2026-03-01T08:00:00.000Z');
  day(shop, '2026-03-02', 1);
  shop.journal.close();
  return file;
}

async function journalSays(desk: Desk, command: string, last: RegExp): Promise<void> {
  layJournal(desk);
  const { code, out, err } = await run(desk, command, { FILE: 'journal.sqlite', FOLDER: 'books' });
  expect([code, err]).toEqual([0, '']);
  expect(out.trim().split('\n').at(-1)).toMatch(last);
}

const here: Readonly<Record<string, (desk: Desk, command: string) => Promise<void>>> = {
  'npm start': async (desk, command) => {
    // No switch names a folder, so it is the one that every program of this user has.
    await opens(desk, command, path.join(desk.folder, 'config', 'Kvitt', 'training'));
  },
  'npm start -- --check-provision=till-1.json': checks,
  'npm start -- --user-data-dir=/srv/kvitt/till-1 --provision=till-1.json --lang=en': provisions,
  'npm start -- --user-data-dir=/srv/kvitt/till-1 --provision=till-1.json': provisions,
  'kvitt --check-provision=provisioning.json': checks,
  'kvitt --user-data-dir=till-1 --check-provision=till-1.json': checks,
  'kvitt --provision=provisioning.json': async (desk, command) => {
    writeProvisioning(desk.folder, provisioningFor(desk.simulator));
    await opens(desk, command, path.join(desk.folder, 'config', 'Kvitt'));
  },
  'kvitt --user-data-dir=till-1 --provision=till-1.json': async (desk, command) => {
    copyFileSync(
      writeProvisioning(desk.folder, provisioningFor(desk.simulator)),
      path.join(desk.folder, 'till-1.json'),
    );
    await opens(desk, command, path.join(desk.folder, 'till-1'));
  },
  'kvitt --keep-running --user-data-dir=/srv/kvitt/till-1': async (desk, command) => {
    await opens(desk, command, path.join(desk.folder, 'till-1'), { '/srv/kvitt/till-1': 'till-1' });
  },
  'kvitt --user-data-dir=/srv/kvitt/till-1 --restore=/media/stick/kvitt-K7F3QD': async (desk, command) => {
    const old = path.join(desk.folder, 'till-1');
    const identity = readIdentity(path.join(old, 'identity.json'), new Date().toISOString());
    if (!identity.ok) throw new Error(identity.error);
    const { tillId } = identity.value;
    const keeper = createCopyKeeper({ now: () => new Date().toISOString(), onProgress: () => undefined });
    const copied = await keeper.round({
      from: old,
      place: desk.folder,
      anotherDisk: false,
      tillId,
      install: installIdOf(identity.value),
      machine: 'the old machine',
    });
    expect(copied.kind).toBe('kept');
    const home = path.join(desk.folder, 'till-2');
    await opens(desk, command, home, {
      '/srv/kvitt/till-1': home,
      '/media/stick/kvitt-K7F3QD': copyFolder(desk.folder, tillId),
    });
    expect(entries(home, 'till.restored')).toHaveLength(1);
  },
  'npm run journal -- verify FILE': (desk, command) =>
    journalSays(desk, command, /^OK: no entry was changed, removed, added or reordered\.$/),
  'npm run journal -- rebuild FILE': (desk, command) =>
    journalSays(desk, command, /^OK: the tables were made again from \d+ entries\.$/),
  'npm run journal -- show journal.sqlite': (desk, command) => journalSays(desk, command, /report\.z/),
  'npm run journal -- export FILE --from 2026-03-01 --to 2026-03-31 --format saft --out FOLDER': (
    desk,
    command,
  ) => journalSays(desk, command, /^OK: every file is whole/),
  'npm run journal -- recover FILE': async (desk, command) => {
    const file = layJournal(desk);
    const db = new Database(file);
    db.exec("DROP TRIGGER entry_is_never_changed; UPDATE entry SET operator = 'Ole' WHERE seq = 9");
    db.close();
    await journalSays(
      desk,
      command,
      /^OK: entries 1 to 8 were kept, entries from 9 on are only in the damaged file\.$/,
    );
  },
  'npm run fuzz -- --messages N': async (desk, command) => {
    const { code, out } = await run(desk, command.replace(' N', ' 500'));
    expect([code, out]).toEqual([0, expect.stringContaining('500 messages')]);
  },
  'npm run fuzz': async (desk) => {
    const { code, err } = await run(desk, 'npm run fuzz -- --messages many');
    expect([code, err]).toEqual([2, expect.stringContaining('usage: npm run fuzz')]);
  },
};

const given = pages().flatMap((page) => commandsOf(page).map((command) => ({ page, command })));

test('every command of the manual is tried by a test, and none is tried that the manual does not give', () => {
  const known = [elsewhere, notHere, usageOnly, here].flatMap((ways) => Object.keys(ways));
  expect(new Set(known).size).toBe(known.length);
  const untried = given.filter(
    ({ page, command }) => !known.includes(command) && scriptsElsewhere[page] === undefined,
  );
  expect(untried).toEqual([]);
  const commands = given.map(({ command }) => command);
  expect(known.filter((command) => !commands.includes(command))).toEqual([]);
  for (const page of Object.keys(scriptsElsewhere)) expect(pages()).toContain(page);

  // The tests that are named are there, and are about the page or the command.
  const named = [
    ...Object.values(elsewhere),
    ...Object.values(scriptsElsewhere),
    ...Object.values(usageOnly).flatMap(({ by }) => by),
  ];
  for (const file of named) expect(existsSync(path.join(root, file)), file).toBe(true);
  for (const [page, file] of Object.entries(scriptsElsewhere))
    expect(readFileSync(path.join(root, file), 'utf8')).toContain(`docs/${page}`);
});

test('the commands of the manual do what they say', async ({ simulator }) => {
  const folder = temporaryFolder();
  const desk: Desk = {
    simulator,
    folder,
    env: {
      ...process.env,
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      npm_config_update_notifier: 'false',
    },
  };
  for (const [command, way] of Object.entries(here))
    await test.step(command, async () => {
      await way(desk, command);
    });
  for (const [command, { wrong, says }] of Object.entries(usageOnly))
    await test.step(command, async () => {
      const { code, err } = await run(desk, wrong);
      expect([code, err]).toEqual([2, expect.stringMatching(says)]);
    });
  removeFolder(folder);
});
