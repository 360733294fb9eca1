import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakable } from '../../../renderer/breakable.ts';

const shown = (text: string): string => breakable(text).replaceAll('\u00ad', '·');

describe('an article’s name on a narrow tile', () => {
  it('may be broken before the consonant that a vowel follows', () => {
    expect(shown('Museumsbillett')).toBe('Museums·bil·lett');
    expect(shown('Sjokoladekake')).toBe('Sjo·ko·la·de·kake');
  });

  it('keeps short words, figures and codes whole', () => {
    expect(shown('Kaffe, svart 0,5 l')).toBe('Kaffe, svart 0,5 l');
    expect(shown('7038010000000')).toBe('7038010000000');
  });

  it('is the same name when it is read aloud or searched for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll('\u00ad', '');
        expect(breakable(plain).replaceAll('\u00ad', '')).toBe(plain);
      }),
    );
  });
});
