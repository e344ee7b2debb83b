import { defineConfig } from 'vitest/config';
import { textImports } from './src/build/textImports.mjs';

export default defineConfig({
  plugins: [textImports],
  test: {
    include: ['test/{unit,golden,protocol,architecture}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
