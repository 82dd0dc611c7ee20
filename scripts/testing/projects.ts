/** The three kinds of tests: Vitest's projects, and what `npm test` counts. Globs are relative to the project's folder. */
export const testProjects = [
  {
    name: 'unit',
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['src/tests/built/**', 'src/tests/browser/**'],
  },
  { name: 'built', include: ['src/tests/built/**/*.test.ts'], exclude: [] },
  { name: 'browser', include: ['src/tests/browser/**/*.test.ts'], exclude: [] },
] as const;
