import { beforeEach, expect, test } from 'vitest';
import { clearedWhenRight, clearNotice, sayError, useNotices } from '../../../renderer/notices.ts';

const said = (): string | null => useNotices.getState().notice?.sentence ?? null;

beforeEach(clearNotice);

test('what went wrong is taken away when the next thing goes right', () => {
  sayError('No article has this code');
  clearedWhenRight()();
  expect(said()).toBeNull();
});

test('what goes wrong while a printer is waited for is not taken away when the print is done', () => {
  const printed = clearedWhenRight();
  sayError('No article has this code');
  printed();
  expect(said()).toBe('No article has this code');
});

test('of two scans at once the one that brought nothing stays told', () => {
  const known = clearedWhenRight();
  sayError('No article has this code');
  sayError('No article has this code');
  known();
  expect(said()).toBe('No article has this code');
});
