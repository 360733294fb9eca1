import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, lines, ringUp, test, type Till } from './till.ts';

/** Runs a script in the page as an injected one would. */
function inPage<T>(till: Till, script: string): Promise<T> {
  return till.page().evaluate(script);
}

test('the page has the till and nothing of the machine', async ({ till }) => {
  expect(await inPage(till, 'Object.keys(window.till).sort()')).toEqual([
    'call',
    'onExportProgress',
    'onImportProgress',
    'onView',
  ]);
  expect(await inPage(till, '[typeof require, typeof process, typeof module, typeof Buffer]')).toEqual(
    Array(4).fill('undefined'),
  );
});

test('the page cannot reach any server, and runs nothing that was put into it', async ({ till }) => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    response.setHeader('access-control-allow-origin', '*');
    response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const tries = await inPage<Record<string, string>>(
    till,
    `(async () => {
      const outcome = (work) => Promise.resolve().then(work).then(() => 'done', () => 'refused');
      const loaded = (element) => new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.body.append(element);
      });
      const inline = document.createElement('script');
      inline.textContent = 'window.injected = true';
      document.body.append(inline);
      return {
        fetch: await outcome(() => fetch('${address}/fetch')),
        image: await outcome(() => loaded(Object.assign(new Image(), { src: '${address}/image.png' }))),
        script: await outcome(() => loaded(Object.assign(document.createElement('script'), { src: '${address}/a.js' }))),
        socket: await outcome(() => new Promise((resolve, reject) => {
          const socket = new WebSocket('${address}'.replace('http', 'ws'));
          socket.onopen = resolve;
          socket.onerror = reject;
        })),
        beacon: await outcome(() => { if (!navigator.sendBeacon('${address}/beacon', 'x')) throw new Error(); }),
        inline: window.injected === true ? 'done' : 'refused',
        code: await outcome(() => new Function('return 1')()),
      };
    })()`,
  );
  server.close();
  const { beacon: _queued, ...others } = tries;
  expect(Object.values(others)).toEqual(Array(6).fill('refused'));
  expect(reached).toBe(0);
});

test('the page goes nowhere and opens nothing', async ({ till }) => {
  await ringUp(till, 'bun');
  // Asked in the main process: Playwright itself would wait for a navigation that never comes.
  const seen = await till.electron().evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('There is no window');
    const page = window.webContents;
    const tried = new Promise((resolve) => page.once('will-frame-navigate', resolve));
    const opened = (await page.executeJavaScript(
      `(() => {
        const other = window.open('https://example.com/');
        const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', target: '_blank' });
        document.body.append(link);
        link.click();
        location.href = 'https://example.com/';
        return other !== null;
      })()`,
    )) as boolean;
    await tried;
    const text = (await page.executeJavaScript('document.body.innerText')) as string;
    return { opened, text, url: page.getURL(), windows: BrowserWindow.getAllWindows().length };
  });
  expect(seen).toMatchObject({ opened: false, url: 'app://till/index.html', windows: 1 });
  expect(seen.text).toContain('Kanelbolle');
});

test('the page gets no permission that a browser would ask for', async ({ till }) => {
  const states = await inPage<Record<string, string>>(
    till,
    `(async () => {
      const outcome = (work) => Promise.resolve().then(work).then(() => 'granted', () => 'refused');
      return {
        notification: await Notification.requestPermission(),
        place: await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), () => resolve('refused'))),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        usb: await outcome(async () => { if ((await navigator.usb.getDevices()).length === 0) throw new Error(); }),
      };
    })()`,
  );
  expect(states).toEqual({
    notification: 'denied',
    place: 'refused',
    camera: 'refused',
    clipboard: 'refused',
    usb: 'refused',
  });
});

test('a message that is not one of the till’s is refused, and nothing happens', async ({ till }) => {
  const answers = await inPage<{ ok: boolean; error?: { code: string } }[]>(
    till,
    `Promise.all([
      window.till.call('journal.delete', {}),
      window.till.call('__proto__', {}),
      window.till.call('sale.enter', { text: 1 }),
      window.till.call('sale.enter', { text: '1001', price: 1 }),
      window.till.call('payment.card', { total: 0.5 }),
      window.till.call('sale.enter', { text: 'x'.repeat(1_000_000) }),
      window.till.call('sale.enter'),
    ])`,
  );
  expect(answers.map((answer) => answer.error?.code)).toEqual(Array(7).fill('MESSAGE-WRONG'));
  await expect(lines(till)).toHaveCount(0);
});

test('another page with the same doorway gets no answer from the till', async ({ till }) => {
  await ringUp(till, 'bun');
  const preload = path.resolve(import.meta.dirname, '../../out/preload/index.cjs');
  const code = await till.electron().evaluate(async ({ BrowserWindow }, doorway) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: doorway, sandbox: true } });
    await stranger.loadURL('app://till/index.html');
    const answer = (await stranger.webContents.executeJavaScript(
      `window.till.call('sale.clear', { reason: 'mischief' })`,
    )) as { error?: { code: string } };
    stranger.destroy();
    return answer.error?.code;
  }, preload);
  expect(code).toBe('MESSAGE-WRONG');
  await expect(lines(till)).toHaveCount(1);
});
