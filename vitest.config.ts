import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { testProjects } from './scripts/testing/projects.ts';

// Workers inherit the variable when they start, before any date is made.
process.env['TZ'] = 'UTC';

/** Generous: a limit is there to end a hang, and a busy machine is none. */
const TIMEOUTS_MS = { unit: 60_000, built: 300_000, browser: 180_000 } as const;

/** One for each processor: half of a browser test is waiting, and Vitest would leave one processor to itself. */
const workers = availableParallelism();

export default defineConfig({
  test: {
    maxWorkers: workers,
    projects: testProjects.map(({ name, include, exclude }) => ({
      test: {
        name,
        include: [...include],
        exclude: ['**/node_modules/**', ...exclude],
        globals: false,
        environment: 'node',
        env: { TZ: 'UTC' },
        setupFiles: ['src/tests/fail-on-warning.ts'],
        testTimeout: TIMEOUTS_MS[name],
        hookTimeout: TIMEOUTS_MS[name],
      },
    })),
  },
});
