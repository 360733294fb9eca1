import type { Locator } from '@playwright/test';
import type { App } from '../helpers/app.ts';

const padNames: Readonly<Record<string, string>> = { ',': 'Decimal point', '*': 'Times' };
const letterNames: Readonly<Record<string, string>> = { ' ': 'Space' };

/** A hand that only taps: no mouse and no keyboard. */
export async function finger(page: App['page']) {
  const glass = await page.context().newCDPSession(page);
  await glass.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const tap = async (target: Locator): Promise<void> => {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error('There is nothing to tap');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const letters = page.getByRole('group', { name: 'Keyboard on screen' });
  const letter = (name: string): Promise<void> => tap(letters.getByRole('button', { name, exact: true }));
  return {
    tap,
    letters,
    press: (name: string | RegExp) => tap(button(name)),
    /** Taps figures on the pad that is on screen. */
    pad: async (keys: string): Promise<void> => {
      const pad = page.getByRole('group', { name: /pad$/i });
      for (const key of keys) await tap(pad.getByRole('button', { name: padNames[key] ?? key, exact: true }));
    },
    /** Taps a text on the letters that came with the field, and puts them away. */
    write: async (text: string): Promise<void> => {
      for (const sign of text) {
        if (sign !== sign.toLowerCase()) await letter('Capitals');
        await letter(letterNames[sign] ?? sign);
      }
      await letter('Done');
    },
  };
}
