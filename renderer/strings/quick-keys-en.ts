/** How a manager arranges the quick keys. */
export const quickKeys = {
  title: 'Quick keys',
  text: 'These articles stand first on the shelf. Drag one to its place; or press it, move it with the arrow keys and press it again.',
  list: 'Quick keys in their order',
  none: 'No quick keys: the shelf begins with the first group.',
  find: 'Find an article to add',
  add: (name: string) => `Add ${name}`,
  remove: (name: string) => `Remove ${name}`,
  gone: 'Not among the articles any more',
  save: 'Save quick keys',
  full: (most: number) => `There is room for ${most} quick keys.`,
  held: (name: string, place: number, of: number) => `${name} is held, place ${place} of ${of}.`,
  moved: (name: string, place: number, of: number) => `${name}, place ${place} of ${of}.`,
  dropped: (name: string, place: number) => `${name} stands at place ${place}.`,
};
