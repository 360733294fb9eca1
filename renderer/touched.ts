import { create } from 'zustand';
import { tillNow } from './till.ts';
import { isTextField, type TextField } from './typed.ts';

interface Touched {
  /** The field that a finger is in; null while none is. */
  readonly field: TextField | null;
}

/** The text field that was touched last and still has the focus. */
export const useTouched = create<Touched>(() => ({ field: null }));

/** The field is done with: the letters go away, and the focus stays. */
export function doneTyping(): void {
  useTouched.setState({ field: null });
}

/** Whether letters belong into it. What has figures of its own beside it says so by `inputMode`. */
function takesLetters(element: unknown): element is TextField {
  if (!isTextField(element) || element.readOnly || element.disabled || element.inputMode === 'none')
    return false;
  return element instanceof HTMLTextAreaElement || element.type === 'text' || element.type === 'password';
}

function fieldAt(target: EventTarget | null): Element | null {
  if (!(target instanceof Element)) return null;
  return target.closest('label')?.control ?? target;
}

/** Notes when a finger goes into a text field and when the focus leaves it. A mouse and a keyboard's Tab never count. */
export function listenForFingers(): void {
  window.addEventListener(
    'click',
    (event) => {
      if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
      const field = fieldAt(event.target);
      if (takesLetters(field) && tillNow()?.screenKeyboard === true) useTouched.setState({ field });
    },
    { capture: true },
  );
  const look = (): void => {
    const { field } = useTouched.getState();
    if (field === null) return;
    // The focus is nowhere for a moment on its way from one field to the next.
    requestAnimationFrame(() => {
      if (document.activeElement !== field && useTouched.getState().field === field) doneTyping();
    });
  };
  window.addEventListener('focusin', look);
  window.addEventListener('focusout', look);
}
