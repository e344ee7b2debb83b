import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      // The same as esbuild's "text" loader, so that tests import texts the way the bundles do.
      name: 'kql-as-text',
      transform(code, id) {
        return /\.(kql|yaml)$/.test(id) ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined;
      },
    },
  ],
  test: {
    include: ['test/{unit,golden,protocol,architecture}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
