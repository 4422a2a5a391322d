import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Against what hangs: two builds of the demonstration in one test take a minute on two busy cores.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'pipeline', include: ['tests/pipeline/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: 'tests/browser/setup.ts' },
      },
    ],
  },
});
