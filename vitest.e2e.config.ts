import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    // A browser or a desktop each: two at once would only wait for each other.
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // A test that fails now and then tells of a fault, here or in the program.
    retry: 0,
  },
});
