import type { Page } from '@playwright/test';

/** Text that a person cannot read whole: cut off by what it stands in, out of the window, or under other text. */
export async function unreadableText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5;
    const modal = document.querySelector('[aria-modal="true"], dialog[open]');
    const shown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[aria-hidden="true"], .unseen, svg') === null &&
      (modal === null || modal.contains(element));

    interface Piece {
      readonly element: Element;
      readonly text: string;
      readonly box: DOMRect;
    }
    const pieces: Piece[] = [];
    const faults: string[] = [];

    const clippedBy = (element: Element, box: DOMRect): string | null => {
      let left = box.left;
      let right = box.right;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        const edge = at.getBoundingClientRect();
        const hidesX = style.overflowX === 'hidden' || style.overflowX === 'clip';
        const hidesY = style.overflowY === 'hidden' || style.overflowY === 'clip';
        if (hidesX && (right > edge.right + slack || left < edge.left - slack)) return at.tagName;
        if (hidesY && (box.bottom > edge.bottom + slack + 2 || box.top < edge.top - slack - 2))
          return at.tagName;
        // What can be scrolled to is not lost, and what is scrolled away is no fault.
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
          left = Math.max(left, edge.left);
          right = Math.min(right, edge.right);
        }
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') return null;
      }
      return left < -slack || right > innerWidth + slack || box.bottom > innerHeight + slack
        ? 'window'
        : null;
    };

    // A word that goes on in the next line with no hyphen is read as two.
    const brokenWord = (node: Node): string | null => {
      for (const { 0: part, index } of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
        const tops = Array.from({ length: part.length }, (_, at) => at).flatMap((at) => {
          const range = document.createRange();
          range.setStart(node, index + at);
          range.setEnd(node, index + at + 1);
          return [...range.getClientRects()].at(-1)?.top ?? [];
        });
        if (Math.max(...tops) - Math.min(...tops) > 4) return part;
      }
      return null;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').trim();
      const element = node.parentElement;
      if (text === '' || element === null || !shown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
      for (const box of boxes) {
        const by = clippedBy(element, box);
        if (by !== null) {
          faults.push(`cut off by ${by}: “${text.slice(0, 60)}”`);
          break;
        }
        const control = element.closest('button, [role="tab"], [role="option"]');
        const edge = control?.getBoundingClientRect();
        if (edge !== undefined && (box.right > edge.right + slack || box.left < edge.left - slack)) {
          faults.push(`wider than its control: “${text.slice(0, 60)}”`);
          break;
        }
      }
      for (const box of boxes) pieces.push({ element, text, box });
      if (boxes.length > 1 && element.closest('button, [role="tab"], [role="option"]') !== null) {
        const broken = brokenWord(node);
        if (broken !== null) faults.push(`broken inside a word: “${broken}”`);
      }
    }

    const onTop = ({ element, box }: Piece): boolean => {
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return hit !== null && (hit.contains(element) || element.contains(hit));
    };
    // What a person opened lies over the screen on purpose, until it is closed again.
    const opened = [...document.querySelectorAll('[aria-expanded="true"][aria-controls]')].flatMap(
      (control) => document.getElementById(control.getAttribute('aria-controls') ?? '') ?? [],
    );
    const panelOf = (element: Element): Element | null =>
      opened.find((panel) => panel.contains(element)) ?? null;
    const seen = pieces.filter(onTop);
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        if (one.element === other.element || panelOf(one.element) !== panelOf(other.element)) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of text stand close: only what really lies on other text is a fault.
        const least = Math.min(one.box.height, other.box.height);
        if (wide > 2 && high > least * 0.4) {
          faults.push(`“${one.text.slice(0, 40)}” lies on “${other.text.slice(0, 40)}”`);
        }
      }
    }
    return [...new Set(faults)];
  });
}
