import {
  captured,
  expect,
  expectState,
  press,
  ringUp,
  runToEnd,
  sessionsAsked,
  test,
  type Till,
  verifyJournal,
} from './till.ts';

/** What stands on the screen, asked in the main process: a page that died is another page to Playwright. */
function onScreen(till: Till): Promise<string> {
  return till.electron().evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.executeJavaScript('document.body.innerText')) as string;
  });
}

test('a payment goes on while its window dies, the till is started once more, and the machine sleeps', async ({
  till,
}) => {
  till.simulator.chooseAnswer({ kind: 'ignored' });
  await ringUp(till, 'cup');
  await press(till, 'Pay by card');
  await expectState(till, 'Present card');

  await till.electron().evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('There is no window');
    const backAgain = new Promise<void>((resolve) => {
      window.webContents.once('did-finish-load', () => resolve());
    });
    window.webContents.forcefullyCrashRenderer();
    return backAgain;
  });
  await expect.poll(() => onScreen(till)).toContain('Present card');

  const second = await runToEnd(till.folder);
  expect(second.code).toBe(0);
  expect(await onScreen(till)).toContain('Present card');

  // The whole process stands still, as on a laptop whose lid is shut, while the customer taps.
  const { pid } = till.electron().process();
  if (pid === undefined) throw new Error('The till has no process');
  const asked = till.simulator.requests().length;
  process.kill(pid, 'SIGSTOP');
  expect(till.simulator.terminal('T0292').tapNow('approved')).toBe(true);
  process.kill(pid, 'SIGCONT');
  await till.electron().evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect.poll(() => onScreen(till)).toContain('Approved');
  await expect.poll(() => onScreen(till)).toContain('Receipt 1');

  expect(till.simulator.requests().length).toBeGreaterThan(asked);
  expect(sessionsAsked(till.simulator)).toHaveLength(1);
  expect(captured(till.simulator)).toEqual([12990]);
  verifyJournal(till.folder);
});
