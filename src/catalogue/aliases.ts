import { parseChapterId } from './chapter-id.ts';
import { entryPath, type LinkableKind } from './paths.ts';

/** An address that an entry had before its id was changed, and the one it has now: site paths. */
export interface MovedEntry {
  kind: LinkableKind;
  id: string;
  /** The id it had. */
  alias: string;
  from: string;
  to: string;
}

/** Site path that an entry had under a former id. Chapters of a report keep their year. */
export function formerPath(kind: LinkableKind, id: string, alias: string): string {
  if (kind === 'reports') return `/reports/${parseChapterId(id).year}/${alias}/`;
  return entryPath(kind, alias);
}

/** What is needed of a site to know its moved addresses. */
export interface AliasHolders {
  entries: Readonly<Record<string, Iterable<{ id: string; data: object }>>>;
  sources: Iterable<{ id: string; aliases?: readonly string[] | undefined }>;
}

/** Every former id that entries and sources tell, in order of the old addresses. */
export function findMovedEntries({ entries, sources }: AliasHolders): MovedEntry[] {
  const kinds = Object.entries(entries) as [LinkableKind, Iterable<{ id: string; data: object }>][];
  const holders = [
    ...kinds.flatMap(([kind, list]) => [...list].map(({ id, data }) => ({ kind, id, aliases: aliasesOf(data) }))),
    ...[...sources].map(({ id, aliases }) => ({ kind: 'sources' as const, id, aliases: aliases ?? [] })),
  ];
  return holders
    .flatMap(({ kind, id, aliases }) =>
      aliases.map((alias) => ({ kind, id, alias, from: formerPath(kind, id, alias), to: entryPath(kind, id) })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Former ids of an entry of any kind. */
export function aliasesOf(data: object): readonly string[] {
  return 'aliases' in data && Array.isArray(data.aliases) ? (data.aliases as string[]) : [];
}
