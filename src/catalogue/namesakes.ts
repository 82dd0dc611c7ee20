import { nameKey } from '../lib/folding.ts';
import { memoizeByObjects } from '../lib/memoize.ts';
import type { Person } from './person.ts';

/** People by the folded name, those alone who share it with someone. */
const groupNamesakes = memoizeByObjects((people: readonly Person[]) => {
  const groups = Map.groupBy(people, ({ name }) => nameKey(name));
  return new Map([...groups].filter(([, group]) => group.length > 1));
});

/** What two people of one name may differ in, beside what is always shown of them: the surest first. */
const DIFFERENCES: readonly ((person: Person) => string | undefined)[] = [
  ({ employer }) => employer?.shortName ?? employer?.name,
  ({ trade }) => trade?.label,
  ({ entry }) => entry.data.position,
  ({ district }) => district?.data.name,
  ({ industry }) => industry?.label,
  ({ honours }) => {
    const years = honours.flatMap(({ year }) => year ?? []);
    return years.length === 0 ? undefined : `${String(Math.min(...years))}年获奖`;
  },
];

/**
 * What tells a person from those of the same name who look the same in a list: an employer, a trade, a district, a year. Undefined
 * where the name or what is shown tells them apart already, and where nothing does.
 *
 * @param shown what a list shows of a person beside the name
 */
export function findDistinction(
  person: Person,
  people: readonly Person[],
  shown: (person: Person) => string,
): string | undefined {
  const alike = (groupNamesakes(people).get(nameKey(person.name)) ?? []).filter(
    (other) => other !== person && shown(other) === shown(person),
  );
  if (alike.length === 0) return undefined;
  return DIFFERENCES.map((differenceOf) => {
    const own = differenceOf(person);
    return own !== undefined && alike.every((other) => differenceOf(other) !== own) ? own : undefined;
  }).find((own) => own !== undefined);
}
