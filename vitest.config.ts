import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/**
 * Tests that put something in the place of a module or of the page, and so need one of their own; jsdom does too, which
 * looks for what libraries have added to the globals.
 */
const ALONE = [
  'tests/unit/{app,cli,electron,features,platform,store,ui}/**/*.test.{ts,tsx}',
  'tests/unit/briefing/html.test.ts',
];

export default defineConfig({
  resolve: { alias: { '@shared': path.join(root, 'shared'), '@resources': path.join(root, 'resources') } },
  test: {
    setupFiles: ['tests/unit/setup.ts'],
    testTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: ALONE, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
