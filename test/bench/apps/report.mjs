import { app } from 'electron';

/**
 * Says `usable TIME` (ms since 1970) when the first window shows what `test` looks for, and `memory BYTES` for every
 * line on standard input: the resident memory of all of the program's processes.
 * @param {string} test an expression in the page
 */
export function reportUse(test) {
  app.once('browser-window-created', (_event, { webContents }) => {
    webContents.once('dom-ready', () => {
      const script = `new Promise((resolve) => {
        const looked = () => {
          if (!(${test})) return false;
          // The frame that shows it has been handed over when the next one begins.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
          return true;
        };
        if (looked()) return;
        const observer = new MutationObserver(() => looked() && observer.disconnect());
        observer.observe(document, { childList: true, subtree: true });
      })`;
      void webContents.executeJavaScript(script).then((at) => process.stdout.write(`usable ${String(at)}\n`));
    });
  });
  process.stdin.on('data', () => {
    const bytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize * 1024, 0);
    process.stdout.write(`memory ${String(bytes)}\n`);
  });
}
