// The page of measures: the program's own store, search and bundle code without its views.
import path from 'node:path';
import { defineConfig } from 'vite';
import { shippedFiles } from '../../scripts/shipped-files.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [shippedFiles()],
  resolve: { alias: { '@shared': path.join(root, 'shared'), '@resources': path.join(root, 'resources') } },
  build: { target: 'chrome140', modulePreload: { polyfill: false }, assetsInlineLimit: 0, emptyOutDir: true },
  worker: { format: 'es' },
});
