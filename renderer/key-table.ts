/** What a key does. */
export type KeyAct =
  | 'help'
  | 'search'
  | 'lookUp'
  | 'park'
  | 'resume'
  | 'buyer'
  | 'split'
  | 'discount'
  | 'card'
  | 'cash'
  | 'receipts'
  | 'lock'
  | 'choose'
  | 'fewerOrMore'
  | 'quantity'
  | 'lineDiscount'
  | 'change'
  | 'remove'
  | 'confirm'
  | 'back';

/** Where a key is heard: wherever the focus is, or while the focus is in the basket. */
type Place = 'till' | 'basket';

interface Binding {
  readonly place: Place;
  /** As a keyboard event names them. */
  readonly keys: readonly string[];
}

/** Every key of the till, in the order in which the help lists them. What is not here does nothing. */
export const keyTable: Readonly<Record<KeyAct, Binding>> = {
  help: { place: 'till', keys: ['F1', '?'] },
  search: { place: 'till', keys: ['F2'] },
  lookUp: { place: 'till', keys: ['F3'] },
  park: { place: 'till', keys: ['F4'] },
  resume: { place: 'till', keys: ['F5'] },
  buyer: { place: 'till', keys: ['F6'] },
  split: { place: 'till', keys: ['F7'] },
  discount: { place: 'till', keys: ['F8'] },
  card: { place: 'till', keys: ['F9'] },
  cash: { place: 'till', keys: ['F10', 'Ctrl+Enter'] },
  receipts: { place: 'till', keys: ['F11'] },
  lock: { place: 'till', keys: ['Ctrl+L'] },
  choose: { place: 'basket', keys: ['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'] },
  fewerOrMore: { place: 'basket', keys: ['ArrowLeft', 'ArrowRight', '-', '+'] },
  quantity: { place: 'basket', keys: ['Enter'] },
  lineDiscount: { place: 'basket', keys: ['%'] },
  change: { place: 'basket', keys: [' '] },
  remove: { place: 'basket', keys: ['Delete'] },
  confirm: { place: 'till', keys: ['Enter'] },
  back: { place: 'till', keys: ['Escape'] },
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
}

function nameOf({ key, ctrlKey }: Pressed): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  return ctrlKey ? `Ctrl+${name}` : name;
}

/** What a key press does at a place; null for nothing. */
export function keyActOf(pressed: Pressed, place: Place): KeyAct | null {
  const name = nameOf(pressed);
  const acts = Object.keys(keyTable) as KeyAct[];
  return acts.find((act) => keyTable[act].place === place && keyTable[act].keys.includes(name)) ?? null;
}

const caps: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
};

/** What stands on a key's cap; `space` is what the language calls the bar. */
export function capOf(key: string, space: string): string {
  return key === ' ' ? space : (caps[key] ?? key);
}
