import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Only what cannot be bundled stays outside: the native journal driver and Electron itself.
// Everything else is listed under devDependencies and ends up inside out/.
// The oldest Electron that the till is run on: the stand-in that tests may use.
const node = 'node20.18';
const chromium = 'chrome130';

export default defineConfig({
  main: {
    // axios' build for fetch alone: the one for Node brings http2, zlib and more that the start would wait for.
    resolve: { alias: { axios: path.resolve('node_modules/axios/dist/esm/axios.js') } },
    build: {
      outDir: 'out/main',
      target: node,
      minify: true,
      sourcemap: false,
      externalizeDeps: true,
      rolldownOptions: {
        input: 'main/index.ts',
        output: { format: 'es', entryFileNames: 'index.js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: node,
      minify: true,
      sourcemap: false,
      // A sandboxed preload may load one CommonJS file and nothing beside it.
      externalizeDeps: false,
      rolldownOptions: {
        input: 'preload/index.ts',
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: chromium,
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
