import { describe, expect, it } from 'vitest';
import { keyActOf, keyTable, type KeyAct } from '../../../renderer/key-table.ts';
import { stringsFor } from '../../../renderer/strings/index.ts';

const acts = Object.keys(keyTable) as KeyAct[];
const press = (name: string): { key: string; ctrlKey: boolean } => {
  const ctrlKey = name.startsWith('Ctrl+');
  return { key: ctrlKey ? name.slice('Ctrl+'.length) : name, ctrlKey };
};

describe('the till’s keys', () => {
  it.each(acts)('do what the help says: %s', (act) => {
    const { place, keys } = keyTable[act];
    expect(keys.map((key) => keyActOf(press(key), place))).toEqual(keys.map(() => act));
  });

  it.each(['nb', 'en', 'sv', 'da'] as const)('are each explained, and no two alike: %s', (language) => {
    const { acts: words } = stringsFor(language).help;
    expect(Object.keys(words)).toEqual(acts);
    expect(new Set(Object.values(words)).size).toBe(acts.length);
  });

  it('are nothing else than the help lists: letters are typed, and Ctrl makes another key', () => {
    for (const key of ['a', 'F12', 'Tab', 'l', '1']) {
      expect(keyActOf({ key, ctrlKey: false }, 'till')).toBeNull();
      expect(keyActOf({ key, ctrlKey: false }, 'basket')).toBeNull();
    }
    expect(keyActOf({ key: 'l', ctrlKey: true }, 'till')).toBe('lock');
    expect(keyActOf({ key: 'F9', ctrlKey: true }, 'till')).toBeNull();
  });
});
