import { defineConfig } from 'vitest/config';
import { testProjects } from './src/tests/projects.ts';

// Workers inherit the variable when they start, before any date is made.
process.env['TZ'] = 'UTC';

const BROWSER_TEST_MS = 60_000;

export default defineConfig({
  test: {
    projects: testProjects.map(({ name, include, exclude }) => ({
      test: {
        name,
        include: [...include],
        exclude: ['**/node_modules/**', ...exclude],
        globals: false,
        environment: 'node',
        env: { TZ: 'UTC' },
        setupFiles: ['src/tests/fail-on-warning.ts'],
        ...(name === 'browser' ? { testTimeout: BROWSER_TEST_MS, hookTimeout: 2 * BROWSER_TEST_MS } : {}),
      },
    })),
  },
});
