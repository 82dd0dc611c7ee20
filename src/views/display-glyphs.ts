import { entryTitle } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryKinds } from '../schemas/kinds.ts';
import type { ViewContext } from './context.ts';
import { SECTIONS } from './navigation.ts';

/**
 * Which characters the web font of the headings holds. A Chinese font cannot be sent whole, and a heading half in one face and
 * half in another is worse than one in the reader's own Song: so headings are taken in whole, the most seen first, until the
 * file is as large as it may be; the others keep the system's face.
 */
const MOST_GLYPHS = 385;

/** Headings that templates write themselves. */
const FIXED = [
  '0123456789.,%年月日人家个项元万亿余近逾超约ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '全部栏目首页目录人物几个数字搜索没有这个页面',
  '注来源引用本页有关数字同一单位全部数字相近的指标用到这个数字的页面引用它的页面',
];

export interface DisplayGlyphs {
  characters: string;
  /** True when a heading can be set whole in the web font. */
  covers: (text: string) => boolean;
}

export function buildDisplayGlyphs({ catalogue }: ViewContext): DisplayGlyphs {
  const { site } = catalogue;
  const edition = catalogue.entries.editions.get(String(site.edition));
  const glyphs = new Set<string>(
    [
      ...FIXED,
      site.title,
      site.mark,
      site.shortCity,
      edition?.data.title ?? '',
      edition?.data.theme ?? '',
      ...SECTIONS.map(({ label }) => label),
    ].flatMap((text) => [...text]),
  );
  const names = catalogue.people.map(({ name }) => name);
  const titles = entryKinds
    .filter((kind) => kind !== 'craftsmen')
    .flatMap((kind) => [...(catalogue.entries[kind] as ReadonlyMap<string, Entry>).values()].map(entryTitle))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const heading of [...names, ...titles]) {
    const missing = [...new Set(heading)].filter((character) => !glyphs.has(character));
    if (glyphs.size + missing.length <= MOST_GLYPHS) missing.forEach((character) => glyphs.add(character));
  }
  return {
    characters: [...glyphs].sort().join(''),
    covers: (text) => [...text].every((character) => glyphs.has(character)),
  };
}
