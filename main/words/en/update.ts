import type { UpdateWords } from '../update-words.ts';

const failed = {
  unreachable: 'The server for updates did not answer, or has none for this till.',
  'not-signed':
    'What lay on the server for updates was not signed by the maker of this till: nothing was taken from it.',
  'not-whole': 'An update did not arrive whole: it was thrown away and is fetched again.',
  'not-installed': 'The update could not be put in place; this version goes on. The log says why.',
} as const;

export const update: UpdateWords = {
  ready: (version, verdict) => {
    switch (verdict.may) {
      case 'now':
        return `Version ${version} is ready. Installing it takes about a minute, and the till opens again by itself.`;
      case 'manager':
        return verdict.why === 'day-open'
          ? `Version ${version} is ready. Install it when the day is closed; before that only if a manager says so.`
          : `Version ${version} is ready, but a payment or refund is not decided yet: install it then, or before that if a manager says so.`;
      case 'no':
        return verdict.why === 'sale-open'
          ? `Version ${version} is ready. It waits until the sale on the counter is finished or parked.`
          : `Version ${version} is ready. It waits until the payment or refund is over.`;
    }
  },
  state: (state, address, at) => {
    switch (state.kind) {
      case 'none':
        if (state.why === 'development')
          return 'This till was started from its sources and takes no updates.';
        if (state.why === 'no-key') return 'This program was built without a key for updates and takes none.';
        return 'This program was put here by hand: a new version is put in its place in the same way.';
      case 'idle':
        if (address === null) return 'No address for updates is set, so the till does not look for any.';
        if (state.failed !== null) return failed[state.failed];
        return state.lookedAt === null
          ? 'The till has not looked for updates yet.'
          : `This is the newest version. Looked at ${at(state.lookedAt)}.`;
      case 'looking':
        return 'Looking for updates …';
      case 'fetching':
        return `Fetching version ${state.version} …`;
      case 'ready':
        return `Version ${state.version} is ready to be installed.`;
      case 'installing':
        return `Installing version ${state.version}; the till opens again by itself.`;
    }
  },
  failed: (kind) => failed[kind],
};
