import { buildIssue, type Issue } from '../../issues/issue.ts';
import type { Locator } from '../../reader/located.ts';
import { entryKinds } from '../../schemas/kinds.ts';
import type { ValidatedSite } from '../../schemas/validate.ts';
import { aliasesOf, formerPath } from '../aliases.ts';
import { entryPath, EXPLORE_PATH, type LinkableKind, SECTION_PATHS } from '../paths.ts';
import type { KnownIds } from './known-ids.ts';

/** Addresses of the site itself that no file of content names. */
const OWN_PATHS = [
  ...SECTION_PATHS,
  ...['api', 'charts', 'corrections', 'design', 'embed', 'feeds', 'fonts', 'media', 'pagefind', 'share', 'teams'].map(
    (name) => `/${name}/`,
  ),
  '/craftsmen/by/',
  '/craftsmen/page/',
  '/reports/compare/',
  EXPLORE_PATH,
];

interface Holder {
  kind: LinkableKind;
  id: string;
  file: string;
  locator: Locator;
  /** Where its former ids stand in the file. */
  path: readonly (string | number)[];
  aliases: readonly string[];
}

/** A former id leads to one page only: it is no id of today, and no one else's former id. */
export function checkAliases(site: ValidatedSite, ids: KnownIds): Issue[] {
  const taken = new Map<string, string>(OWN_PATHS.map((path) => [path, `网站自己的网址 ${path}`]));
  for (const kind of [...entryKinds, 'sources'] as const) {
    for (const id of ids[kind] ?? []) taken.set(entryPath(kind, id), ` ${kind}/${id} 现在的网址`);
  }
  return findHolders(site).flatMap(({ kind, id, file, locator, path, aliases }) =>
    aliases.flatMap((alias, at) => {
      const address = formerPath(kind, id, alias);
      const owner = taken.get(address);
      taken.set(address, owner ?? ` ${kind}/${id} 的曾用编号`);
      if (owner === undefined) return [];
      const place = [...path, at];
      return buildIssue('JC108', {
        file,
        ...locator.valueAt(place),
        path: place.join('.'),
        message: `曾用编号「${alias}」的网址 ${address} 已经有主：它是${owner}。`,
        hint: '一个网址只能转到一处：从 aliases 里删掉它，或者给占着这个网址的条目换编号。',
      });
    }),
  );
}

function findHolders({ entries, documents: { sources } }: ValidatedSite): Holder[] {
  const own = entryKinds.flatMap((kind) =>
    entries[kind].map(({ id, data, file, locator }) => ({
      kind,
      id,
      file,
      locator,
      path: ['aliases'],
      aliases: aliasesOf(data),
    })),
  );
  const listed = (sources?.data.sources ?? []).map(({ id, aliases = [] }, at): Holder[] =>
    sources
      ? [
          {
            kind: 'sources',
            id,
            file: sources.file,
            locator: sources.locator,
            path: ['sources', at, 'aliases'],
            aliases,
          },
        ]
      : [],
  );
  return [...own, ...listed.flat()];
}
