import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  resolve: { alias: { '@shared': path.join(root, 'shared'), '@resources': path.join(root, 'resources') } },
  test: { include: ['tests/unit/**/*.test.{ts,tsx}'], setupFiles: ['tests/unit/setup.ts'], testTimeout: 30_000 },
});
