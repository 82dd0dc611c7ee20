import { expect, test } from 'vitest';
import { spreadDown, stackUp } from './name-blocks.ts';

const blocks = (...wanted: number[]) => wanted.map((one) => ({ wanted: one, height: 10 }));

test('names stand where they are wanted while they have room', () => {
  expect(spreadDown(blocks(0, 30, 60), { top: 0, bottom: 100, gap: 5 })).toEqual([0, 30, 60]);
  expect(stackUp(blocks(90, 60, 30), { base: 100, gap: 5 })).toEqual([90, 60, 30]);
});

test('a name that would run into the one above it stands below it', () => {
  expect(spreadDown(blocks(0, 2, 4), { top: 0, bottom: 100, gap: 5 })).toEqual([0, 15, 30]);
});

test('names near the foot leave room for those below them', () => {
  expect(spreadDown(blocks(90, 92, 94), { top: 0, bottom: 100, gap: 5 })).toEqual([60, 75, 90]);
});

test('a name that would run into the one below it stands above it, and the first stands on the base', () => {
  expect(stackUp(blocks(99, 98, 97), { base: 100, gap: 5 })).toEqual([95, 80, 65]);
});
