import { buildIssue, type Issue } from '../../issues/issue.ts';
import { nameKey } from '../../lib/folding.ts';
import { findNameFaults } from '../../schemas/person-name.ts';
import type { ValidatedSite, ValidEntry } from '../../schemas/validate.ts';

/** A name field holds one person's name, and one person has one entry. */
export function checkNames({ entries: { craftsmen } }: ValidatedSite): Issue[] {
  return [...craftsmen.flatMap(checkShape), ...findRepeatedPeople(craftsmen)];
}

function checkShape({ data, file, locator }: ValidEntry<'craftsmen'>): Issue[] {
  const names = [
    { name: data.name, path: ['name'] },
    ...(data.otherNames ?? []).map((name, at) => ({ name, path: ['otherNames', at] })),
  ];
  return names.flatMap(({ name, path }) =>
    findNameFaults(name)
      // The reader tells of radicals in any text.
      .filter(({ kind }) => kind !== 'radical')
      .map(({ message, hint }) =>
        buildIssue('JC611', { file, ...locator.valueAt(path), path: path.join('.'), message, hint }),
      ),
  );
}

/** Two entries of one name and nothing that tells them apart: no other employer, trade, district, industry or position. */
function findRepeatedPeople(craftsmen: readonly ValidEntry<'craftsmen'>[]): Issue[] {
  const known = new Map<string, ValidEntry<'craftsmen'>[]>();
  return craftsmen.flatMap((entry) => {
    const key = nameKey(entry.data.name);
    const others = known.get(key) ?? [];
    known.set(key, [...others, entry]);
    const same = others.find((other) => !areToldApart(entry.data, other.data));
    if (!same) return [];
    return buildIssue('JC612', {
      file: entry.file,
      ...entry.locator.valueAt(['name']),
      path: 'name',
      message: `「${entry.data.name}」和 ${same.file} 里的人同名，单位、工种、区市也没有不同。`,
      hint: '是同一个人，就合成一条；是两个人，写上各自的单位、工种或区市，读者才分得开。',
    });
  });
}

type Craftsman = ValidEntry<'craftsmen'>['data'];

/** True where both say something of one kind, and not the same. */
function areToldApart(one: Craftsman, other: Craftsman): boolean {
  return (['employer', 'trade', 'district', 'industry', 'position'] as const).some(
    (field) => one[field] !== undefined && other[field] !== undefined && one[field] !== other[field],
  );
}
