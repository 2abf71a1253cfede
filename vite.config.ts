// One config, four bundles: the page, Electron's main process, the preload, the command line. `vite build --app` makes
// all of them.
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { licences } from './scripts/licences.mjs';
import { shippedFiles, SHIPPED_LICENCES } from './scripts/shipped-files.mjs';

const root = import.meta.dirname;
const out = process.env['COLLATE_OUT'] ?? path.join(root, 'out');
const listing = licences([path.join(root, 'renderer/ui/fonts.css')], SHIPPED_LICENCES);
const nodeOnly = ['electron', ...builtinModules, /^node:/];

// Every browser this page meets reads WOFF2: the older twins of the fonts would only be carried along.
const woff2Only = {
  postcssPlugin: 'woff2-only',
  Declaration: {
    src(declaration: { value: string }) {
      const kept = declaration.value.split(/,(?![^(]*\))/).filter((part) => !/format\(['"]?woff['"]?\)/.test(part));
      if (kept.length > 0) declaration.value = kept.join(',');
    },
  },
};

export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react(), listing.page, shippedFiles()],
  css: { postcss: { plugins: [woff2Only] } },
  resolve: {
    alias: {
      '@shared': path.join(root, 'shared'),
      '@resources': path.join(root, 'resources'),
      // Its other half for browsers asks the page for names of characters, and a worker has none.
      'decode-named-character-reference': path.join(root, 'node_modules/decode-named-character-reference/index.js'),
    },
  },
  build: {
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es', plugins: () => [listing.worker()] },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, fs: { allow: ['..'] } },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload', 'cli']) await builder.build(builder.environments[name]!);
    },
  },
  environments: {
    client: { build: { license: true, outDir: path.join(out, 'renderer'), sourcemap: 'hidden' } },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: path.join(out, 'main'),
        target: 'node20',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: path.join(root, 'electron/main.ts'),
          external: nodeOnly,
          output: { format: 'es', entryFileNames: 'main.js' },
        },
      },
    },
    cli: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: path.join(out, 'cli'),
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: path.join(root, 'electron/cli/collate.ts'),
          external: nodeOnly,
          output: { format: 'es', entryFileNames: 'collate.mjs', codeSplitting: false },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: path.join(out, 'preload'),
        minify: false,
        rolldownOptions: {
          input: path.join(root, 'electron/preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
        },
      },
    },
  },
});
