import type { Page } from '@playwright/test';

/**
 * Hears what a screen reader reads out by itself: what changes in a live region that was there before. A region that
 * comes together with its text is not read, and nothing is that lies behind an open dialog.
 */
export async function listenTo(page: Page): Promise<{ readonly heard: () => Promise<string[]> }> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const known = new WeakMap<Element, string>();
    const textOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element)) return '';
      const { display } = getComputedStyle(node);
      // What has no box of its own still has its text.
      const seen = display === 'contents' || node.checkVisibility();
      if (node.getAttribute('aria-hidden') === 'true' || !seen) return '';
      return [...node.childNodes].map(textOf).join(' ');
    };
    const look = (): void => {
      const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
      for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live], output')) {
        if (dialog !== undefined && !dialog.contains(region)) continue;
        const text = textOf(region).replace(/\s+/g, ' ').trim();
        const before = known.get(region);
        known.set(region, text);
        if (before !== undefined && text !== before && text !== '') heard.push(text);
      }
    };
    look();
    new MutationObserver(look).observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    Object.assign(window, { heardByReader: heard });
  });
  return {
    /** What was read since the last time it was asked. */
    heard: () =>
      page.evaluate(() => (window as unknown as { heardByReader: string[] }).heardByReader.splice(0)),
  };
}

interface Reading {
  readonly role: string;
  readonly name: string;
}

/** What a person does something with. */
const controls = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'menuitem',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'tablist',
  'tabpanel',
  'dialog',
  'region',
]);

/** Everything in the reader’s tree that has to have a name, with its name. */
export async function readerTree(page: Page): Promise<Reading[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && controls.has(String(role?.value)))
    .map(({ role, name }) => ({
      role: String(role?.value),
      name: (typeof name?.value === 'string' ? name.value : '').trim(),
    }));
}

/** The controls that a reader would call nothing but their kind. */
export async function nameless(page: Page): Promise<string[]> {
  return (await readerTree(page)).filter(({ name }) => name === '').map(({ role }) => role);
}

/**
 * Goes around by Tab once. Each stop must come after the one before it in the page, as it is read, until the page (or the
 * open dialog) begins anew: else what was wrong.
 */
export async function wrongInTabOrder(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(() => {
    const within = [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1) ?? document.body;
    const first = [...within.querySelectorAll<HTMLElement>('button, input, [tabindex="0"]')].find(
      (one) => one.tabIndex >= 0 && one.checkVisibility(),
    );
    first?.focus();
    Object.assign(window, { stops: [document.activeElement] });
  });
  const most = 150;
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { stops } = window as unknown as { stops: Element[] };
      const at = document.activeElement;
      const name = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
      // A dialog that scrolls is a stop itself, before all that is in it.
      if (at === null || at === document.body || at instanceof HTMLDialogElement) {
        return { kind: 'around', name } as const;
      }
      const last = stops.at(-1);
      // Where there is one stop alone, it comes after itself.
      const alone = stops.length === 1;
      if (stops.includes(at)) return { kind: at === last && !alone ? 'trap' : 'around', name } as const;
      const after =
        last !== undefined && (last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
      stops.push(at);
      return { kind: after ? 'next' : 'back', name } as const;
    });
    if (stop.kind === 'around') return faults;
    if (stop.kind !== 'next') faults.push(`${stop.kind}: ${stop.name.slice(0, 60)}`);
    if (stop.kind === 'trap') return faults;
  }
  return [...faults, 'Tab never comes around'];
}
