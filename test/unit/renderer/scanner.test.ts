import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOnceMore, hear, isScanWithoutEnd, writtenBy } from '../../../renderer/scanner.ts';
import type { Burst } from '../../../renderer/scanner.ts';

/** Plays keys, each `pace` milliseconds after the one before, and gives back the scans that were heard. */
function play(keys: readonly string[], pace: number): string[] {
  let burst: Burst | null = null;
  const scans: string[] = [];
  keys.forEach((key, index) => {
    const heard = hear(burst, key, index * pace);
    if (heard.kind === 'scan') scans.push(heard.text);
    burst = heard.kind === 'scan' ? null : heard.burst;
  });
  return scans;
}

const keysOf = (text: string): string[] => Array.from(text);
const code = fc.stringMatching(/^[0-9A-Za-z*-]{3,40}$/);

describe('a scanner is told from a person', () => {
  it('hears a code typed at a scanner’s pace and ended by Enter', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 24 }), (text, pace) => {
        expect(play([...keysOf(text), 'Enter'], pace)).toEqual([text]);
      }),
    );
  });

  it('never takes a person’s typing for a scan', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 25, max: 400 }), (text, pace) => {
        expect(play([...keysOf(text), 'Enter'], pace)).toEqual([]);
      }),
    );
  });

  it('leaves out what a person typed before the scanner began', () => {
    const slow = hear(null, '4', 0);
    expect(slow).toEqual({ kind: 'collecting', burst: { text: '4', beganAt: 0, lastAt: 0 }, as: 'first' });
    expect(hear({ text: '4', beganAt: 0, lastAt: 0 }, '7', 300)).toEqual({
      kind: 'collecting',
      burst: { text: '7', beganAt: 300, lastAt: 300 },
      as: 'first',
    });
  });

  it('hears a code of which a busy machine held one key back', () => {
    let burst: Burst | null = null;
    const held = keysOf('2000000000022').map((key, index) => ({ key, at: index * 8 + (index > 4 ? 90 : 0) }));
    for (const { key, at } of held) {
      const heard = hear(burst, key, at);
      burst = heard.kind === 'scan' ? null : heard.burst;
    }
    expect(hear(burst, 'Enter', 13 * 8 + 90)).toEqual({ kind: 'scan', text: '2000000000022' });
  });

  it('doubts at the second character, knows a scanner by its third, and takes no person’s typing for one', () => {
    const parts = (pace: number): string[] => {
      let burst: Burst | null = null;
      return keysOf('2000000000022').map((key, index) => {
        const heard = hear(burst, key, index * pace);
        burst = heard.kind === 'scan' ? null : heard.burst;
        return heard.kind === 'collecting' ? heard.as : heard.kind;
      });
    };
    expect(parts(8)).toEqual(['first', 'rolled', ...Array<string>(11).fill('scanned')]);
    expect(parts(25)).toEqual(['first', ...Array<string>(12).fill('any')]);
  });

  it('hears a code that ends with Tab, and one with AltGr in its middle', () => {
    expect(play([...keysOf('7038010000003'), 'Tab'], 8)).toEqual(['7038010000003']);
    expect(play(['A', 'AltGraph', '{', '1', 'Enter'], 8)).toEqual(['A{1']);
  });

  it('takes eight figures or more at a scanner’s pace for a code that nothing ends', () => {
    const burst = (text: string, pace: number): Burst => ({
      text,
      beganAt: 0,
      lastAt: (text.length - 1) * pace,
    });
    expect(isScanWithoutEnd(burst('96385074', 8))).toBe(true);
    expect(isScanWithoutEnd(burst('96385074', 15))).toBe(false);
    expect(isScanWithoutEnd(burst('9638507', 8))).toBe(false);
    expect(isScanWithoutEnd(burst('kaffebønner', 8))).toBe(false);
  });

  it('knows the separator, the signs of AltGr and the second end of a code', () => {
    const key = { key: 'x', code: 'KeyX', ctrlKey: false, altKey: false, metaKey: false };
    expect(writtenBy(key)).toBe('x');
    expect(writtenBy({ ...key, ctrlKey: true })).toBeNull();
    expect(writtenBy({ ...key, metaKey: true })).toBeNull();
    expect(writtenBy({ ...key, key: '¨', code: 'BracketRight', ctrlKey: true })).toBe('\u001d');
    expect(writtenBy({ ...key, key: '{', ctrlKey: true, altKey: true })).toBe('{');
    const enter = { ...key, key: 'Enter', code: 'Enter' };
    expect([0, 8, 49, 50, -1].map((after) => endsOnceMore(enter, after))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(endsOnceMore({ ...key, key: 'j', ctrlKey: true }, 8)).toBe(true);
    expect(endsOnceMore(key, 8)).toBe(false);
  });

  it('waits for Enter: a burst alone is no scan', () => {
    expect(play(keysOf('7038010000003'), 8)).toEqual([]);
  });

  it('takes two quick keys and Enter for a hurried person', () => {
    expect(play(['1', '2', 'Enter'], 10)).toEqual([]);
  });

  it('hears capitals, for which a scanner presses Shift', () => {
    expect(play(['Shift', 'R', '-', 'Shift', 'K', '7', 'Enter'], 8)).toEqual(['R-K7']);
  });

  it('drops a burst that another key breaks', () => {
    expect(play(['1', '2', '3', 'ArrowDown', 'Enter'], 8)).toEqual([]);
  });
});
