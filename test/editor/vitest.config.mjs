import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { textImports } from '../../src/build/textImports.mjs';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  plugins: [textImports],
  test: {
    include: ['test/editor/*.test.ts'],
    globalSetup: ['test/editor/globalSetup.ts'],
    // One server and one browser for the whole run; windows one after the other.
    fileParallelism: false,
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    retry: 0,
  },
});
