import { bodyComponents } from '../reader/body.ts';
import { ENTRY_KINDS, type EntryKind, entryKinds } from '../schemas/kinds.ts';
import { findReferences } from '../schemas/references.ts';
import type { Content, Entry } from './entry.ts';
import { findObservations } from './observations.ts';

/** An entry that points at another. */
export interface Referrer {
  kind: EntryKind;
  id: string;
  /** The field it does so with (`lead`, `creators`), or `body`. */
  field: string;
}

/** For each `kind/id`, the entries that point at it, in order of kind and id. */
export type Referrers = ReadonlyMap<string, readonly Referrer[]>;

/** Inverts all references: which entries point at an entry, and through which field. */
export function buildReferrers({ entries }: Content): Referrers {
  const referrers = new Map<string, Referrer[]>();
  const statistics = new Map(entries.statistics.map((entry) => [entry.id, entry.data]));
  for (const kind of entryKinds) {
    for (const entry of entries[kind] as Entry[]) {
      const { id } = entry;
      const seen = new Set<string>();
      const add = (target: string, field: string): void => {
        const key = `${target} ${field}`;
        if (seen.has(key)) return;
        seen.add(key);
        const list = referrers.get(target);
        if (list) list.push({ kind, id, field });
        else referrers.set(target, [{ kind, id, field }]);
      };
      for (const reference of findReferences(ENTRY_KINDS[kind].schema, entry.data)) {
        add(`${reference.kind}/${reference.id}`, String(reference.path[0]));
      }
      for (const { component, props } of bodyComponents(entry.body.nodes)) {
        if (component === 'Ref') add(props['to'] ?? '', 'body');
        if (component === 'Chart') add(`charts/${props['id'] ?? ''}`, 'body');
        if (component === 'Fact') add(`sources/${props['source'] ?? ''}`, 'body');
        if (component !== 'Stat') continue;
        const statistic = props['id'] ?? '';
        add(`statistics/${statistic}`, 'body');
        const [observation] = findObservations(statistics.get(statistic) ?? { observations: [] }, {
          at: props['at'] ?? '',
          source: props['source'],
        });
        if (observation) add(`sources/${observation.source}`, 'body');
      }
    }
  }
  return referrers;
}
