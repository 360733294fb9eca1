import type { Page } from '@playwright/test';
import type { TillApi } from '../../preload/contract/api.ts';

/** What the bench puts into the till's page. All times are in ms since 1970. */
export type InPage = {
  /** When the last key went down, and how many did since `keys` was last set. */
  keyAt: number;
  keys: number;
  /** When the frame was drawn that shows the element's next change. */
  nextChange: (selector: string) => Promise<number>;
  /** When the frame was drawn that shows an element which is there now, or is yet to come. */
  sight: (selector: string) => Promise<number>;
};

/** Hears every key before the page does, which keeps some to itself, and waits for changes on the screen. */
function watch(): void {
  const watched = window as unknown as InPage;
  const now = (): number => performance.timeOrigin + performance.now();
  watched.keys = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      watched.keyAt = performance.timeOrigin + event.timeStamp;
      watched.keys += 1;
    },
    { capture: true },
  );
  watched.nextChange = (selector) =>
    new Promise((resolve, reject) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`There is no ${selector}`);
      setTimeout(() => reject(new Error(`Nothing changed in ${selector}`)), 10_000);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        void drawn().then(resolve);
      });
      observer.observe(element, { childList: true, subtree: true, characterData: true });
    });
  watched.sight = (selector) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`There is no ${selector}`)), 10_000);
      const look = (): void => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        void drawn().then(resolve);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
      look();
    });
  /** In the frame that draws what was changed, a message comes after the drawing. */
  const drawn = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(now());
        port2.postMessage(null);
      });
    });
}

type Pulse = { longest: number; on: boolean };

/** A timer that goes off as often as the page lets it: the longest it is kept waiting is the longest task before it. */
function takePulse(): void {
  const pulse: Pulse = { longest: 0, on: true };
  (window as unknown as { pulse: Pulse }).pulse = pulse;
  let before = performance.now();
  const beat = (): void => {
    const now = performance.now();
    pulse.longest = Math.max(pulse.longest, now - before);
    before = now;
    if (pulse.on) setTimeout(beat);
  };
  setTimeout(beat);
}

/** The longest that the window's main thread was held while `work` was done (ms). */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(takePulse);
  await work();
  return page.evaluate(() => {
    const { pulse } = window as unknown as { pulse: Pulse };
    pulse.on = false;
    return pulse.longest;
  });
}

/** Loads the page again with the bench's eyes in it, and waits for the articles. */
export async function openEyes(page: Page): Promise<void> {
  await page.addInitScript(watch);
  await page.reload();
  await page.getByRole('tabpanel').getByRole('button').first().waitFor();
}

/** From the last key that `work` presses to the frame that shows what it changed in the element (ms). */
export async function fromLastKey(page: Page, selector: string, work: () => Promise<void>): Promise<number> {
  await page.evaluate((watched) => {
    const inPage = window as unknown as InPage & { change: ReturnType<InPage['nextChange']> };
    inPage.change = inPage.nextChange(watched);
  }, selector);
  await work();
  return page.evaluate(async () => {
    const inPage = window as unknown as InPage & { change: ReturnType<InPage['nextChange']> };
    return (await inPage.change) - inPage.keyAt;
  });
}

export async function emptyBasket(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { till } = window as unknown as { till: TillApi };
    await till.call('sale.clear', { reason: 'Bench' });
  });
  await page.getByText('Scan the first article').waitFor();
}
