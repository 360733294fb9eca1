import type { Format } from '../format.ts';
import type { CopyWords } from '../words.ts';

/** What is said of the second copy, in English. */
export function copyWords(format: Format): CopyWords {
  return {
    none: 'The shop’s books are on this machine only: choose a place for a second copy in Settings, on another disk, a memory stick or a share.',
    missing: (folder) =>
      `The second copy’s place is not there (${folder}): plug the disk in or connect the share, and the copy goes on by itself.`,
    taken: (machine, at) =>
      `The second copy was used to set this till up on another machine (${machine}, ${format.dateTime(at)}): sell there, and close this one.`,
    failed: (why, detail, folder) => `${failures[why](folder)} (${detail})`,
    old: (at) =>
      at === null
        ? 'No second copy was made since the till was started more than a day ago: look in Settings under Second copy.'
        : `The second copy is of ${format.dateTime(at)}, more than a day old: look in Settings under Second copy.`,
  };
}

const failures = {
  full: (folder: string) =>
    `The second copy’s disk is full (${folder}): free some space on it or choose another place.`,
  'not-writable': (folder: string) =>
    `The second copy could not be written (${folder}): check that the disk is not write-protected, or choose another place.`,
  wrong: () =>
    'The second copy was not made, since something in it or in the journal does not check out: see the manual’s page on recovery.',
};
