import type { Page } from '@playwright/test';

/** Controls too small for a finger: under 48 px, or under 64 px high for what is most likely wanted next. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const modal = document.querySelector('[aria-modal="true"], dialog[open]');
    const controls = [
      ...(modal ?? document).querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, summary, [role="tab"], [role="option"]',
      ),
    ];
    const faults = controls
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => control.closest('[aria-hidden="true"], .unseen') === null)
      .flatMap((control) => {
        // What belongs to a label is pressed by it.
        const pressed =
          control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
            ? (control.closest('label') ?? control)
            : control;
        const { width, height } = pressed.getBoundingClientRect();
        const least = control.dataset['look'] === 'primary' ? 64 : 48;
        if (width >= 47.5 && height >= least - 0.5) return [];
        const name = control.getAttribute('aria-label') ?? control.textContent;
        return [
          `“${name.slice(0, 40)}” (${control.tagName}) is ${String(width)} × ${String(height)}, not ${String(least)}`,
        ];
      });
    return [...new Set(faults)];
  });
}

/** Text that is as large as the amount due, which is to be the largest on the screen; null where no amount is due. */
export async function largerThanDue(page: Page): Promise<string[] | null> {
  return page.evaluate(() => {
    const sizeOf = (element: Element): number => Number(getComputedStyle(element).fontSize.replace('px', ''));
    const due = document.querySelector('[data-due]');
    if (due === null) return null;
    const size = sizeOf(due);
    const faults: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.nodeValue ?? '').trim();
      if (text === '' || element === null || due.contains(element)) continue;
      if (element.closest('[aria-hidden="true"] svg, svg[aria-hidden="true"], .unseen') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (sizeOf(element) >= size) faults.push(`“${text.slice(0, 40)}” is as large as the amount due`);
    }
    return faults;
  });
}
