import type { PaperNames } from '../authoring/paper.ts';
import { listNames } from '../catalogue/entry-names.ts';
import { findObservations } from '../catalogue/observations.ts';
import { foldText } from '../lib/folding.ts';
import { formatFigure } from '../lib/figure-format.ts';
import { once } from '../lib/memoize.ts';
import { toSyllables } from '../lib/pinyin.ts';
import type { ValidatedSite } from '../schemas/validate.ts';

/** Something that can be found and opened. */
export interface NamedItem {
  kind: string;
  id: string;
  name: string;
  /** What tells it from another of the same name: employer, date, unit. */
  detail: string;
}

/** What an item is found by; made when something is looked for, not at every key that is typed elsewhere. */
interface Keys {
  /** Names and details, folded. */
  text: string;
  pinyin: string;
  initials: string;
}

interface IndexedItem extends NamedItem {
  names: readonly string[];
  keys: () => Keys;
}

/** What everything on a site is called, to find it by name, pinyin or initials. */
export class DeskNames {
  readonly #items: readonly IndexedItem[];
  readonly #byTarget = new Map<string, IndexedItem>();
  readonly #idsByName = new Map<string, string[]>();
  readonly #site: ValidatedSite;

  constructor(site: ValidatedSite) {
    this.#site = site;
    const details = new DetailFinder(site);
    this.#items = [...listNames(site)].map(({ kind, id, names }) => {
      const [name = id] = names;
      const detail = details.detailOf(kind, id);
      const item: IndexedItem = { kind, id, name, detail, names, keys: once(() => keysOf(name, names, detail)) };
      const target = `${kind}/${id}`;
      this.#byTarget.set(target, item);
      for (const one of names) this.#idsByName.set(one, [...(this.#idsByName.get(one) ?? []), target]);
      return item;
    });
  }

  get(target: string): NamedItem | undefined {
    return this.#byTarget.get(target);
  }

  list(kind: string): readonly NamedItem[] {
    return this.#items.filter((item) => item.kind === kind);
  }

  /** What a text may mean, best first. Of one kind, all kinds where none is given. */
  find(text: string, { kind, most }: { kind?: string | undefined; most: number }): NamedItem[] {
    const wanted = foldText(text).toLowerCase().replaceAll(/\s+/g, ' ').trim();
    const letters = wanted.replaceAll(/[\s']/g, '');
    const found: { item: IndexedItem; rank: number }[] = [];
    for (const item of this.#items) {
      if (kind !== undefined && item.kind !== kind) continue;
      const rank = wanted === '' ? 9 : rankOf(item, wanted, letters);
      if (rank !== undefined) found.push({ item, rank });
    }
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ item: { kind: own, id, name, detail } }) => ({ kind: own, id, name, detail }));
  }

  /** For the marks of a text; links lead to entries with pages. */
  get forPaper(): PaperNames {
    return {
      nameOf: (target) => {
        const item = this.#byTarget.get(target);
        if (!item) return target;
        const shared = (this.#idsByName.get(item.name) ?? []).filter((other) => !other.startsWith('charts/'));
        return shared.length > 1 && item.kind !== 'charts' ? `${item.name}（${target}）` : item.name;
      },
      find: (name) => {
        const exact = /（([a-z]+\/[^）]+)）$/.exec(name)?.[1];
        if (exact !== undefined && this.#byTarget.has(exact)) return [exact];
        return this.#byTarget.has(name) ? [name] : (this.#idsByName.get(name) ?? []);
      },
      figureOf: ({ id, at, source }) => {
        const data = this.#site.entries.statistics.find((entry) => entry.id === id)?.data;
        const [observation] = data ? findObservations(data, { at, source }) : [];
        return data && observation ? formatFigure(observation.display, data.unit) : `${id} ${at}`;
      },
    };
  }
}

function keysOf(name: string, names: readonly string[], detail: string): Keys {
  const syllables = toSyllables(name);
  return {
    text: foldText([...names, detail].join(' ')).toLowerCase(),
    pinyin: syllables.join('').toLowerCase(),
    initials: syllables
      .map(([letter = '']) => letter)
      .join('')
      .toLowerCase(),
  };
}

function rankOf({ name, id, keys }: IndexedItem, wanted: string, letters: string): number | undefined {
  const { text, pinyin, initials } = keys();
  if (name === wanted || id === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (/^[a-z]+$/.test(letters)) {
    if (pinyin === letters || initials === letters) return 2;
    if (pinyin.startsWith(letters)) return 3;
    if (initials.startsWith(letters)) return 4;
    if (id.includes(wanted)) return 7;
  }
  if (text.includes(wanted)) return 5;
  const words = wanted.split(' ');
  if (words.length > 1 && words.every((word) => text.includes(word))) return 6;
  return undefined;
}

/** Employer and trade of a person, date of a source, unit of an indicator. */
class DetailFinder {
  readonly #site: ValidatedSite;
  readonly #data = new Map<string, Record<string, unknown>>();

  constructor(site: ValidatedSite) {
    this.#site = site;
    for (const entries of Object.values(site.entries)) {
      for (const { kind, id, data } of entries) this.#data.set(`${kind}/${id}`, data);
    }
    for (const list of ['organizations', 'sources', 'honours'] as const) {
      const items = (this.#site.documents[list]?.data as Record<string, { id: string }[]> | undefined)?.[list] ?? [];
      for (const item of items) this.#data.set(`${list}/${item.id}`, item);
    }
    const taxonomy = (site.documents.taxonomy?.data ?? {}) as unknown as Record<string, { id: string }[]>;
    for (const item of taxonomy['trades'] ?? []) this.#data.set(`trades/${item.id}`, item);
  }

  detailOf(kind: string, id: string): string {
    const data = this.#data.get(`${kind}/${id}`);
    if (!data) return '';
    const parts = [
      this.#nameOf('organizations', data['employer'] ?? data['organization']),
      data['position'] ?? this.#nameOf('trades', data['trade']),
      data['publication'],
      data['date'],
      kind === 'statistics' ? data['unit'] : undefined,
      data['year'],
    ];
    return parts.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number').join('，');
  }

  #nameOf(kind: string, id: unknown): unknown {
    const data = typeof id === 'string' ? this.#data.get(`${kind}/${id}`) : undefined;
    return data?.['shortName'] ?? data?.['name'] ?? data?.['label'];
  }
}
