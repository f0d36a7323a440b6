import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What the tests of the screen are written in; nothing else of its build is needed to run them.
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // A worker holds one PGlite (about 350 MB); two cores are what the tests are planned for.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
