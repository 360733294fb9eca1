import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { developmentSwitches, electronProgram } from '../../tools/electron.mjs';
import {
  openApp,
  provisioningFor,
  removeFolder,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import {
  entries,
  expect,
  expectReceipt,
  expectState,
  press,
  references,
  ringUp,
  test,
  type Till,
  verifyJournal,
} from './till.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Lets the next folder dialog end with this folder. */
async function choosesFolder(till: Till, folder: string): Promise<void> {
  await till.electron().evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
}

function copyIn(place: string): string {
  const [name = ''] = readdirSync(place);
  return path.join(place, name);
}

/** The last entry that the copy says it holds. */
function copiedTo(place: string): number {
  const about = readFileSync(path.join(copyIn(place), 'copy.json'), 'utf8');
  return (JSON.parse(about) as { seq: number }).seq;
}

function lastSeq(folder: string, kind: string): number {
  return entries(folder, kind).at(-1)?.seq ?? 0;
}

/** Starts the program and waits for its end. */
async function runToEnd(folder: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(
    electronProgram(),
    [...developmentSwitches(), root, `--user-data-dir=${folder}`, '--lang=en', ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number]>]);
  return { code, said };
}

test.describe('a till whose machine is lost in the middle of a payment', () => {
  test('goes on from its second copy on another machine, and the old one is told', async ({
    till,
    simulator,
  }) => {
    const page = till.page();
    const place = path.join(till.folder, '..', `${path.basename(till.folder)}-stick`);
    const second = temporaryFolder();
    mkdirSync(place);
    try {
      await press(till, 'Settings');
      await page.getByRole('tab', { name: 'Second copy' }).click();
      await expect(page.getByText('No copy is kept.')).toBeVisible();
      await choosesFolder(till, till.folder);
      await press(till, 'Choose place');
      await expect(page.getByText('cannot hold the second copy')).toBeVisible();
      await choosesFolder(till, place);
      await press(till, 'Choose place');
      await expect(page.getByRole('banner').getByText('Copy now')).toBeVisible();
      await press(till, 'Back');

      await ringUp(till, 'bun');
      await press(till, 'Pay cash');
      await press(till, 'Exact');
      await press(till, 'Confirm cash');
      await expectReceipt(till, 1);
      await press(till, 'New sale');
      await ringUp(till, 'coffee');
      simulator.chooseAnswer({ kind: 'ignored' });
      await press(till, 'Pay by card');
      await expectState(till, 'Present card');
      const waiting = lastSeq(till.folder, 'attempt.waiting');
      await expect.poll(() => copiedTo(place)).toBeGreaterThanOrEqual(waiting);
      await till.kill();
      simulator.terminal('T0292').tapNow('approved');

      // Another machine: nothing of the old one but the stick, and the secret in a provisioning file again.
      const file = writeProvisioning(second, provisioningFor(simulator));
      const restored = await openApp(second, [
        `--restore=${copyIn(place)}`,
        `--provision=${file}`,
        '--lang=en',
      ]);
      await expect(restored.page.getByText(/^Receipt 2$/)).toBeVisible();
      await restored.page.getByRole('button', { name: 'New sale' }).click();
      await expect(restored.page.getByRole('banner').getByText('Copy now')).toBeVisible();
      await restored.electron.close();
      expect(entries(second, 'till.restored')).toHaveLength(1);
      expect(entries(second, 'sale.completed').map(({ body }) => body['receiptNumber'])).toEqual([1, 2]);
      verifyJournal(second);
      expect(references(simulator)).toHaveLength(1);
      expect(copiedTo(place)).toBe(lastSeq(second, 'till.stopped'));

      // The old machine was only lost from sight.
      await till.start();
      await expect(till.page().getByText('set up on another machine')).toBeVisible();
      await till.close();
      // It does not forget, even where the copy is out of its sight.
      renameSync(place, `${place}-pulled`);
      await till.start();
      await expect(till.page().getByText('set up on another machine')).toBeVisible();
      renameSync(`${place}-pulled`, place);

      const third = temporaryFolder();
      const used = await runToEnd(second, `--restore=${copyIn(place)}`);
      expect(used.code).toBe(2);
      expect(used.said).toContain('There is a till in');
      const nowhere = await runToEnd(third, `--restore=${third}`);
      expect(nowhere.code).toBe(2);
      expect(nowhere.said).toContain('There is no second copy in');
      removeFolder(third);
    } finally {
      removeFolder(place);
      removeFolder(second);
    }
  });
});
