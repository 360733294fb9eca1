import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isInside, pageAddress, pageFile } from '../../../main/shell/page-file.ts';

const root = '/till/out/renderer';

describe('the page’s own protocol', () => {
  it('serves the page’s files with their types', () => {
    expect(pageFile(root, 'GET', pageAddress)).toEqual({
      ok: true,
      path: join(root, 'index.html'),
      type: 'text/html; charset=utf-8',
    });
    expect(pageFile(root, 'GET', 'app://till/assets/a.js?x#y')).toMatchObject({
      path: join(root, 'assets/a.js'),
    });
  });

  it.each([
    ['POST', pageAddress, 405],
    ['HEAD', pageAddress, 405],
    ['GET', 'app://elsewhere/index.html', 400],
    ['GET', 'file:///etc/passwd', 400],
    ['GET', 'not an address', 400],
    ['GET', 'app://till/a%00.html', 400],
    ['GET', 'app://till/%', 400],
    ['GET', 'app://till/..%5c..%5csecret.html', 400],
    ['GET', 'app://till/', 404],
    ['GET', 'app://till/assets', 404],
    ['GET', 'app://till/index.ts', 404],
    ['GET', 'app://till/..%2f..%2fsettings.html', 404],
    ['GET', 'app://till/..%2frenderer-of-another/index.html', 404],
  ])('refuses %s %s', (method, address, status) => {
    expect(pageFile(root, method, address)).toEqual({ ok: false, status });
  });

  it('never leaves its folder, whatever the address', () => {
    const piece = fc.constantFrom(
      '..',
      '%2e%2e',
      '%2f',
      '/',
      '%5c',
      'a',
      'index.html',
      '.',
      '%00',
      '~',
      '//',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const wanted = pageFile(root, 'GET', `app://till/${pieces.join('/')}`);
        expect(!wanted.ok || isInside(root, wanted.path)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('has a policy that lets nothing in from outside and nothing out', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("connect-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});
