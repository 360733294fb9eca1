import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Only what cannot be bundled stays outside: the native journal driver and Electron itself.
// Everything else is listed under devDependencies and ends up inside out/.
// The oldest Electron that the till is run on: the stand-in that tests may use.
const node = 'node20.18';
const chromium = 'chrome130';

/** Writes down which files of which packages went into a part, in out/bundled: their licences are shipped with it. */
function noteWhatIsBundled(part: string): Plugin {
  return {
    name: 'note-what-is-bundled',
    writeBundle: (_options, bundle) => {
      const files = Object.values(bundle).flatMap((made) => (made.type === 'chunk' ? made.moduleIds : []));
      const foreign = files.filter((file) => file.includes('/node_modules/'));
      mkdirSync('out/bundled', { recursive: true });
      writeFileSync(`out/bundled/${part}.json`, JSON.stringify(foreign.toSorted(), null, 2));
    },
  };
}

export default defineConfig({
  main: {
    plugins: [noteWhatIsBundled('main')],
    // axios' build for fetch alone: the one for Node brings http2, zlib and more that the start would wait for.
    resolve: { alias: { axios: path.resolve('node_modules/axios/dist/esm/axios.js') } },
    build: {
      outDir: 'out/main',
      target: node,
      minify: true,
      sourcemap: false,
      externalizeDeps: true,
      rolldownOptions: {
        // The second program is the process that copies, beside the till.
        input: { index: 'main/index.ts', helper: 'main/second-copy/helper.ts' },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    plugins: [noteWhatIsBundled('preload')],
    build: {
      outDir: 'out/preload',
      target: node,
      minify: true,
      sourcemap: false,
      // A sandboxed preload may load one CommonJS file and nothing beside it.
      externalizeDeps: false,
      rolldownOptions: {
        // Two that share nothing: each must be whole in itself.
        input: { index: 'preload/index.ts', display: 'preload/display.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), noteWhatIsBundled('renderer')],
    build: {
      outDir: 'out/renderer',
      target: chromium,
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'renderer/index.html', display: 'renderer/display.html' } },
    },
  },
});
