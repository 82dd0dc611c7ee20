import { afterEach, beforeEach, expect, vi } from 'vitest';

// An unexpected warning fails the test that caused it. A test that expects one replaces console.warn or
// console.error with its own spy.
const unexpected: string[] = [];

beforeEach(() => {
  unexpected.length = 0;
  for (const method of ['warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      unexpected.push(`console.${method}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(unexpected, 'unexpected console output').toEqual([]);
});
