import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/page/*.test.ts'],
    // One browser for the whole run; each test opens a page of its own in it.
    fileParallelism: false,
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    // The machine may be busy with other work.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
