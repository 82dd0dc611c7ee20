import { describe, expect, test } from 'vitest';
import type { Person } from '../catalogue/person.ts';
import { chooseForWall } from './home.ts';

function buildPeople(count: number, rankOf: (at: number) => number): Person[] {
  return Array.from({ length: count }, (_, at) => {
    const honours = [{ honour: { rank: rankOf(at) } }];
    return { id: `person-${String(at).padStart(4, '0')}`, honours } as unknown as Person;
  });
}

const places = (people: readonly Person[], all: readonly Person[]): number[] =>
  people.map((person) => all.indexOf(person));

describe('who hangs on the wall', () => {
  test('is drawn from all where honours are equal, the same each time, anew for each edition', () => {
    const people = buildPeople(1000, () => 1);
    const of = (year: number): number[] => places(chooseForWall({ people }, { chosen: [], year }), people);

    expect(of(2023)).toEqual(of(2023));
    expect(of(2024)).not.toEqual(of(2023));
    expect(of(2023)).toHaveLength(40);
    const perQuarter = [0, 1, 2, 3].map((quarter) => of(2023).filter((at) => Math.floor(at / 250) === quarter).length);
    expect(Math.min(...perQuarter)).toBeGreaterThan(3);
  });

  test('is first who has the highest honour, in the order of the directory', () => {
    const people = buildPeople(100, (at) => (at >= 70 ? 2 : 1));
    const chosen = places(chooseForWall({ people }, { chosen: [], year: 2023 }), people);

    expect(chosen.filter((at) => at >= 70)).toHaveLength(30);
    expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
  });

  test('is everyone where there is room', () => {
    const people = buildPeople(12, () => 1);
    expect(chooseForWall({ people }, { chosen: people.slice(0, 2), year: 2023 })).toEqual(people.slice(2));
  });
});
